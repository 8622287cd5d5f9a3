"""A handbook in three languages, built by the real host: the same figures, and no word of another language."""

import json
import re
from html import unescape
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from plangen.cli import main
from plangen.site.publishing.manifest import hash_tree
from plangen.values import Quantity, Refused, read_quantity
from tongues import LANGUAGES, write_tongues

HAN = re.compile(r"[\u3001-\u3011\u3400-\u9fff\uff00-\uffef]")
OWN_NAMES = ("简体中文", "繁體中文", "English")
FOLDED = ("initials", "simplified")
"""What the search compares letters by, and never shows."""
BASES = {"zh-Hans": "", "zh-Hant": "zh-Hant/", "en": "en/"}


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The handbook, published."""
    folder = write_tongues(tmp_path_factory.mktemp("tongues"))
    built = run(folder)
    assert built.exit_code == 0, built.output
    return folder


def run(root: Path, *more: str) -> Result:
    """`plangen build` below `root`."""
    return CliRunner().invoke(main, ["-C", str(root), "build", *more])


def pages(root: Path, language: str) -> dict[str, str]:
    """The year's pages in a language by their address, without scripts."""
    folder = root / "site" / BASES[language] / "2026"
    found = {path.relative_to(folder).as_posix(): path.read_text(encoding="utf-8") for path in folder.rglob("*.html")}
    return {name: re.sub(r"<script\b.*?</script>", "", text, flags=re.DOTALL) for name, text in found.items()}


def said(html: str) -> set[str]:
    """Everything that a page says: texts, and what attributes say to readers; the languages' own names left out."""
    texts = re.split(r'[<>"\n]+', unescape(re.sub(r' (?:href|id|src|class)="[^"]*"', "", html)))
    return {text.strip() for text in texts if text.strip() not in OWN_NAMES}


def beside(root: Path, language: str) -> str:
    """What scripts say for a page: the data of charts and of derivations, and of the search what it shows."""
    folder = root / "site" / BASES[language] / "2026"
    files = [*folder.glob("_*/*.json"), *folder.glob("_*/*.js")]
    docs = json.loads((folder / "search/search_index.json").read_text(encoding="utf-8"))["docs"]
    shown = {key: value for key, value in docs.items() if key not in FOLDED}
    return "\n".join([*(path.read_text(encoding="utf-8") for path in files), json.dumps(shown, ensure_ascii=False)])


def foreign(text: str, charset: str) -> str:
    """The Han letters of a text that are not in a character set."""
    return "".join(letter for letter in text if "\u3400" <= letter <= "\u9fff" and not letter.encode(charset, "ignore"))


def test_every_page_is_there_in_every_language(root: Path) -> None:
    """The same addresses, each below its language, with a version list and a way to the current year of its own."""
    first, *others = (set(pages(root, language)) for language in LANGUAGES)
    assert len(first) > 10
    assert others == [first, first]
    for base in BASES.values():
        listed = json.loads((root / "site" / base / "versions.json").read_text(encoding="utf-8"))
        assert [entry["version"] for entry in listed] == ["2026"]
        assert (root / "site" / base / "latest/demo/index.html").is_file()


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_page_says_a_word_of_another_language(root: Path, language: str) -> None:
    """English has no Han letter; traditional Chinese none that is simplified only, and the other way round."""
    charset = {"zh-Hans": "gb2312", "zh-Hant": "big5", "en": "ascii"}[language]
    for name, html in pages(root, language).items():
        assert f'<html lang="{language}"' in html, name
        assert {text for text in said(html) if foreign(text, charset)} == set(), name
        assert language != "en" or {text for text in said(html) if HAN.search(text)} == set(), name
    assert foreign(beside(root, language), charset) == ""


def shown(html: str) -> list[tuple[str, str]]:
    """Every number of a page with its figure, as it reads."""
    found = re.findall(
        r'<span class="pg-num[^"]*"[^>]*data-address="([^"]*)"[^>]*>(.*?)</span>(?=[^<]|<(?!/?span))', html
    )
    return [(name, unescape(re.sub(r"<[^>]*>", "", text)).strip()) for name, text in found]


def read(text: str) -> Quantity | None:
    """A number that says its unit, read back."""
    try:
        return read_quantity(text, kind="any") if re.search(r"[^\d.,\s+-]", text) else None
    except Refused:
        return None


def test_the_numbers_are_the_same_figures_with_the_same_values(root: Path) -> None:
    """Of each page the same addresses in the same order; whatever says its unit says the same amount."""
    read_back = 0
    for name in pages(root, "en"):
        simplified, traditional, english = (shown(pages(root, language)[name]) for language in LANGUAGES)
        assert [address for address, _ in simplified] == [address for address, _ in english], name
        assert [address for address, _ in simplified] == [address for address, _ in traditional], name
        for (address, first), (_, last) in zip(simplified, english, strict=True):
            if read(first) is not None and read(last) is not None:
                assert read(first) == read(last), (name, address)
                read_back += 1
    assert read_back > 20


def test_amounts_are_written_as_each_language_writes_them(root: Path) -> None:
    """The target of the year in a sentence, and the unit of a table's column."""
    texts = {language: pages(root, language)["demo/objectives/index.html"] for language in LANGUAGES}
    plain = {language: unescape(re.sub(r"<[^>]*>", "", html)) for language, html in texts.items()}
    assert "今年目标是 12,000 万元。" in plain["zh-Hans"]
    assert "今年目標是 12,000 萬元。" in plain["zh-Hant"]
    assert "This year's target is CN¥120 million." in plain["en"]
    assert '<span class="pg-unit">CN¥ k</span>' in texts["en"]
    assert '<span class="pg-unit">stores</span>' in texts["en"]


def test_a_page_leads_to_itself_in_the_other_languages(root: Path) -> None:
    """The switch in the header, and what search engines and browsers are told."""
    html = pages(root, "en")["demo/budget/index.html"]
    for link in ('<link rel="alternate language" hreflang="zh-Hans" href="../../../../2026/demo/budget/">', "./"):
        assert link in html
    switch = re.findall(r'<a href="([^"]*)" hreflang="([^"]*)"[^>]*class="md-select__link"', html)
    assert switch == [
        ("../../../../2026/demo/budget/", "zh-Hans"),
        ("../../../../zh-Hant/2026/demo/budget/", "zh-Hant"),
        ("#", "en"),
    ]
    assert 'href="../../../en/2026/demo/budget/" hreflang="en"' in pages(root, "zh-Hans")["demo/budget/index.html"]


def test_nothing_changed_is_seen_in_all_languages(root: Path) -> None:
    """A second build writes nothing; one of a single language keeps the others, byte for byte."""
    before = hash_tree(root / "site")
    assert "没有变化" in run(root).output
    rebuilt = run(root, "--language", "en")
    assert rebuilt.exit_code == 0, rebuilt.output
    assert hash_tree(root / "site") == before
    (root / "site/en/2026/demo/index.html").write_text("touched", encoding="utf-8")
    run(root, "--language", "en")
    assert hash_tree(root / "site") == before


def test_the_search_knows_the_folder_of_its_language(root: Path) -> None:
    """Other years are asked for there."""
    for base in BASES.values():
        docs = json.loads((root / "site" / base / "2026/search/search_index.json").read_text(encoding="utf-8"))["docs"]
        assert docs.get("folder", "") == base


def test_one_language_alone(root: Path, tmp_path: Path) -> None:
    """Where no site was before: its pages only, and the root leads there; a language that is not named is refused."""
    built = run(root, "--language", "en", "--site-dir", str(tmp_path / "site"))
    assert built.exit_code == 0, built.output
    assert (tmp_path / "site/en/2026/index.html").is_file()
    assert not (tmp_path / "site/2026").exists()
    assert 'href="en/"' in (tmp_path / "site/index.html").read_text(encoding="utf-8")
    refused = run(root, "--language", "fr")
    assert refused.exit_code == 2
    assert "手册没有 fr 这个语言；有：zh-Hans, zh-Hant, en" in refused.output
