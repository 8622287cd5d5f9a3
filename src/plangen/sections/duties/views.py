"""What the duties' page shows."""

from collections.abc import Iterator

from plangen.compute import PlanScope
from plangen.sections.duties import interfaces
from plangen.sections.duties.model import Duties, Duty
from plangen.sections.duties.rules import number_of, tags
from plangen.sections.numbers import shown
from plangen.views import Block, Card, Chart, Column, Inline, Line, Link, Num, Row, Table, Text, Words, phrase


def blocks(section: Duties, scope: PlanScope) -> Iterator[Block]:
    """Who carries how much, a table for each role, and where the tags fall."""
    counts = _counts(section)
    if len(set(counts.values())) > 1:
        yield _chart(counts, scope)
    elif len(counts) > 1:
        yield Text((*_title(counts, scope), scope.word("。", ".")))
    for role, duties in section.items.items():
        yield _role(role, list(duties.values()), scope)
    if len(counts) > 1 and tags(section):
        yield _tags(section, scope)
    yield from interfaces.matrix(section, scope)


def cards(section: Duties, scope: PlanScope) -> Iterator[Card]:
    """Duties have no key figure."""
    yield from ()


def summary(section: Duties, scope: PlanScope) -> Line:
    """Number of roles and duties."""
    text = scope.word("{roles} 个岗位 {n} 项职责", "{roles} role(s), {n} duties")
    return (*phrase(text, roles=str(len(section.items)), n=shown(scope, number_of(scope))), *_vague(section, scope))


def lede(section: Duties, scope: PlanScope) -> Line:
    """How many duties, and how many of them name what is handed over."""
    named = sum(duty.deliverable is not None for duty in section.duties())
    roles = len(section.items)
    text = scope.word(
        "{roles} 个岗位共 {n} 项职责，{named} 项写明交付物",
        "{roles} role(s) have {n} duties; {named} name what is handed over",
    )
    line = phrase(text, roles=str(roles), named=str(named), n=shown(scope, number_of(scope)))
    return (*line, *_vague(section, scope), scope.word("。", "."))


def _vague(section: Duties, scope: PlanScope) -> Line:
    count = sum(duty.frequency is None for duty in section.duties())
    if not count:
        return ()
    return (
        scope.word("，", ", "),
        Words(scope.word("{count} 项没写频次", "{count} without a frequency", count=count), "unset"),
    )


def _counts(section: Duties) -> dict[str, int]:
    return {role: len(duties) for role, duties in section.items.items()}


def _number(scope: PlanScope, role: str = "", tag: str = "") -> Num:
    return shown(scope, number_of(scope, role, tag), "项")


def _chart(counts: dict[str, int], scope: PlanScope) -> Chart:
    word = scope.word
    columns = (
        Column("role", word("岗位", "Role")),
        Column("duties", word("职责", "Duties"), word("项", "number"), numeric=True),
    )
    rows = tuple(Row(((scope.named(role),), (_number(scope, role),))) for role in counts)
    table = Table("load-table", word("职责项数", "Number of duties"), columns, rows)
    encode = {"label": "role", "value": "duties"}
    subtitle = word("项；按岗位计", "number of duties by role")
    return Chart("load", "bar", _title(counts, scope), subtitle, table, encode, "项", height=60 + 34 * len(rows))


def _title(counts: dict[str, int], scope: PlanScope) -> Line:
    """The finding in one sentence: who carries most, and how much of all."""
    most = max(counts.values())
    leaders = [role for role, count in counts.items() if count == most]
    leading, number = [scope.named(role) for role in leaders], shown(scope, number_of(scope, leaders[0]))
    if len(leading) == len(counts):
        return phrase(scope.word("每个岗位都是 {n} 项职责", "every role has {n} duties"), n=number)
    names = scope.word("、", " and ").join(leading)
    each = scope.word("各 ", "each ") if len(leading) > 1 else scope.word(" ", "")
    text = scope.word("{names}{each}{n} 项职责最多，全部 {all} 项", "{names}: {each}{n} of {all} duties")
    return phrase(text, names=names, each=each, n=number, all=shown(scope, number_of(scope)))


def _role(role: str, duties: list[Duty], scope: PlanScope) -> Table:
    word = scope.word
    columns = (
        Column("duty", word("职责", "Duty")),
        Column("frequency", word("多久一次", "How often")),
        Column("to", word("交给谁", "Handed to")),
        Column("deliverable", word("交付物", "Deliverable"), phone=False),
        Column("tags", word("标签", "Tags"), phone=False),
        Column("source", word("依据", "Source"), phone=False),
    )
    rows = tuple(_duty(duty, scope) for duty in duties)
    count = phrase(word("{n} 项", "{n} duties"), n=shown(scope, number_of(scope, role)))
    return Table(f"role-{role}", scope.named(role), columns, rows, subtitle=count)


def _duty(duty: Duty, scope: PlanScope) -> Row:
    separator = scope.word("、", ", ")
    text: list[Inline] = [duty.text]
    if duty.note:
        text.append(Words(scope.word("（{note}）", " ({note})", note=duty.note), "muted"))
    cells: tuple[Line, ...] = (
        tuple(text),
        (duty.frequency or Num(None),),
        tuple(_receivers(duty, scope)) or (Num(None),),
        (duty.deliverable or Num(None),),
        (separator.join(duty.tags) or Num(None),),
        (separator.join(duty.source) or Num(None),),
    )
    return Row(cells, id=duty.id)


def _receivers(duty: Duty, scope: PlanScope) -> Iterator[Inline]:
    for place, role in enumerate(duty.to):
        if place:
            yield scope.word("、", ", ")
        address = scope.resolve(role, "org")
        yield Link(scope.name_of(address), address) if address else Words(f"✕ {role}", "bad")


def _tags(section: Duties, scope: PlanScope) -> Table:
    """Tags by role: which role carries what, and what nobody carries alone."""
    word = scope.word
    roles = list(section.items)
    columns = (
        Column("tag", word("标签", "Tag")),
        *(Column(role, scope.named(role), numeric=True, phone=place < 3) for place, role in enumerate(roles)),
        Column("all", word("合计", "All"), numeric=True),
    )
    rows = []
    for tag in tags(section):
        cells = ((_number(scope, role, tag),) for role in roles)
        rows.append(Row(((tag,), *cells, (_number(scope, tag=tag),))))
    title = word("标签落在哪些岗位", "Tags by role")
    return Table("tags", title, columns, tuple(rows), subtitle=word("职责项数", "number of duties"))
