"""What the risks' page shows: the matrix of probability and impact, then each risk with its response."""

from collections.abc import Iterator

from plangen.compute import PlanScope
from plangen.sections.mentions import NONE, roles, text
from plangen.sections.numbers import shown
from plangen.sections.risks.labels import CHOICES
from plangen.sections.risks.model import LEVELS, Risk, Risks
from plangen.sections.risks.rules import KIND, cell
from plangen.sections.risks.watching import reached, watched
from plangen.sections.tallies import total
from plangen.values import DOT
from plangen.views import Block, Card, Column, Inline, Line, Link, Row, Table, Tone, Words, phrase


def blocks(section: Risks, scope: PlanScope) -> Iterator[Block]:
    """The matrix, where anything is judged, and the responses."""
    if any(risk.rated for risk in section.items.values()):
        yield _matrix(section, scope)
    yield _responses(section, scope)


def _matrix(section: Risks, scope: PlanScope) -> Table:
    word = scope.word
    group = word("影响", "Impact")
    columns = (
        Column("probability", word("可能性", "Probability")),
        *(Column(level, word(*CHOICES[level]), group=group, axis=True) for level in LEVELS),
    )
    rows = tuple(
        Row(((word(*CHOICES[level]),), *(_cell(section, level, impact, scope) for impact in LEVELS)))
        for level in reversed(LEVELS)
    )
    title = word("可能性 × 影响", "Probability × impact")
    return Table("risk-matrix", title, columns, rows, subtitle=word("条数与风险", "number of risks, and which"))


def _cell(section: Risks, probability: str, impact: str, scope: PlanScope) -> Line:
    """How many risks there are and which; a dash where none is."""
    risks = section.at(probability, impact)
    if not risks:
        return NONE
    line: list[Inline] = [shown(scope, cell(scope, probability, impact)), Words(scope.word(*DOT), "muted")]
    for place, risk in enumerate(risks):
        line += [scope.word("、", ", ")] if place else []
        line.append(Link(risk.name, risk.address()))
    return tuple(line)


def _responses(section: Risks, scope: PlanScope) -> Table:
    word = scope.word
    columns = (
        Column("risk", word("风险", "Risk")),
        Column("trigger", word("触发", "Set off by"), phone=False),
        Column("response", word("应对", "Response")),
        Column("within", word("时限", "Within"), numeric=True),
        Column("owner", word("负责人", "Owner")),
        Column("levels", word("可能性 / 影响", "Probability / impact"), phone=False),
    )
    rows = tuple(_row(risk, scope) for risk in section.items.values())
    return Table(KIND, word("全部风险", "All risks"), columns, rows)


def _row(risk: Risk, scope: PlanScope) -> Row:
    levels = [scope.word(*CHOICES[level]) if level else "—" for level in (risk.probability, risk.impact)]
    cells: tuple[Line, ...] = (
        text(risk.name, risk.note),
        _trigger(risk, scope),
        text(risk.response),
        (shown(scope, risk.address("within"), with_unit=True),) if risk.within is not None else NONE,
        roles(risk.owner, scope),
        (" / ".join(levels),),
    )
    return Row(cells, id=risk.id)


def _trigger(risk: Risk, scope: PlanScope) -> Line:
    """What sets it off; of a threshold the figure, the line and how far the figure is now."""
    said: Line = (risk.trigger,) if risk.trigger else ()
    if risk.alarm is None:
        return said or NONE
    address = watched(risk, scope)
    named: Line = (Link(scope.name_of(address), address), " ") if address else ()
    line = (*named, shown(scope, risk.address("alarm"), with_unit=True))
    if address is not None:
        tone: Tone = "bad" if reached(risk, scope) else "muted"
        text_ = scope.word("（现在 {n}）", " (now {n})")
        line += phrase(text_, tone, n=shown(scope, address, with_unit=True))
    return (*said, scope.word("；", "; "), *line) if said else line


def _all(section: Risks, scope: PlanScope) -> Line:
    line = phrase(scope.word("{n} 条风险", "{n} risk(s)"), n=shown(scope, total(scope, KIND, "risks")))
    high = [risk for risk in section.items.values() if (risk.probability, risk.impact) == ("high", "high")]
    if high:
        number = shown(scope, cell(scope, "high", "high"))
        text_ = scope.word("，{n} 条可能性和影响都高", ", {n} of them likely and grave")
        line += phrase(text_, n=number)
    come = [risk.name for risk in section.items.values() if reached(risk, scope)]
    if come:
        names = scope.word("、", ", ").join(come)
        line += (Words(scope.word("；已到触发线：{names}", "; threshold reached: {names}", names=names), "bad"),)
    return line


def cards(section: Risks, scope: PlanScope) -> Iterator[Card]:
    """Risks have no key figure."""
    yield from ()


def summary(section: Risks, scope: PlanScope) -> Line:
    """How many risks, how many of them are grave, and which have come to their threshold."""
    return _all(section, scope)


def lede(section: Risks, scope: PlanScope) -> Line:
    """The same as a sentence."""
    return (*_all(section, scope), scope.word("。", "."))
