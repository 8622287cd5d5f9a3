"""Sizes: how large an edit is, as a share of what was there before."""

from collections.abc import Collection, Mapping
from decimal import Decimal

from plangen.diff.changes import Changes
from plangen.diff.edit import Edit
from plangen.diff.effect import Effect
from plangen.diff.entity import Entity
from plangen.diff.side import Side
from plangen.diff.value import Value, is_quantity
from plangen.diff.weight import relative
from plangen.model import planned_measures, quantity_fields
from plangen.values import Address, Key, Quantity, record
from plangen.values.unit import POINT, SHARE


@record
class Size:
    """The largest relative change that an edit comes to, and the figure that has it.

    `share` is None where nothing can be compared: something is new, gone, open on one side or of another unit. That is
    above every limit.
    """

    share: Decimal | None
    figure: Address | None = None

    @property
    def rank(self) -> tuple[bool, Decimal]:
        """What sizes are compared by."""
        return self.share is None, self.share or Decimal(0)


def sizes(changes: Changes) -> list[Size | None]:
    """The size of each edit: its own, or that of the largest planned figure (a target, an amount) that follows from it.

    What cannot be compared itself (an added line) has the size of what follows; alone it is above every limit. None for
    what is no number and moves none.
    """
    plans = changes.after.scope.plan_year.plans.values()
    planned = {kind: planned_measures(type(each)) for plan in plans for kind, each in plan.sections.items()}
    followed: list[Size | None] = [None] * len(changes.edits)
    for effect in changes.effects:
        share = _apart(effect.before, effect.after) if _counts(effect, planned) else None
        if share is not None:
            size = Size(share, effect.address)
            for place in effect.causes:
                followed[place] = _larger(followed[place], size)
    return [_size(changes, edit, moved) for edit, moved in zip(changes.edits, followed, strict=True)]


def _size(changes: Changes, edit: Edit, followed: Size | None) -> Size | None:
    address = _own_figure(edit)
    own = _apart(*_values(changes, edit)) if edit.kind == "changed" else None
    if own is not None:
        return _larger(followed, Size(own, address))
    return followed or (Size(None, address) if _is_number(edit) else None)


def _values(changes: Changes, edit: Edit) -> tuple[Value, Value]:
    """What a changed field says on both sides: where it is a formula, the figure that this gives."""
    sides = ((changes.before, edit.before[0], edit.old), (changes.after, edit.after[0], edit.new))
    found = [_figure(side, entity, edit.field) if _is_formula(value) else value for side, entity, value in sides]
    return found[0], found[1]


def _figure(side: Side, entity: Entity, field: str) -> Quantity | None:
    if entity.entry is None or field not in quantity_fields(type(entity.entry)):
        return None
    figure = side.figures.get(Key(side.year, entity.entry.address(field)))
    return figure.quantity if figure else None


def _apart(old: Value, new: Value) -> Decimal | None:
    """How far two quantities of one unit are apart: the larger of what their ends are; None where that says nothing."""
    if not (isinstance(old, Quantity) and isinstance(new, Quantity)) or old.unit != new.unit or old.unset or new.unset:
        return None
    found = [Decimal(0)]
    for was, now in ((old.low, new.low), (old.high, new.high)):
        if was != now:
            share = relative(_exact(was), _exact(now))
            if share is None:
                return None
            found.append(abs(share))
    return max(found)


def _exact(end: Decimal | None) -> Quantity | None:
    return None if end is None else Quantity.exact(end)


def _own_figure(edit: Edit) -> Address | None:
    return next((after or before for before, after in edit.figures()), None)


def _is_number(edit: Edit) -> bool:
    """Whether a number was typed, taken away, or made a formula."""
    values = [edit.old, edit.new]
    if edit.kind in ("added", "removed", "split", "merged"):
        values = [value for entity in (*edit.before, *edit.after) for value in entity.fields.values()]
    return any(is_quantity(value) or _is_formula(value) for value in values)


def _is_formula(value: Value) -> bool:
    return isinstance(value, str) and value.startswith("= ")


def _counts(effect: Effect, planned: Mapping[str, Collection[str]]) -> bool:
    """Whether an effect tells a size: a planned figure of the whole time, no share, known on both sides."""
    address, before = effect.address, effect.before
    whole = address.period is None and not address.facet and address.measure in planned.get(address.kind, ())
    return whole and before is not None and before.unit not in (SHARE, POINT)


def _larger(one: Size | None, other: Size) -> Size:
    return one if one is not None and one.rank >= other.rank else other
