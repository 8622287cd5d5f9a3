"""What the duties' page shows."""

from collections.abc import Iterator

from plangen.compute import PlanScope
from plangen.sections.duties.model import Duties, Duty
from plangen.values import Quantity, Unit
from plangen.views import Block, Card, Chart, Column, Inline, Line, Link, Num, Row, Table, Words

ITEMS = Unit.parse("项")[0]


def blocks(section: Duties, scope: PlanScope) -> Iterator[Block]:
    """Who carries how much, a table for each role, and where the tags fall."""
    counts = _counts(section)
    if len(counts) > 1:
        yield _chart(counts, scope)
    for role, duties in section.items.items():
        yield _role(role, list(duties.values()), scope)
    if len(counts) > 1 and any(duty.tags for duty in section.duties()):
        yield _tags(section, scope)


def cards(section: Duties, scope: PlanScope) -> Iterator[Card]:
    """Duties have no key figure."""
    yield from ()


def summary(section: Duties, scope: PlanScope) -> Line:
    """Number of roles and duties."""
    roles, duties = len(section.items), sum(_counts(section).values())
    return (scope.word(f"{roles} 个岗位 {duties} 项职责", f"{roles} roles, {duties} duties"), *_vague(section, scope))


def lede(section: Duties, scope: PlanScope) -> Line:
    """How many duties, and how many of them name what is handed over."""
    duties = list(section.duties())
    named = sum(duty.deliverable is not None for duty in duties)
    roles = len(section.items)
    said = scope.word(
        f"{roles} 个岗位共 {len(duties)} 项职责，{named} 项写明交付物",
        f"{roles} roles have {len(duties)} duties; {named} name what is handed over",
    )
    return (said, *_vague(section, scope), scope.word("。", "."))


def _vague(section: Duties, scope: PlanScope) -> Line:
    count = sum(duty.frequency is None for duty in section.duties())
    if not count:
        return ()
    return (scope.word("，", ", "), Words(scope.word(f"{count} 项没写频次", f"{count} without a frequency"), "unset"))


def _counts(section: Duties) -> dict[str, int]:
    return {role: len(duties) for role, duties in section.items.items()}


def _number(count: int) -> Num:
    return Num(Quantity.exact(count, ITEMS), "项")


def _chart(counts: dict[str, int], scope: PlanScope) -> Chart:
    word = scope.word
    columns = (
        Column("role", word("岗位", "Role")),
        Column("duties", word("职责", "Duties"), word("项", "number"), numeric=True),
    )
    rows = tuple(Row(((scope.named(role),), (_number(count),))) for role, count in counts.items())
    table = Table("load-table", word("职责项数", "Number of duties"), columns, rows)
    encode = {"label": "role", "value": "duties"}
    subtitle = word("项；按岗位计", "number of duties by role")
    return Chart("load", "bar", _title(counts, scope), subtitle, table, encode, "项", height=60 + 34 * len(rows))


def _title(counts: dict[str, int], scope: PlanScope) -> str:
    """The finding in one sentence: who carries most, and how much of all."""
    most, whole = max(counts.values()), sum(counts.values())
    leading = [scope.named(role) for role, count in counts.items() if count == most]
    if len(leading) == len(counts):
        return scope.word(f"每个岗位都是 {most} 项职责", f"every role has {most} duties")
    names = scope.word("、", " and ").join(leading)
    each = scope.word("各 ", "each ") if len(leading) > 1 else scope.word(" ", "")
    return scope.word(f"{names}{each}{most} 项职责最多，全部 {whole} 项", f"{names}: {each}{most} of {whole} duties")


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
    title = scope.named(role)
    return Table(f"role-{role}", title, columns, rows, subtitle=word(f"{len(rows)} 项", f"{len(rows)} duties"))


def _duty(duty: Duty, scope: PlanScope) -> Row:
    separator = scope.word("、", ", ")
    text: list[Inline] = [duty.text]
    if duty.note:
        text.append(Words(scope.word(f"（{duty.note}）", f" ({duty.note})"), "muted"))
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
    tags = dict.fromkeys(tag for duty in section.duties() for tag in duty.tags)
    roles = list(section.items)
    columns = (
        Column("tag", word("标签", "Tag")),
        *(Column(role, scope.named(role), numeric=True, phone=place < 3) for place, role in enumerate(roles)),
        Column("all", word("合计", "All"), numeric=True),
    )
    rows = []
    for tag in tags:
        counts = [sum(tag in duty.tags for duty in section.items[role].values()) for role in roles]
        cells = ((_number(count),) if count else (Num(None),) for count in counts)
        rows.append(Row(((tag,), *cells, (_number(sum(counts)),))))
    title = word("标签落在哪些岗位", "Tags by role")
    return Table("tags", title, columns, tuple(rows), subtitle=word("职责项数", "number of duties"))
