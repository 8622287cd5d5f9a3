"""What the page of the review shows: results against before and against target, what they are made of, what follows."""

from collections.abc import Iterator
from typing import Literal

from plangen.compute import PlanScope
from plangen.sections import mentions
from plangen.sections.numbers import shown
from plangen.sections.review.charts import charts
from plangen.sections.review.labels import CHOICES
from plangen.sections.review.model import Piece, Result, Review
from plangen.sections.review.money import amount_shown, unit_of_all
from plangen.sections.review.results import is_counted, results
from plangen.sections.review.rules import total
from plangen.values import Address, is_chinese
from plangen.views import Block, Card, Chip, Column, Heading, Inline, Line, Num, Row, Table, Words, phrase


def blocks(section: Review, scope: PlanScope) -> Iterator[Block]:
    """The results, charts where several have one unit, what is said and what follows, then the parts of each."""
    if any(map(is_counted, section.results.values())):
        yield results(section, scope)
        yield from charts(section, scope)
    if any(_is_told(result) for result in section.results.values()):
        yield _told(section, scope)
    made = [result for result in section.results.values() if result.parts]
    if made:
        unit = unit_of_all(section, scope)
        yield Heading(scope.word("由什么组成", "What they are made of"), "parts-heading")
        yield from (_parts(result, scope, unit) for result in made)


def cards(section: Review, scope: PlanScope) -> Iterator[Card]:
    """The plan's key figures are those of its own period."""
    yield from ()


def summary(section: Review, scope: PlanScope) -> Line:
    """Which period, and how many results have a value."""
    period = dict(section.stretches(scope.year))["period"].label(scope.language)
    text = scope.word("{period}：{n}结果，{m}有数", "{period}: {n} results, {m} with a value")
    return phrase(text, period=period, n=_count("results", scope), m=_count("measured", scope))


def lede(section: Review, scope: PlanScope) -> Line:
    """Both periods with their lengths, and how many results have a value."""
    written = dict(section.stretches(scope.year))
    line: Line = (
        scope.word("回顾 ", "Looks back on "),
        *_stretch(written["period"].label(scope.language), "months", scope),
    )
    if "compare_to" in written:
        other = _stretch(written["compare_to"].label(scope.language), "months-before", scope)
        line = (*line, scope.word("，对比 ", ", compared with "), *other)
        shared = shown(scope, total(scope, "shared"), with_unit=True)
        if shared.quantity is not None and shared.quantity.low:
            line += phrase(scope.word("，重叠 {n}", ", {n} in both"), "bad", n=shared)
    text = scope.word("。{n}结果，{m}有数。", ". {n} results, {m} with a value.")
    return line + phrase(text, n=_count("results", scope), m=_count("measured", scope))


def _stretch(label: str, measure: str, scope: PlanScope) -> Line:
    number = shown(scope, total(scope, measure), with_unit=True)
    return phrase(scope.word("{label}（{n}）", "{label} ({n})"), label=label, n=number)


def _count(measure: str, scope: PlanScope) -> Num:
    """A number of results; in Chinese with its measure word."""
    return shown(scope, total(scope, measure), "项", with_unit=is_chinese(scope.language))


def _parts(result: Result, scope: PlanScope, unit: str) -> Table:
    """The parts of a result, their sum, and what the written total leaves over."""
    word = scope.word
    columns = (
        Column("part", word("分项", "Part")),
        Column("actual", word("实际", "Actual"), numeric=True),
        Column("before", word("对比期", "Before"), numeric=True),
        Column("growth", word("增长", "Growth"), numeric=True),
    )
    fields = [field for field in ("actual", "before") if result.has(field)]
    rows = []
    for piece in result.parts.values():
        numbers = [(amount_shown(scope, piece.address(field), unit),) for field in ("actual", "before")]
        rows.append(Row((_name(piece, scope), *numbers, _grown(piece, scope)), id=f"{result.id}-{piece.id}"))
    sums = {field: result.address(field, "" if getattr(result, field) is None else "rollup") for field in fields}
    rows.append(_line(word("分项合计", "Sum of the parts"), sums, scope, unit))
    rests = {field: result.address(field, "gap") for field in fields if getattr(result, field) is not None}
    if any(_is_left(scope, address) for address in rests.values()):
        rows.append(_line(word("与写的合计之差", "The written total less the parts"), rests, scope, unit, "residual"))
    used = [place for place, column in enumerate(columns) if column.key in ("part", *fields) or len(fields) > 1]
    cut = tuple(Row(tuple(row.cells[place] for place in used), row.role, row.id) for row in rows)
    return Table(f"parts-{result.id}", result.name, tuple(columns[place] for place in used), cut)


def _grown(piece: Piece, scope: PlanScope) -> Line:
    """The growth of a part; from nothing it is new, which is no number."""
    before, actual = (scope.quantity(piece.address(field)) for field in ("before", "actual"))
    if before and actual and before.is_exact and not before.low and actual.low:
        return (Words(scope.word("新增", "new"), "muted"),)
    return (shown(scope, piece.address("growth"), "%", 1, signed=True, with_unit=True),)


def _line(
    title: str,
    addresses: dict[str, Address],
    scope: PlanScope,
    unit: str,
    role: Literal["residual", "total"] = "total",
) -> Row:
    numbers = [
        (amount_shown(scope, addresses[field], unit),) if field in addresses else () for field in ("actual", "before")
    ]
    return Row(((title,), *numbers, ()), role)


def _is_left(scope: PlanScope, address: Address) -> bool:
    found = scope.quantity(address)
    return found is not None and not found.unset and any((found.low, found.high))


def _is_told(result: Result) -> bool:
    return bool(
        result.status
        or result.trend
        or result.statement
        or result.factors
        or result.actions
        or result.data
        or result.note
    )


def _told(section: Review, scope: PlanScope) -> Table:
    """One row a result of which something is said; columns that say nothing of any result are left out."""
    word = scope.word
    columns = (
        Column("result", word("结果", "Result")),
        Column("said", word("说法", "Said to be"), phone=False),
        Column("statement", word("说明", "Statement")),
        Column("factors", word("原因", "Causes")),
        Column("actions", word("后续行动", "What follows")),
        Column("data", word("数据出处", "Source of the numbers"), phone=False),
    )
    told = [result for result in section.results.values() if _is_told(result)]
    cells = {result.id: _told_cells(result, scope) for result in told}
    used = [place for place in range(len(columns)) if any(each[place] != mentions.NONE for each in cells.values())]
    rows = tuple(
        Row(tuple(cells[result.id][place] for place in used), id="" if is_counted(result) else result.id)
        for result in told
    )
    title = word("说明与后续", "What is said and what follows")
    return Table("review-told", title, tuple(columns[place] for place in used), rows)


def _told_cells(result: Result, scope: PlanScope) -> tuple[Line, ...]:
    said = mentions.text(result.statement, result.note)
    linked = (mentions.mentioned(result.factors, scope, "analysis"), mentions.mentioned(result.actions, scope))
    return ((result.name,), _said(result, scope), said, *linked, mentions.text(result.data))


def _said(result: Result, scope: PlanScope) -> Line:
    """What the paper says, as chips."""
    parts: list[Inline] = []
    for word in (result.status, result.trend):
        if word:
            parts += [Chip(scope.word(*CHOICES[word]), "muted"), " "]
    return tuple(parts[:-1]) or mentions.NONE


def _name(piece: Piece, scope: PlanScope) -> Line:
    return (piece.name,) if piece.name else (Words(scope.word("! 没有写是什么的", "! does not say of what"), "unset"),)
