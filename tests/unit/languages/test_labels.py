"""Texts in several languages: how they are typed, told, missed, compared and kept."""

import json
from pathlib import Path
from textwrap import dedent

import pytest
from click.testing import CliRunner

from handbooks import codes, open_files
from plangen.cli import main
from plangen.findings import message
from plangen.model.translating import untranslated
from plangen.workspace import Workspace
from tongues import FILES

OBJECTIVES = "revenue: {{name: {name}, target: 120万元, channel: {{own-store: {{target: 120万元}}}}}}\n"
THREE = {"handbook.yml": FILES["handbook.yml"]}


def named(root: Path, name: str, **files: str) -> Workspace:
    """A handbook of three languages with one objective of this name."""
    return open_files(root, {**THREE, "objectives.yml": OBJECTIVES.format(name=name), **files})


def name_in(workspace: Workspace, language: str) -> str:
    """What the objective is called in a language."""
    (entry,) = [e for key, e in workspace.in_language(language).scope(2026).entries.items() if key[2] == ("revenue",)]
    return str(getattr(entry, "name"))  # noqa: B009 (any entry's)


@pytest.mark.parametrize(
    ("name", "told"),
    [
        ("{zh-Hans: 销售额, zh-Hant: 銷售額, en: Revenue}", ("销售额", "銷售額", "Revenue")),
        ("{en: Revenue, zh-Hans: 销售额}", ("销售额", "销售额", "Revenue")),
        ("销售额", ("销售额", "销售额", "销售额")),
        ("KPI", ("KPI", "KPI", "KPI")),
    ],
)
def test_a_text_is_told_in_each_language(tmp_path: Path, name: str, told: tuple[str, str, str]) -> None:
    """The handbook's own wording stands in where another one is missing; the order of the wordings means nothing."""
    workspace = named(tmp_path, name)
    assert "PG219" not in codes(workspace)
    assert tuple(name_in(workspace, language) for language in ("zh-Hans", "zh-Hant", "en")) == told


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("{en: Revenue}", "PG281"),
        ("{zh-Hans: 销售额, english: Revenue}", "PG280"),
        ("{zh-Hans: 销售额, en: ''}", "PG218"),
        ("{zh-Hans: {a: 1}}", "PG219"),
        ("{first: 销售额}", "PG219"),
        ("[销售额]", "PG219"),
    ],
)
def test_what_is_refused(tmp_path: Path, name: str, code: str) -> None:
    """No own wording, a language that nothing is published in, no text, and what is no text at all."""
    assert code in codes(named(tmp_path, name))


def test_a_number_is_never_told_in_languages(tmp_path: Path) -> None:
    """Figures stand once."""
    workspace = open_files(tmp_path, {**THREE, "objectives.yml": "a: {name: 甲, target: {zh-Hans: 1元, en: 2元}}\n"})
    assert codes(workspace)[:1] == ["PG219"]


def test_tables_name_things_by_the_handbooks_own_language(tmp_path: Path) -> None:
    """A CSV file of actuals says 销售额 and 直营店; the figures are those of every language."""
    workspace = open_files(
        tmp_path,
        {
            **FILES,
            "2026/demo/actuals/sales.csv": "objective,period,渠道,value,as_of\n销售额,M01,直营店,9万元,2026-01-31\n",
        },
    )
    english = workspace.in_language("en")
    assert {k: f.quantity for k, f in english.figures.items()} == {k: f.quantity for k, f in workspace.figures.items()}
    (actual,) = english.scope(2026).plan_year.plans["demo"].actuals
    assert str(actual.reached) == "demo:objectives/revenue.target.actual@M01/own-store"


def test_missing_wordings_are_counted_and_listed(tmp_path: Path) -> None:
    """One line a plan and language in the check; each with its place in the export. KPI needs no other wording."""
    files = {**FILES, "2026/demo/market.md": "# 市场\n\n说明\n"}
    files["budget.yml"] = (
        files["budget.yml"].replace(", en: Rent}", "}").replace("{zh-Hans: 桌椅, zh-Hant: 桌椅, en: Desks}", "KPI")
    )
    workspace = open_files(tmp_path, files)
    told = {(f.code, str(f.span), message(f, "en")) for f in workspace.findings}
    assert told == {
        ("PG282", "content/2026/demo/budget.yml:4:18", "texts without a wording in English: 2"),
        ("PG282", "content/2026/demo/market.md:1:1", "texts without a wording in traditional Chinese: 1"),
    }
    listed = CliRunner().invoke(main, ["-C", str(tmp_path), "export", "--untranslated"]).stdout
    rows = json.loads(listed)["untranslated"]
    assert [(row["language"], row["address"], row["text"], row["line"]) for row in rows] == [
        ("zh-Hant", "market", "", 1),
        ("en", "demo:budget/rent", "租金", 4),
        ("en", "market", "", 1),
    ]
    table = CliRunner().invoke(main, ["-C", str(tmp_path), "export", "--untranslated", "--format", "csv"]).stdout
    assert table.splitlines()[2] == "en,2026,demo,demo:budget/rent,name,租金,content/2026/demo/budget.yml,4,18"


def test_a_handbook_of_one_language_misses_nothing(tmp_path: Path) -> None:
    """Whoever names no languages is not told of them; wordings may be there all the same."""
    workspace = open_files(tmp_path, {"objectives.yml": OBJECTIVES.format(name="{zh-Hans: 销售额, en: Revenue}")})
    assert "PG282" not in codes(workspace)
    assert workspace.languages == ("zh-Hans",)
    assert workspace.handbook
    assert list(untranslated(workspace.handbook, "zh-Hans")) == []


def test_a_translation_without_its_original_is_told(tmp_path: Path) -> None:
    """Every page exists in all languages."""
    assert "PG283" in codes(open_files(tmp_path, {**FILES, "2026/demo/extra.en.md": "# Extra\n"}))


def test_mistakes_in_a_translated_narrative_are_told_at_its_place(tmp_path: Path) -> None:
    """A reference of the English text that leads nowhere."""
    files = {**FILES, "objectives.en.md": "Target {{ objectives/revenu.target }}.\n"}
    found = [(f.code, f.span.file) for f in open_files(tmp_path, files).findings]
    assert ("PG410", "content/2026/demo/objectives.en.md") in found


def test_links_and_images_of_a_translated_narrative_are_told_at_its_place_once(tmp_path: Path) -> None:
    """A link to no page and an image that breaks off: with the line of the translation, judged like all others."""
    text = "See [prices](prices.md).\n\n![Flow](flow.png)\n"
    waiver = "waivers: [{code: PG811, reason: 还没写, owner: 经理, until: 2026-12-31}]\n"
    for name, head in (("open", ""), ("waived", waiver)):
        files = {**FILES, "handbook.yml": dedent(FILES["handbook.yml"]) + head, "objectives.en.md": text}
        found = open_files(tmp_path / name, {**files, "flow.png": b"\x89PNG\r\n\x1a\n"}).findings
        told = [each for each in found if each.span.file == "content/2026/demo/objectives.en.md"]
        assert sorted((each.code, each.span.line, bool(each.waived)) for each in told) == [
            ("PG425", 3, False),
            ("PG811", 1, bool(head)),
        ]


def test_what_stands_in_says_its_language(tmp_path: Path) -> None:
    """A name alone, a name inside a sentence, a whole narrative; what is translated says nothing."""
    files = {key: text for key, text in FILES.items() if key != "objectives.en.md"}
    files["budget.yml"] = files["budget.yml"].replace(", en: Rent}", "}")
    workspace = open_files(tmp_path, files)
    pages = {page.path: page for page in workspace.in_language("en").book(2026).pages}
    budget = "".join(pages["demo/budget.md"].slots.values())
    assert '<span lang="zh-Hans">租金</span> is the largest' in budget
    assert 'lang="zh-Hans">Desks' not in budget
    assert '<div lang="zh-Hans">' in pages["demo/objectives.md"].slots.values()
    assert 'lang="' not in "".join("".join(page.slots.values()) for page in workspace.book(2026).pages)


def test_findings_are_the_same_in_every_language(tmp_path: Path) -> None:
    """Found once; told with the names of each language."""
    files = {**FILES, "objectives.yml": FILES["objectives.yml"].replace("4000万元", "4100万元")}
    workspace = open_files(tmp_path, files)
    own = [finding for finding in workspace.findings if finding.code == "OBJ101"]
    english = [finding for finding in workspace.in_language("en").findings if finding.code == "OBJ101"]
    assert [finding.span for finding in own] == [finding.span for finding in english] != []
    assert own[0].args["name"] == "销售额"
    assert english[0].args["name"] == "Revenue"


def test_scenarios_are_told_too(tmp_path: Path) -> None:
    """Their titles and what they change: the same figures."""
    stretch = "name: {zh-Hans: 挑战, zh-Hant: 挑戰, en: Stretch}\nbudget: {setup: {lines: {desks: {quantity: 8张}}}}\n"
    workspace = open_files(tmp_path, {**FILES, "2026/demo/scenarios/stretch.yml": stretch})
    english = workspace.in_language("en")
    assert english.handbook
    assert [each.title for each in english.handbook.scenarios[2026]] == ["target", "Stretch"]
    told, own = ({k: f.quantity for k, f in each.variants[0].figures.items()} for each in (english, workspace))
    assert told == own
    assert {page.path for page in english.book(2026).pages} == {page.path for page in workspace.book(2026).pages}


def test_the_plain_form_leaves_wordings_alone(tmp_path: Path) -> None:
    """`fmt` changes a full-width number and no text."""
    files = {**FILES, "budget.yml": FILES["budget.yml"].replace("1500元/月", "１５００元／月")}
    open_files(tmp_path, files)
    assert CliRunner().invoke(main, ["-C", str(tmp_path), "fmt"]).exit_code == 0
    text = (tmp_path / "content/2026/demo/budget.yml").read_text(encoding="utf-8")
    assert "{name: {zh-Hans: 租金, zh-Hant: 租金, en: Rent}, price: 1500元/月, periods: 12月}" in text
