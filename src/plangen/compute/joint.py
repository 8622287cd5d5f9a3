"""Joint verbs: all parts of one whole are computed at once, and each part's rule picks its own."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from decimal import Decimal
from operator import is_

from plangen.compute.allocation import allocate, weights_of
from plangen.compute.apportionment import apportion
from plangen.compute.fitting import fit_table
from plangen.compute.rule import Rule
from plangen.compute.two_way import allocate_table
from plangen.values import Quantity, record

Settings = Mapping[str, object]
Quantities = Sequence[Quantity]
SHARED = ("weights", "written", "absent", "step", "rest")
"""The settings that say how the whole is split; the others say which part is meant."""


def number(settings: Settings, name: str) -> int:
    """A setting that is a whole number."""
    return int(str(settings[name]))


def _step(settings: Settings) -> Decimal:
    step = settings["step"]
    assert isinstance(step, Decimal)
    return step


def _parts(inputs: Quantities, settings: Settings) -> Quantities:
    whole, *shares = inputs
    weights: tuple[Decimal, ...] = weights_of(shares) if shares else settings["weights"]  # type: ignore[assignment]
    parts = allocate(whole, weights, _step(settings))
    return [_weighed(part, share) for part, share in zip(parts, shares, strict=True)] if shares else parts


def _weighed(part: Quantity, share: Quantity) -> Quantity:
    """A part whose weight is a figure: unset where that is not one number."""
    return replace(part, about=part.about or share.about) if share.is_exact else Quantity.unset_(part.unit)


def _proportional(inputs: Quantities, settings: Settings) -> Quantities:
    return apportion(inputs[0], tuple(inputs[1:]), _step(settings), rest=bool(settings.get("rest")))


def _table(inputs: Quantities, settings: Settings) -> Quantities:
    count = number(settings, "rows")
    weights: tuple[Decimal, ...] = settings["weights"]  # type: ignore[assignment]
    rows, columns = tuple(inputs[:count]), tuple(inputs[count:-1])
    if not weights and inputs[-1].unset:
        return [Quantity.unset_(inputs[-1].unit)] * (len(rows) * len(columns))
    return [cell for row in allocate_table(rows, columns, inputs[-1], weights, _step(settings)) for cell in row]


def _fitted(inputs: Quantities, settings: Settings) -> Quantities:
    height, width = number(settings, "rows"), number(settings, "columns")
    places: tuple[int, ...] = settings["written"]  # type: ignore[assignment]
    rows, columns, whole = inputs[:height], inputs[height : height + width], inputs[height + width]
    cells = inputs[height + width + 1 :]
    absent: tuple[int, ...] = settings["absent"]  # type: ignore[assignment]
    nothing = Quantity.exact(0, whole.unit)
    fixed = {divmod(place, width): cell for place, cell in zip(places, cells, strict=True)}
    fixed |= {divmod(place, width): nothing for place in absent}
    found = fit_table(tuple(rows), tuple(columns), whole, fixed, _step(settings))
    return [cell for row in found for cell in row]


def _by_index(quantities: Quantities, settings: Settings) -> Quantity:
    """The part at setting `index`; setting `about` says that its own weight is only known about."""
    part = quantities[number(settings, "index")]
    return replace(part, about=True) if settings.get("about") and not part.about else part


def _by_place(quantities: Quantities, settings: Settings) -> Quantity:
    """The cell at settings `row` and `column`."""
    width = len(quantities) // number(settings, "rows")
    return quantities[number(settings, "row") * width + number(settings, "column")]


@record
class Joint:
    """How all parts are computed, and how a rule's own is picked."""

    all: Callable[[Quantities, Settings], Quantities]
    pick: Callable[[Quantities, Settings], Quantity]

    def __call__(self, inputs: Quantities, settings: Settings) -> Quantity:
        """One part."""
        return self.pick(self.all(inputs, settings), settings)


JOINT: dict[str, Joint] = {
    "allocation": Joint(_parts, _by_index),
    "apportionment": Joint(_proportional, _by_index),
    "allocation-table": Joint(_table, _by_place),
    "fitted-table": Joint(_fitted, _by_place),
}
"""The verbs whose rules come in sets that share one tuple of inputs.

allocation        the first input by setting `weights` (as many as parts), in multiples of `step`; without `weights`
                  the other inputs are the weights, and a part whose weight is not one number is unset
apportionment     the first input in proportion to the others; `rest`: they are shares of it, and may leave something
allocation-table  the inputs are rows (as many as setting `rows`), columns and the whole of both; `weights` are those
                  of the columns, empty where nobody knows them
fitted-table      rows (`rows`), columns (`columns`), whole and written cells, which stand at the places `written`
                  (row × number of columns + column); at the places `absent` there is no cell
"""


@dataclass
class Memory:
    """What was computed jointly, for the rules that share their inputs and settings.

    Rules are told apart by the identity of what they share, so that a part costs the same in a set of ten thousand.
    It holds as long as the rules live, and as long as their inputs are the same quantities: a figure changes where a
    circle was cut.
    """

    found: dict[tuple[object, ...], tuple[list[Quantity], Quantities]] = field(default_factory=dict)

    def part(self, rule: Rule, known: list[Quantity]) -> Quantity:
        """The part that a rule asks for; all others of its set are kept."""
        joint, key = JOINT[rule.verb], _set(rule)
        kept = self.found.get(key)
        if kept is None or not _same(kept[0], known):
            kept = self.found[key] = known, joint.all(known, rule.settings)
        return joint.pick(kept[1], rule.settings)


def _same(one: list[Quantity], other: list[Quantity]) -> bool:
    return one is other or (len(one) == len(other) and all(map(is_, one, other)))


def _set(rule: Rule) -> tuple[object, ...]:
    return (rule.verb, id(rule.inputs), *(id(rule.settings.get(name)) for name in SHARED))
