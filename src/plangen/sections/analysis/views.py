"""What the page of the analysis shows: how each area stands, then its factors by sign."""

from collections.abc import Iterator

from plangen.compute import PlanScope
from plangen.sections.analysis.answering import answering
from plangen.sections.analysis.labels import CHOICES
from plangen.sections.analysis.model import SIGNS, Analysis, Area, Factor
from plangen.sections.analysis.rules import KIND
from plangen.sections.mentions import mentioned, text
from plangen.sections.numbers import shown
from plangen.sections.tallies import total
from plangen.views import Block, Card, Chart, Chip, Column, Line, Row, Table, Tone, Words, phrase

SYMBOLS = {"positive": ("＋", "+"), "negative": ("−", "−"), "neutral": ("·", "·")}
SIDES = {"positive": "right", "negative": "left", "neutral": "middle"}
"""Where in the chart each sign stands."""
TONES: dict[str, Tone] = {"positive": "good", "negative": "bad", "neutral": "muted"}


def blocks(section: Analysis, scope: PlanScope) -> Iterator[Block]:
    """The areas compared, where there are several, and all factors."""
    if len(section.items) > 1:
        yield _chart(section, scope)
    yield _factors(section, scope)


def _chart(section: Analysis, scope: PlanScope) -> Chart:
    """What is for each area to the right, what is against it to the left."""
    used = [sign for sign in SIGNS if any(area.signed(sign) for area in section.items.values())]
    columns = (
        Column("area", scope.word("领域", "Area")),
        *(Column(sign, scope.word(*CHOICES[sign]).capitalize(), scope.word("条", ""), numeric=True) for sign in used),
        Column("all", scope.word("合计", "All"), scope.word("条", ""), numeric=True),
    )
    rows = tuple(
        Row(((area.name,), *((shown(scope, area.address(measure), "条"),) for measure in (*used, "factors"))))
        for area in section.items.values()
    )
    table = Table("analysis-areas", scope.word("各领域的因素", "Factors by area"), columns, rows)
    encode = {"label": "area"} | {SIDES[sign]: sign for sign in used}
    subtitle = scope.word("条；按领域和正负", "number of factors by area and sign")
    return Chart("analysis-chart", "diverging", _most(section, scope), subtitle, table, encode, "条")


def _most(section: Analysis, scope: PlanScope) -> Line:
    """The finding in one sentence: where most factors are; how they fall, where all areas have as many."""
    counts = {area.id: len(area.factors) for area in section.items.values()}
    most = [area for area in section.items.values() if counts[area.id] == max(counts.values())]
    number = shown(scope, most[0].address("factors"))
    if len(most) == len(counts):
        return phrase(scope.word("每个领域都是 {n} 条", "every area has {n} factors"), n=number)
    names = scope.word("、", " and ").join(area.name for area in most)
    each = scope.word("各 ", "each ") if len(most) > 1 else ""
    said = scope.word("{names}最多，{each}{n} 条", "{names}: most factors, {each}{n}")
    return phrase(said, names=names, each=each, n=number)


def _factors(section: Analysis, scope: PlanScope) -> Table:
    word = scope.word
    columns = (
        Column("sign", word("正负", "Sign")),
        Column("text", word("因素", "Factor")),
        Column("evidence", word("依据", "Evidence"), phone=False),
        Column("answer", word("落到", "Answered by")),
    )
    rows = tuple(row for area in section.items.values() for row in _area(area, scope))
    return Table(KIND, word("全部因素", "All factors"), columns, rows)


def _area(area: Area, scope: PlanScope) -> Iterator[Row]:
    line: Line = (area.name, "　")
    for sign in SIGNS:
        if area.signed(sign):
            line += (f"{scope.word(*SYMBOLS[sign])} ", shown(scope, area.address(sign)), "　")
    yield Row(((), line[:-1], (), ()), "group", id=area.id)
    for sign in SIGNS:
        yield from (_factor(factor, scope) for factor in area.signed(sign))


def _factor(factor: Factor, scope: PlanScope) -> Row:
    sign = Chip(f"{scope.word(*SYMBOLS[factor.sign])} {scope.word(*CHOICES[factor.sign])}", TONES[factor.sign])
    cells: tuple[Line, ...] = ((sign,), text(factor.text, factor.note), text(factor.evidence), _answer(factor, scope))
    return Row(cells, id=factor.id)


def _answer(factor: Factor, scope: PlanScope) -> Line:
    found = answering(factor, scope)
    if not found and factor.sign == "negative" and not factor.note:
        return (Words(scope.word("! 还没有对应", "! no answer yet"), "unset"),)
    return mentioned(found, scope)


def _all(scope: PlanScope) -> Line:
    plus, minus, answered = (shown(scope, total(scope, KIND, name)) for name in ("positive", "negative", "answered"))
    line = phrase(
        scope.word("正面 {plus} 条，负面 {minus} 条", "{plus} positive, {minus} negative"), plus=plus, minus=minus
    )
    neutral = shown(scope, total(scope, KIND, "neutral"))
    if neutral.quantity is not None and neutral.quantity.low:
        line += phrase(scope.word("，中性 {n} 条", ", {n} neutral"), n=neutral)
    return (*line, *phrase(scope.word("，{n} 条已有对应", ", {n} answered"), n=answered))


def cards(section: Analysis, scope: PlanScope) -> Iterator[Card]:
    """A count of factors is no key figure of a plan."""
    yield from ()


def summary(section: Analysis, scope: PlanScope) -> Line:
    """How many factors help, how many hinder, how many are answered."""
    return _all(scope)


def lede(section: Analysis, scope: PlanScope) -> Line:
    """The same as a sentence."""
    return (*_all(scope), scope.word("。", "."))
