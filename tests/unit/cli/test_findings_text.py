"""Findings as text, with hand-made findings of real codes."""

from re import sub

import pytest

from plangen.findings import Finding
from plangen.model import codes
from plangen.render.terminal import render_findings, render_summary
from plangen.values import Address, Span

ADDRESS = Address("demo", "objectives", ("revenue",), "target")
LINES = {"f.yml": ["revenue:", "  targt: 100万元", "  target:"]}
UNKNOWN = Finding(
    codes.UNKNOWN_KEY,
    Span.at("f.yml", 2, 3, 5),
    {"key": "targt", "hint_zh": "，是不是“target”？", "hint_en": "; did you mean “target”?", "known": "name, target"},
    2026,
    ADDRESS,
)
EMPTY = Finding(codes.EMPTY, Span.at("f.yml", 3, 3, 6), {}, 2026)


def plain(findings: list[Finding], language: str = "zh") -> str:
    """The text without colours."""
    return sub(r"\x1b\[[0-9;]*m", "", render_findings(findings, lambda file: LINES.get(file, []), language))


def test_one_finding() -> None:
    """Head, line, marks, way out, address and the command that explains the code."""
    assert plain([UNKNOWN]) == (
        "f.yml:2:3  PG112 error  不认识的键“targt”，是不是“target”？\n"
        "  2 |   targt: 100万元\n"
        "    |   ^^^^^\n"
        "  = 改法：改成这里能用的键：name, target\n"
        "  = demo:objectives/revenue.target    plangen explain PG112\n"
    )


def test_in_english() -> None:
    """Every word is in the handbook's language."""
    assert plain([EMPTY], "en") == (
        "f.yml:3:3  PG218 error  the value is empty\n"
        "  3 |   target:\n"
        "    |   ^^^^^^\n"
        "  = way out: write TBD while it is not known, or remove the key\n"
        "  = plangen explain PG218\n"
    )


def test_what_follows_stands_below_its_cause() -> None:
    """One line each, without excerpt; a cause that is not shown makes it a finding of its own."""
    follower = EMPTY.with_(cause=UNKNOWN.id)
    text = plain([UNKNOWN, follower])
    assert text.splitlines()[-1] == "    ↳ f.yml:3:3  PG218 error  值是空的"
    assert plain([follower]) == plain([EMPTY])


def test_waived_findings_come_last_in_short_form() -> None:
    """With the reason; whatever order they were given in."""
    text = plain([EMPTY.with_(waived="原表空白（区域经理，2026-12-31）"), UNKNOWN])
    assert text.splitlines()[-3:] == [
        "",
        "f.yml:3:3  PG218 已豁免  值是空的",
        "    理由：原表空白（区域经理，2026-12-31）",
    ]
    assert text.startswith("f.yml:2:3")


def test_related_places() -> None:
    """In the same file with the line; in another one by name. A key into the args is replaced by its text."""
    related = ((Span.at("f.yml", 1, 1, 7), "known"), (Span.at("g.yml", 7, 2), "上级"))
    text = plain([UNKNOWN.with_(related=related)])
    assert "  1 | revenue:\n    | ------- name, target\n  = 另见 g.yml:7:2  上级\n" in text


def test_a_related_place_that_only_repeats_itself() -> None:
    """Its line and column stand in front of it already."""
    text = plain([UNKNOWN.with_(related=((Span.at("f.yml", 1, 1, 7), "1:1"),))])
    assert "  1 | revenue:\n    | -------\n" in text


def test_a_hostile_text_cannot_steer_the_terminal() -> None:
    """Escape sequences from the content are named."""
    text = plain([UNKNOWN.with_(args={**UNKNOWN.args, "key": "\x1b]0;x\x07"})])
    assert "“<U+001B>]0;x<U+0007>”" in text


@pytest.mark.parametrize(
    ("language", "unset", "line"),
    [
        ("zh", 9, "1 个错误，0 个警告，1 项豁免；9 项待定。4 个计划，2 个年度"),
        ("zh", 0, "1 个错误，0 个警告，1 项豁免。4 个计划，2 个年度"),
        ("en", 1, "1 error, 0 warnings, 1 waived; 1 not set. 4 plans, 2 years"),
    ],
)
def test_summary(language: str, unset: int, line: str) -> None:
    """Waived findings count as waived only; what is zero and unusual is left out."""
    assert render_summary([UNKNOWN, EMPTY.with_(waived="x")], unset, 4, 2, language) == line


def test_nothing_found() -> None:
    """No findings, no text."""
    assert plain([]) == ""
