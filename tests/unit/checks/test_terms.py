"""Words of the shared register of terms: one meaning each."""

from pathlib import Path

import pytest

from handbooks import open_files
from plangen.findings import Finding, message, way_out

HANDBOOK = """\
format: 1
title: {zh-Hans: 手册, en: Handbook}
language: zh-Hans
languages: [zh-Hans, en]
current: 2026
as_of: 2026-01-05
"""
END = "end: {name: 终端客户, also: [终端], definition: 自己用的客户}\n"


def found(root: Path, terms: str, **more: str) -> list[Finding]:
    """What is said of words with two meanings."""
    findings = open_files(root, {"shared/terms.yml": terms, **more}).findings
    return [finding for finding in findings if finding.code == "PG436"]


@pytest.mark.parametrize(
    ("other", "place"),
    [
        ("outlet: {name: 终端客户, definition: 门店}\n", "2:16"),
        ("outlet: {name: 终端, definition: 门店}\n", "2:16"),
        ("outlet: {name: 门店, also: [店, 终端], definition: 门店}\n", "2:30"),
        ("outlet: {name: 门店, also: [终端客户], definition: 门店}\n", "2:27"),
    ],
)
def test_a_word_of_two_terms(tmp_path: Path, other: str, place: str) -> None:
    """Two names, two other words, or one of each: told at the second, with the place of the first and a way out."""
    (finding,) = found(tmp_path, END + other)
    word = finding.args["term"]
    assert f"{finding.span.line}:{finding.span.column}" == place
    assert message(finding) == f"“{word}”在 content/shared/terms.yml:1 已经有一个意思（end），这里又有一个（outlet）"
    assert [(span.line, span.column) for span, _ in finding.related] == [(1, 1)]
    assert "also" in way_out(finding)


def test_what_is_no_doubt(tmp_path: Path) -> None:
    """A word twice under one term, one inside another, and a plan's own meaning of it."""
    terms = "end: {name: 终端, also: [终端, 终端], definition: 客户}\nshop: {name: 终端门店, definition: 店}\n"
    kpi = "end: {name: 终端, definition: 本计划的终端, unit: 家, target: 3家}\n"
    assert found(tmp_path, terms, **{"kpis.yml": kpi}) == []


def test_a_year_with_terms_of_its_own(tmp_path: Path) -> None:
    """By its id it changes a term; under another id it gives the word a second meaning, in that year."""
    assert found(tmp_path / "a", END, **{"2026/shared/terms.yml": "end: {name: 终端, definition: 另一种}\n"}) == []
    (finding,) = found(tmp_path / "b", END, **{"2026/shared/terms.yml": "other: {name: 终端, definition: 另一种}\n"})
    assert (finding.span.file, finding.year) == ("content/2026/shared/terms.yml", 2026)


def test_years_that_share_the_list_tell_it_once(tmp_path: Path) -> None:
    """The mistake is one."""
    more = {"2025/demo/plan.yml": "name: 计划\n"}
    assert len(found(tmp_path, f"{END}outlet: {{name: 终端, definition: 门店}}\n", **more)) == 1


def test_words_of_another_language(tmp_path: Path) -> None:
    """What is told apart in Chinese may be one word in English."""
    terms = (
        "agent: {name: {zh-Hans: 代理商, en: Dealer}, definition: {zh-Hans: 甲, en: A}}\n"
        "dealer: {name: {zh-Hans: 经销商, en: Dealer}, definition: {zh-Hans: 乙, en: B}}\n"
    )
    (finding,) = found(tmp_path, terms, **{"handbook.yml": HANDBOOK})
    assert (finding.args["term"], finding.span.line) == ("Dealer", 2)
    assert found(tmp_path / "own", terms) == [], "nobody reads it in English"


KPI = "a: {name: 达成率, definition: 甲, unit: 家, target: 3家}\nb: {name: %s, definition: %s, unit: 家, target: 4家}\n"


def kpi_clashes(root: Path, text: str, **more: str) -> list[Finding]:
    """What is said of the words of a plan's KPIs."""
    return [each for each in open_files(root, {"kpis.yml": text, **more}).findings if each.code == "PG437"]


def test_a_name_of_two_kpis(tmp_path: Path) -> None:
    """Other meanings: told at the second. The same meaning, another name, or another plan: nothing to tell."""
    (finding,) = kpi_clashes(tmp_path, KPI % ("达成率", "乙"))
    assert (finding.span.file, finding.span.line, finding.span.column) == ("content/2026/demo/kpis.yml", 2, 11)
    assert message(finding) == "“达成率”在 content/2026/demo/kpis.yml:1 已经有一个意思（a），这里又有一个（b）"
    assert kpi_clashes(tmp_path / "same", KPI % ("达成率", "甲")) == []
    assert kpi_clashes(tmp_path / "name", KPI % ("完成率", "乙")) == []
    other = {"2026/other/plan.yml": "name: 别的\n", "2026/other/kpis.yml": KPI % ("完成率", "丙")}
    assert kpi_clashes(tmp_path / "plan", "b: {name: 达成率, definition: 乙, unit: 家, target: 4家}\n", **other) == []
