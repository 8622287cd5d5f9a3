"""What the page of competitors shows: who they are and what is done about each, and all compared by dimension."""

from collections.abc import Iterator

from plangen.compute import PlanScope
from plangen.sections.competitors.model import Competitor, Competitors, Dimension
from plangen.sections.competitors.rules import KIND
from plangen.sections.mentions import NONE, mentioned, text
from plangen.sections.numbers import shown
from plangen.sections.tallies import total
from plangen.values import is_chinese
from plangen.views import Block, Card, Column, Line, Row, Table, Words, phrase

PHONE = 2
"""How many competitors stand side by side on a narrow screen."""


def blocks(section: Competitors, scope: PlanScope) -> Iterator[Block]:
    """The comparison, then the responses."""
    if section.dimensions:
        yield _comparison(section, scope)
    yield _responses(section, scope)


def _comparison(section: Competitors, scope: PlanScope) -> Table:
    """Dimensions down, competitors across, ourselves first where anything is said of us."""
    word, dimensions = scope.word, section.dimensions.values()
    with_own = any(dimension.own for dimension in dimensions)
    columns = (
        Column("dimension", word("维度", "Dimension")),
        *((Column("own", word("本公司", "We")),) if with_own else ()),
        *(
            Column(f"of-{each.id}", each.name, phone=place < PHONE)
            for place, each in enumerate(section.competitors.values())
        ),
    )
    rows = tuple(_dimension(dimension, section, scope, with_own=with_own) for dimension in dimensions)
    left = phrase(
        word("还有 {n}没有了解", "{n} not known yet"), n=shown(scope, total(scope, KIND, "unknown"), with_unit=True)
    )
    return Table("comparison", word("逐项比较", "Comparison"), columns, rows, subtitle=left)


def _dimension(dimension: Dimension, section: Competitors, scope: PlanScope, *, with_own: bool) -> Row:
    own: tuple[Line, ...] = (text(dimension.own),) if with_own else ()
    cells = (_value(each, dimension, scope) for each in section.competitors.values())
    return Row((text(dimension.name, dimension.note), *own, *cells), id=dimension.id)


def _value(competitor: Competitor, dimension: Dimension, scope: PlanScope) -> Line:
    if competitor.known(dimension.id):
        return (competitor.values[dimension.id],)
    return (Words(scope.word("! 不了解", "! not known"), "unset"),)


def _responses(section: Competitors, scope: PlanScope) -> Table:
    word = scope.word
    columns = (
        Column("competitor", word("竞争对手", "Competitor")),
        Column("count", word("家数", "How many"), numeric=True, phone=False),
        Column("strengths", word("强在哪里", "Strengths"), phone=False),
        Column("weaknesses", word("弱在哪里", "Weaknesses"), phone=False),
        Column("response", word("应对", "Response")),
        Column("answer", word("落到", "Carried out by")),
    )
    rows = tuple(_competitor(competitor, scope) for competitor in section.competitors.values())
    return Table(KIND, word("对手与应对", "Competitors and responses"), columns, rows)


def _competitor(competitor: Competitor, scope: PlanScope) -> Row:
    count: Line = (shown(scope, competitor.address("count"), with_unit=True),) if competitor.count is not None else NONE
    cells: tuple[Line, ...] = (
        text(competitor.name, competitor.note),
        count,
        text(competitor.strengths),
        text(competitor.weaknesses),
        text(competitor.response),
        mentioned(competitor.answer, scope),
    )
    return Row(cells, id=competitor.id)


def _all(section: Competitors, scope: PlanScope) -> Line:
    number, answered = (
        shown(scope, total(scope, KIND, name), with_unit=is_chinese(scope.language))
        for name in ("competitors", "answered")
    )
    text_ = scope.word("{n}竞争对手，{answered}写了应对", "{n} competitors, {answered} with a response")
    return phrase(text_, n=number, answered=answered)


def cards(section: Competitors, scope: PlanScope) -> Iterator[Card]:
    """Competitors have no key figure."""
    yield from ()


def summary(section: Competitors, scope: PlanScope) -> Line:
    """How many there are, and to how many we respond."""
    return _all(section, scope)


def lede(section: Competitors, scope: PlanScope) -> Line:
    """The same as a sentence."""
    return (*_all(section, scope), scope.word("。", "."))
