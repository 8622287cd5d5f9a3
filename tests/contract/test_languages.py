"""One handbook in each language: whatever plangen itself says is in the handbook's language, on pages and in findings.

The content is English and has every kind of section; so what is Chinese was said by plangen.
"""

import re
from collections.abc import Iterator
from html import unescape
from pathlib import Path

import pytest
from click.testing import CliRunner

from plangen.catalogue import kinds
from plangen.cli import main
from plangen.findings import message, way_out
from plangen.values import missing
from plangen.workspace import Workspace, open_handbook

HAN = re.compile(r"[\u3001-\u3011\u4e00-\u9fff\uff00-\uffef]")
SILENT = re.compile(r' data-money="[^"]*"| href="[^"]*"| id="[^"]*"')
"""What scripts read and nobody sees."""
YEAR = 2026
WRONG = "wrong: {name: Wrong, start: 2026-05-08, end: 2026-04-01, tasks: {}}\n"


@pytest.fixture(scope="module")
def english(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A new handbook in English with a section of each kind, and a phase that ends before it starts."""
    root = tmp_path_factory.mktemp("english")
    run = CliRunner().invoke
    assert run(main, ["-C", str(root), "new", "handbook", ".", "--language", "en"]).exit_code == 0
    for name in (name for name, kind in kinds().items() if not kind.is_first):
        added = ["-C", str(root), "new", "section", name, "--plan", "first-plan", "--year", str(YEAR)]
        assert run(main, added).exit_code == 0, name
    return root


def told_in(root: Path, language: str) -> Workspace:
    """The same handbook in another language."""
    head = root / "content/handbook.yml"
    head.write_text(re.sub(r"(?m)^language: .*$", f"language: {language}", head.read_text(encoding="utf-8")))
    return open_handbook(root)


def lines(workspace: Workspace) -> Iterator[str]:
    """All that the pages of the year show, line by line, with their charts and the texts for screen readers."""
    for page in workspace.book(YEAR).pages:
        for text in (page.title, page.markdown, page.frame.nav, page.frame.banner, *page.slots.values()):
            yield from re.split(r'[<>"\n]+', unescape(SILENT.sub("", str(text))))


def not_traditional(text: str) -> bool:
    """Whether a line has a letter that traditional Chinese has not."""
    return any(not letter.encode("big5", "ignore") for letter in text if "\u4e00" <= letter <= "\u9fff")


def not_simplified(text: str) -> bool:
    """Whether a line has a letter that simplified Chinese has not."""
    return any(not letter.encode("gb2312", "ignore") for letter in text if "\u4e00" <= letter <= "\u9fff")


def test_english_pages_have_no_chinese(english: Path) -> None:
    """No Han character and none of their punctuation."""
    assert {line for line in lines(told_in(english, "en")) if HAN.search(line)} == set()


def test_traditional_pages_have_nothing_simplified(english: Path) -> None:
    """Every word of ours comes from the catalogue, and it is traditional."""
    said = set(lines(told_in(english, "zh-Hant")))
    assert "目標" in said
    assert {line for line in said if not_traditional(line)} == set()
    assert missing("zh-Hant") == frozenset()


def test_simplified_pages_have_nothing_traditional(english: Path) -> None:
    """The source language itself."""
    said = set(lines(told_in(english, "zh-Hans")))
    assert "目标" in said
    assert {line for line in said if not_simplified(line)} == set()


@pytest.mark.parametrize(
    ("language", "sentence", "hint"),
    [
        ("zh-Hans", "“Wrong”的结束 4-01 早于开始 5-08，早 37 天", "改其中一个日期"),
        ("zh-Hant", "「Wrong」的結束 4-01 早於開始 5-08，早 37 天", "改其中一個日期"),
        ("en", "“Wrong” ends 4-01, before it starts 5-08: 37 days early", "change"),
    ],
)
def test_findings_and_commands_speak_the_language(english: Path, language: str, sentence: str, hint: str) -> None:
    """What `plangen check` prints: the sentence, the way out, and the summary."""
    phases = english / f"content/{YEAR}/first-plan/phases.yml"
    kept = phases.read_text(encoding="utf-8")
    phases.write_text(kept + WRONG, encoding="utf-8")
    try:
        workspace = told_in(english, language)
        found = next(each for each in workspace.findings if each.code == "PHA101")
        printed = CliRunner().invoke(main, ["-C", str(english), "check"]).output
    finally:
        phases.write_text(kept, encoding="utf-8")
    assert sentence in message(found, language)
    assert hint in way_out(found, language)
    assert sentence in printed
    assert not any(map(not_traditional, printed.splitlines())) or language == "zh-Hans"
