"""What the page of the KPIs shows: their state, what drives what, their definitions, and the responses."""

from collections.abc import Iterator
from dataclasses import replace

from plangen.compute import PlanScope
from plangen.sections import mentions
from plangen.sections.kpis.chart import chart
from plangen.sections.kpis.course import course
from plangen.sections.kpis.drivers import TONES, tree
from plangen.sections.kpis.labels import CHOICES
from plangen.sections.kpis.model import Kpi, Kpis
from plangen.sections.kpis.results import final_rows
from plangen.sections.kpis.rules import total
from plangen.sections.kpis.state import SAID, state_of
from plangen.sections.numbers import shown
from plangen.values import SHARE, is_chinese
from plangen.views import (
    Block,
    Card,
    Chip,
    Column,
    Heading,
    Inline,
    Line,
    Link,
    Num,
    Row,
    Table,
    Tone,
    phrase,
)  # fmt: skip


def blocks(section: Kpis, scope: PlanScope) -> Iterator[Block]:
    """State, chart, drivers, definitions, responses."""
    yield _states(section, scope)
    yield from chart(section, scope)
    yield from course(section, scope)
    drawn = tree(section, scope)
    if drawn is not None:
        yield Heading(scope.word("指标怎样相互推动", "What drives what"), "driven")
        yield drawn
    yield _definitions(section, scope)
    if any(kpi.lines for kpi in section.items.values()):
        yield _responses(section, scope)


def cards(section: Kpis, scope: PlanScope) -> Iterator[Card]:
    """How many KPIs are in alarm, where any has lines and a value."""
    if any(state_of(kpi, scope) not in ("", "unset") for kpi in section.items.values()):
        number = shown(scope, total(scope, "alarms"), "项", with_unit=True)
        tone: Tone = "bad" if number.quantity is not None and number.quantity.low else ""
        warned = _count("warnings", scope)
        note = phrase(scope.word("另有 {n}预警", "{n} more in warning"), n=warned)
        if not any(each.quantity is not None and each.quantity.low for each in (number, warned)):
            note = (scope.word("没有越线的", "none is beyond its lines"),)
        yield Card(scope.word("报警的指标", "KPIs in alarm"), (number,), note, tone)


def summary(section: Kpis, scope: PlanScope) -> Line:
    """How many KPIs, and how many of them are beyond their lines."""
    return (*phrase(scope.word("{n}指标", "{n} KPIs"), n=_count("kpis", scope)), *_beyond(section, scope))


def lede(section: Kpis, scope: PlanScope) -> Line:
    """The same with how many have a value, as a sentence."""
    text = scope.word("{n}指标，{m}有数", "{n} KPIs, {m} with a value")
    line = phrase(text, n=_count("kpis", scope), m=_count("measured", scope))
    return (*line, *_beyond(section, scope), scope.word("。", "."))


def _count(measure: str, scope: PlanScope) -> Num:
    """A number of KPIs; in Chinese with its measure word."""
    return shown(scope, total(scope, measure), "项", with_unit=is_chinese(scope.language))


def _beyond(section: Kpis, scope: PlanScope) -> Line:
    """`，1 项报警，2 项预警`; nothing where none is beyond a line."""
    said: tuple[tuple[str, str, str, Tone], ...] = (
        ("alarms", "{n}报警", "{n} in alarm", "bad"),
        ("warnings", "{n}预警", "{n} in warning", "changed"),
    )
    line: list[Inline] = []
    for measure, zh, en, tone in said:
        number = _count(measure, scope)
        if number.quantity is not None and number.quantity.low:
            line += (scope.word("，", ", "), *phrase(scope.word(zh, en), tone, n=number))
    return tuple(line)


def _states(section: Kpis, scope: PlanScope) -> Table:
    word = scope.word
    columns = (
        Column("kpi", word("指标", "KPI")),
        Column("value", word("数值", "Value"), numeric=True),
        Column("state", word("状态", "State")),
        Column("target", word("目标", "Target"), numeric=True),
        Column("apart", word("与目标之差", "Apart"), numeric=True, phone=False),
        Column("warn", word("预警线", "Warning line"), numeric=True, phone=False),
        Column("alarm", word("报警线", "Alarm line"), numeric=True, phone=False),
        Column("as_of", word("数据日期", "As of"), phone=False),
        Column("owner", word("负责人", "Owner"), phone=False),
    )
    rows = tuple(_state_row(kpi, scope) for kpi in section.items.values())
    note = word(
        "报警、预警：数值越过了线；正好在线上仍算正常。带范围的数只在整段都越过时才算。",
        "Alarm, warning: the value is beyond the line; on the line it is still OK. A range counts once all of it is.",
    )
    notes = ((note,),) if any(kpi.lines for kpi in section.items.values()) else ()
    return Table("states", word("现在怎样", "Where they stand"), columns, rows, notes=notes)


def _state_row(kpi: Kpi, scope: PlanScope) -> Row:
    value, apart = _number(kpi, "value", scope), replace(_between(kpi, "apart", scope), signed=True)
    lines: tuple[Line, Line] = ((_number(kpi, "warn", scope),), (_number(kpi, "alarm", scope),))
    cells: tuple[Line, ...] = (
        (kpi.name,), (value,), _state(kpi, scope), (_number(kpi, "target", scope),), (apart,), *lines,
        _day(kpi, scope), mentions.roles(kpi.owner, scope),
    )  # fmt: skip
    return Row(cells, id=kpi.id)


def _day(kpi: Kpi, scope: PlanScope) -> Line:
    """The day that its value speaks of: written, or that of the latest row."""
    rows = final_rows(kpi, scope) if kpi.value is None else []
    return mentions.day(rows[-1].as_of if rows else kpi.as_of, scope)


def _number(kpi: Kpi, measure: str, scope: PlanScope) -> Num:
    return shown(scope, kpi.address(measure), with_unit=True)


def _between(kpi: Kpi, measure: str, scope: PlanScope) -> Num:
    """A difference; between two shares it is said in percentage points."""
    number = _number(kpi, measure, scope)
    shares = number.quantity is not None and number.quantity.unit == SHARE
    return replace(number, said=scope.word(" 个百分点", " pp")) if shares else number


def _state(kpi: Kpi, scope: PlanScope) -> Line:
    """The state as a chip, and by how much the value is beyond the line."""
    state = state_of(kpi, scope)
    if not state:
        return (Num(None),)
    chip = Chip(scope.word(*SAID[state]), TONES[state])
    if state not in ("warn", "alarm"):
        return (chip,)
    return (chip, " ", replace(_between(kpi, f"beyond-{state}", scope), tone=TONES[state]))


def _definitions(section: Kpis, scope: PlanScope) -> Table:
    word = scope.word
    columns = (
        Column("kpi", word("指标", "KPI")),
        Column("definition", word("口径", "Definition")),
        Column("formula", word("算式", "Formula"), phone=False),
        Column("unit", word("单位", "Unit"), phone=False),
        Column("better", word("好坏方向", "Better")),
        Column("frequency", word("多久一次", "How often"), phone=False),
        Column("data", word("数据出处", "Data"), phone=False),
    )
    rows = []
    for kpi in section.items.values():
        better = scope.word(*CHOICES[kpi.better]) if kpi.better else None
        texts = (kpi.definition, kpi.formula, kpi.unit, better, kpi.frequency, kpi.data)
        rows.append(Row(((Link(kpi.name, kpi.address()),), *map(mentions.text, texts))))
    return Table("definitions", word("口径", "Definitions"), columns, tuple(rows))


def _responses(section: Kpis, scope: PlanScope) -> Table:
    word = scope.word
    columns = (
        Column("kpi", word("指标", "KPI")),
        Column("response", word("越线以后怎么办", "Beyond a line")),
        Column("within", word("时限", "Within"), numeric=True),
        Column("owner", word("负责人", "Owner")),
    )
    watched = [kpi for kpi in section.items.values() if kpi.lines]
    rows = tuple(
        Row((
            (Link(kpi.name, kpi.address()),),
            mentions.text(kpi.response),
            (_number(kpi, "within", scope),),
            mentions.roles(kpi.owner, scope),
        ))
        for kpi in watched
    )  # fmt: skip
    return Table("responses", word("预警响应", "Responses"), columns, rows)
