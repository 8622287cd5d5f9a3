"""Budgets of a narrative: what makes a Markdown parser slow or crash is counted before it is parsed."""

import re
from collections.abc import Iterator

from plangen.findings import Finding, Level, declare
from plangen.source.page import Page
from plangen.values.span import Span

PG406 = declare(
    "PG406",
    Level.ERROR,
    zh="{what_zh}：{found}，上限 {limit}",
    en="{what_en}: {found}, the limit is {limit}",
    fix_zh="把这一段拆开或简化",
    fix_en="split or simplify this part",
    manual="""A narrative nests or repeats something more often than any text needs.

Why:
    Markdown parsers take minutes for 50,000 opening brackets and crash on lists 500 levels deep, so that one page would
    stop the whole handbook. The budgets are counts: 600,000 characters, 10,000 lines, 2,000 references, 2,000 tags and
    1,000 blocks or link definitions a page; lists and quotes 100 levels; 200 open brackets and 10,000 inline marks a
    paragraph; 500 columns a table; entity numbers of 7 digits.

Bad:
    [[[[[[[[ ... (fifty thousand times)

Good:
    [the market](market.md)
""",
)

CHARACTERS, LINES, REFERENCES = 600_000, 10_000, 2_000
NESTING, OPEN_BRACKETS, MARKS, TAGS, COLUMNS, PIECES = 100, 200, 10_000, 2_000, 500, 1_000
_MARKERS = re.compile(r"[ \t]*((?:(?:>|[-*+][ \t]|\d{1,9}[.)][ \t])[ \t]*)+)")
_MARKER = re.compile(r">|[-*+][ \t]|\d[.)][ \t]")
_ENTITY = re.compile(r"&#(?:\d{8,}|[xX][0-9a-fA-F]{7,})")
_TAG = re.compile(r"<[A-Za-z]")
_PIECE = re.compile(r"^[ >]*(?:(\[[^\[\]\n]*\]:)|(!!!|\?\?\?)|(=+|-+)[ \t]*$|(`{3,}|~{3,}))", re.MULTILINE)
_BRACKET = re.compile(r"[\[\]()]")
_PIECES = {
    1: ("链接定义太多", "too many link definitions"),
    2: ("提示框太多", "too many admonitions"),
    3: ("下划线标题太多", "too many underlined headings"),
    4: ("代码块太多", "too many blocks"),
}


def too_long(file: str, text: str) -> Finding | None:
    """PG406 for a narrative with too many characters or lines, before anything else is looked at."""
    lines = text.count("\n")
    if len(text) <= CHARACTERS and lines <= LINES:
        return None
    found, limit = (len(text), CHARACTERS) if len(text) > CHARACTERS else (lines, LINES)
    args = {"what_zh": "页面太长", "what_en": "the page is too long", "found": f"{found:,}", "limit": f"{limit:,}"}
    return Finding(PG406, Span.whole(file), args)


def over_budget(page: Page, prose: str) -> Finding | None:
    """The first budget that a page exceeds, or None. `prose` is the body with fenced blocks blanked out."""
    for offset, line in zip(page.starts, prose.split("\n"), strict=True):
        finding = _line(page, offset, line)
        if finding:
            return finding
    for offset, paragraph in _paragraphs(prose):
        finding = _paragraph(page, offset, paragraph)
        if finding:
            return finding
    return _whole(page, prose)


def _line(page: Page, offset: int, line: str) -> Finding | None:
    match = _MARKERS.match(line)
    if match:
        indent = line[: match.start(1)].expandtabs(4)
        depth = max(len(indent) // 4 + 1, sum(1 for _ in _MARKER.finditer(match[1])))
        if depth > NESTING:
            return _over(
                page, offset + match.start(1), "列表或引用嵌套太深", "lists or quotes nest too deep", depth, NESTING
            )
    columns = line.count("|")
    if columns > COLUMNS + 1:
        return _over(page, offset, "表格列太多", "too many columns in a table", columns - 1, COLUMNS)
    return None


def _paragraph(page: Page, offset: int, text: str) -> Finding | None:
    # a backtick counts three times: that is what finding its partner costs
    marks = sum(text.count(mark) for mark in "*_[&\\<```")
    if marks > MARKS:
        return _over(page, offset, "一段里标记太多", "too many marks in one paragraph", marks, MARKS)
    if text.count("[") + text.count("(") <= OPEN_BRACKETS:
        return None
    depth = {"[": 0, "(": 0}
    for match in _BRACKET.finditer(text):
        sign = match.group()
        if sign in depth:
            depth[sign] += 1
            if depth[sign] > OPEN_BRACKETS:
                place = offset + match.start()
                found = f"> {OPEN_BRACKETS}"
                return _over(page, place, "没有关闭的括号太多", "too many open brackets", found, OPEN_BRACKETS)
        else:
            opener = "[" if sign == "]" else "("
            depth[opener] = max(0, depth[opener] - 1)
    return None


def _whole(page: Page, prose: str) -> Finding | None:
    entity = _ENTITY.search(prose)
    if entity:
        digits = len(entity.group()) - 2
        return _over(page, entity.start(), "字符实体的数字太长", "the number of an entity is too long", digits, 7)
    for count, match in enumerate(_TAG.finditer(prose), 1):
        if count > TAGS:
            return _over(page, match.start(), "标签太多", "too many tags", f"> {TAGS}", TAGS)
    references = prose.count("{{")
    if references > REFERENCES:
        return _over(page, prose.find("{{"), "引用太多", "too many references", references, REFERENCES)
    counts = dict.fromkeys(_PIECES, 0)
    for match in _PIECE.finditer(page.body):
        kind = match.lastindex or 0
        counts[kind] += 1
        if counts[kind] > PIECES:
            return _over(page, match.start(), *_PIECES[kind], f"> {PIECES}", PIECES)
    return None


def _paragraphs(text: str) -> Iterator[tuple[int, str]]:
    """The stretches between blank lines, with their offsets."""
    start = 0
    for match in re.finditer(r"\n[ \t>]*(?=\n)", text):
        yield start, text[start : match.start()]
        start = match.end()
    yield start, text[start:]


def _over(page: Page, offset: int, what_zh: str, what_en: str, found: object, limit: int) -> Finding:
    args = {"what_zh": what_zh, "what_en": what_en, "found": found, "limit": limit}
    return Finding(PG406, page.span(offset, offset + 1), args)
