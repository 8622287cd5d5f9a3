"""The derivation of a figure: a tree down to the typed lines, who uses it, what stands beside it, last year."""

from collections.abc import Iterable, Iterator
from itertools import zip_longest

from plangen.compute.joint import JOINT
from plangen.render.figure_words import measure_word
from plangen.render.origins import SHOWN_USERS, SIGNS, Origins, in_order, steering
from plangen.render.terminal.columns import pad, paint, visible, width
from plangen.render.terminal.rounding import rounding
from plangen.render.terminal.words import word
from plangen.values import Address, Figure, Key, Quantity, record

BESIDE = ("implied", "grown")
"""Measures that are another way to a target; facets stand beside a number too."""
GAP = 3


@record
class Step:
    """One line of a derivation: the number, what it is, how it came about and where; or a remark below a number."""

    depth: int
    sign: str
    number: str
    label: str = ""
    how: str = ""
    place: str = ""


def render_derivation(key: Key, origins: Origins) -> str:
    """Everything there is to say about where one figure comes from and what it is for. Raises KeyError."""
    figure = origins.figures[key]
    value = origins.written(figure.quantity, key.address, key.year)
    head = f"{paint(origins.title(key), 'bold')}{' ' * 8}{paint(value, 'bold')}"
    lines = [head, paint(str(key), "dim"), "", *_table(list(_steps(key, origins))), ""]
    for title, rows in (("users", _users(key, origins)), ("beside", _beside(figure, origins))):
        lines += _listed(word(origins.language, title), rows)
    return "\n".join([*lines, *_listed(word(origins.language, "last-year"), [_last_year(figure, origins)])]) + "\n"


def render_item(item: Address, year: int, origins: Origins, scenario: str = "") -> str:
    """The figures of an item, for one who asks for the item itself."""
    found = in_order(key for key in origins.keys(year, scenario) if key.address.item_address == item)
    name = origins.scopes[year].name_of(item)
    said = word(origins.language, "figures-of", len(found)) if found else word(origins.language, "no-figures")
    rows = [(origins.written(origins.figures[k].quantity, item, year), str(k.address)) for k in found]
    return "\n".join([f"{paint(name, 'bold')}  {item}  {said}", *_aligned(rows)]) + "\n"


def _steps(key: Key, origins: Origins) -> Iterator[Step]:
    """The tree, depth first; what was shown once is not unfolded again. Without recursion: chains may be long."""
    unfolded: set[Key] = set()
    waiting: list[Step | tuple[Key, Key, int, str]] = [(key, key, 0, "")]
    while waiting:
        current = waiting.pop()
        if isinstance(current, Step):
            yield current
            continue
        inner, outer, depth, sign = current
        figure = origins.figures.get(inner)
        if figure is None:
            yield Step(depth, sign, "—", origins.label(inner, outer), word(origins.language, "none"))
            continue
        again = inner in unfolded and bool(figure.inputs)
        yield _step(figure, outer, depth, sign, origins, again=again)
        if not again:
            unfolded.add(inner)
            waiting += reversed(list(_below(figure, depth + 1, origins)))


def _step(figure: Figure, outer: Key, depth: int, sign: str, origins: Origins, *, again: bool) -> Step:
    number = origins.written(figure.quantity, figure.address, figure.key.year)
    how = origins.how(figure)
    source = word(origins.language, "source", origins.sources(figure)) if origins.sources(figure) else ""
    place = f"{figure.source or ''}" + (f"   {source}" if source and figure.rule == "typed" else "")
    shown_place = word(origins.language, "above") if again else place
    return Step(depth, sign, number, origins.label(figure.key, outer), how, shown_place)


def _below(figure: Figure, depth: int, origins: Origins) -> Iterator[Step | tuple[Key, Key, int, str]]:
    """The inputs of a figure and, for an allocated one, how it was rounded."""
    shown = steering(figure)
    for index, used in enumerate(shown):
        yield used, figure.key, depth, SIGNS.get(figure.rule, "") if index else ""
    if figure.rule not in JOINT:
        return
    inputs = [origins.figures[used].quantity for used in figure.inputs if used in origins.figures]
    unit = origins.unit(figure.quantity, figure.address, figure.key.year)
    text = rounding(figure, inputs, origins.language, unit)
    if text:
        yield Step(depth, "=", text)
    if figure.rule == "allocation-table":
        yield Step(depth, "", word(origins.language, "others", len(figure.inputs) - len(shown)))


def _table(steps: list[Step]) -> Iterator[str]:
    """The steps in columns; a remark runs over all of them."""
    lefts = [f"{'  ' * step.depth}{step.sign or ' '} {step.number}" for step in steps]
    full = [index for index, step in enumerate(steps) if step.label or step.how]
    first = max((width(lefts[index]) for index in full), default=0) + GAP
    second = max((width(step.label) for step in steps), default=0) + GAP
    third = max((width(step.how) for step in steps), default=0) + GAP
    for left, step in zip(lefts, steps, strict=True):
        if not step.label and not step.how:
            yield paint(left, "dim")
        else:
            line = pad(left, first) + pad(visible(step.label), second) + pad(visible(step.how), third)
            yield (line + visible(step.place)).rstrip()


def _listed(title: str, rows: Iterable[tuple[str, ...]]) -> list[str]:
    lines = list(_aligned(rows))
    return [title, *lines] if lines else []


def _aligned(rows: Iterable[tuple[str, ...]]) -> Iterator[str]:
    """Rows of cells below each other, indented; the last cell of a row is as long as it is."""
    known = list(rows)
    columns = [max(map(width, column)) + GAP for column in zip_longest(*known, fillvalue="")]
    for row in known:
        yield "  " + visible("".join(pad(cell, columns[index]) for index, cell in enumerate(row))).rstrip()


def _users(key: Key, origins: Origins) -> Iterator[tuple[str, ...]]:
    users = in_order(set(origins.figures.users(key)))
    for user in users[:SHOWN_USERS]:
        yield origins.written(origins.figures[user].quantity, user.address, user.year), _as_typed(user, key)
    if len(users) > SHOWN_USERS:
        yield (word(origins.language, "further", len(users) - SHOWN_USERS),)
    if not users:
        yield (word(origins.language, "no-users"),)


def _as_typed(key: Key, seen_from: Key) -> str:
    year = f" --year {key.year}" if key.year != seen_from.year else ""
    return f"{key.address}{year}" + (f" --scenario {key.scenario}" if key.scenario else "")


def _beside(figure: Figure, origins: Origins) -> Iterator[tuple[str, ...]]:
    mine = origins.keys(figure.key.year, figure.key.scenario)
    for key in in_order(other for other in mine if _is_beside(other, figure.key)):
        other = origins.figures[key].quantity
        facet = measure_word(origins.language, key.address.facet or key.address.measure)
        sign, apart = _compared(other, figure, key.address.facet, origins)
        yield f"{sign} {origins.written(other, key.address, key.year)}{apart}", facet, _as_typed(key, figure.key)


def _is_beside(other: Key, key: Key) -> bool:
    there, here = other.address, key.address
    if (other.year, there.item, there.kind, there.plan, there.period) != (
        key.year, here.item, here.kind, here.plan, here.period,
    ):  # fmt: skip
        return False
    if there.measure == here.measure and here.facet == "":
        return there.facet != "" and there.members[: len(here.members)] == here.members
    return here.measure == "target" and there.measure in BESIDE and there.members == here.members


def _compared(other: Quantity, figure: Figure, facet: str, origins: Origins) -> tuple[str, str]:
    """Whether a number beside a figure is the same, and by how much it differs; gaps and actuals may differ."""
    if facet in ("gap", "actual") or other.unset or figure.quantity.unset:
        return " ", ""
    if other.same_as(figure.quantity):
        return "=", ""
    if other.unit != figure.quantity.unit:
        return "≠", ""
    difference = other - figure.quantity
    sign = "+" if difference.low is not None and difference.low > 0 else ""
    return "≠", f" ({sign}{origins.written(difference, figure.address, figure.key.year)})"


def _last_year(figure: Figure, origins: Origins) -> tuple[str, ...]:
    before = origins.before(figure.key)
    if before.year not in origins.scopes:
        return (word(origins.language, "not-last", before.year),)
    said = origins.last_year(figure)
    return (said, _as_typed(before, figure.key)) if said else (word(origins.language, "none"),)
