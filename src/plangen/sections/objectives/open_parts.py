"""The chart of an axis whose parts are not all exact: ranges hatched, bounds as they are written, open ones framed."""

from plangen.sections.objectives import tables
from plangen.sections.objectives.split import Split
from plangen.values import Quantity
from plangen.views import Chart, Column, Dot, Row, Table


def has_open_parts(split: Split, axis: str) -> bool:
    """Whether a bar says more than the table: some part is known, some part is not one exact number, all fit."""
    parts = _parts(split, axis)
    known = [part for part in parts if part is not None and not part.unset]
    exact = all(part is not None and part.is_exact and not part.about for part in parts)
    return bool(known) and not exact and {part.unit for part in known} == {split.unit} and _none_below_zero(known)


def open_parts(split: Split, axis: str) -> Chart:
    """One bar a member, solid to what is certain, hatched to what is possible."""
    scope, unit = split.scope, tables.unit_of(split)
    known = scope.dimensions.axes.get(axis)
    name = known.name if known else axis
    columns = (Column("name", name), Column("target", scope.word("目标", "Target"), unit, numeric=True))
    rows = tuple(
        Row((
            (Dot(scope.dimensions.slot(member)), scope.dimensions.member_name(member)),
            (tables.number(split, split.key("target", member)),),
        ))
        for member in split.inside(axis)
    )  # fmt: skip
    table = Table(f"{split.objective.id}-{axis}-open-data", "", columns, rows)
    subtitle = scope.word(
        "按{name}，{unit}；斜线是区间，虚框是待定",
        "by {name}, {unit}; hatched: a range, framed: not set",
        name=name,
        unit=scope.in_words(unit),
    )
    encode = {"label": "name", "value": "target"}
    return Chart(f"{split.objective.id}-{axis}-open", "bar", _title(split, axis, name), subtitle, table, encode, unit)


def _title(split: Split, axis: str, name: str) -> str:
    """How many parts are settled, and how many are not set yet."""
    parts, word = _parts(split, axis), split.scope.word
    unset = sum(part is None or part.unset for part in parts)
    exact = sum(part is not None and part.is_exact and not part.about for part in parts)
    said = word(
        "{n} 个{name}，{exact} 个写定", "{exact} of {n} {name} parts are settled", n=len(parts), name=name, exact=exact
    )
    return said + (word("，{unset} 个待定", ", {unset} not set", unset=unset) if unset else "")


def _parts(split: Split, axis: str) -> list[Quantity | None]:
    return [split.scope.quantity(key.address) for key in split.cell_keys(axis)]


def _none_below_zero(parts: list[Quantity]) -> bool:
    return all(end is None or end >= 0 for part in parts for end in (part.low, part.high))
