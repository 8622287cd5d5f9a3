"""Parts that have to make a whole: on every axis, inside a member, in hierarchies, by child plans and by period."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from plangen.sections.objectives import hierarchies, rolling
from plangen.sections.objectives.phases import parts_of
from plangen.sections.objectives.saying import apart, room
from plangen.sections.objectives.split import Split
from plangen.sections.objectives.split_gaps import covered_in_part
from plangen.values import Address, Key, Quantity, Span
from plangen.values.record import record

CHILDREN, PHASING = "children", "phasing"
"""What the differences to the child plans and to the periods are declared under."""


@record
class Parts:
    """Parts that have to make a whole: their names, what they are called together, where they are written.

    `rollup` is the figure that rolls the parts up by the objective's own rule, `gap` the one that holds the difference,
    `name` what it is declared under. A hierarchy that leaves members out is told once for all objectives (PG251), so
    that its sub-totals need not reach the whole.
    """

    split: Split
    title: str
    whole: Key
    named: dict[str, Quantity | None]
    span: Span
    rollup: Key
    name: str
    about: tuple[Address, ...] = ()
    must_reach: bool = True

    @property
    def gap(self) -> Key:
        """The figure that holds the difference."""
        return self.split.key("gap", *([] if self.name == CHILDREN else [self.name]))

    @property
    def sum_(self) -> Quantity:
        """What the parts make."""
        return self.split.scope.figures[self.rollup].quantity

    @property
    def how(self) -> str:
        """The rule by which they make it."""
        return self.split.over_time if self.name == PHASING else self.split.over_members

    @property
    def judged(self) -> Address:
        """The address that a finding speaks of."""
        return self.split.objective.address("phasing") if self.name == PHASING else self.rollup.address

    @property
    def apart(self) -> bool:
        """Whether parts and whole contradict each other."""
        scope = self.split.scope
        return self.must_reach and apart(room(scope, self.whole), room(scope, self.rollup))


def all_parts(split: Split) -> Iterator[Parts]:
    """Everything that has to make this objective's total, or a member's part."""
    for parts in _every(split):
        if parts.rollup in split.scope.figures and parts.gap in split.scope.figures:
            yield parts


def _every(split: Split) -> Iterator[Parts]:
    yield _children(split)
    for axis in split.axes():
        for above in split.groups(axis):
            if above or (split.given(axis) and not covered_in_part(split, axis)):
                yield _members(split, axis, above)
        for hierarchy in hierarchies.hierarchies(split, axis):
            yield from _hierarchy(split, axis, hierarchy)
    yield _periods(split)


def _members(split: Split, axis: str, above: str) -> Parts:
    """The parts along an axis, or those inside a member."""
    title, whole = split.scope.dimensions.title_of(axis), split.key("target", *filter(None, [above]))
    return _along(split, title, whole, above or axis, axis, split.inside(axis, above))


def _hierarchy(split: Split, axis: str, hierarchy: str) -> Iterator[Parts]:
    """What is in the groups of a hierarchy against all members, and groups that have a target of their own."""
    title, below = split.scope.dimensions.title_of(hierarchy), hierarchies.groups(split, axis, hierarchy)
    whole = split.key("target", axis, facet="rollup")
    every = list(dict.fromkeys(member for members in below.values() for member in members))
    yield replace(_along(split, title, whole, hierarchy, axis, every), must_reach=False)
    for group, members in below.items():
        yield _along(split, title, split.key("target", group), group, axis, members)


def _along(split: Split, title: str, whole: Key, name: str, axis: str, members: Sequence[str]) -> Parts:
    keys = [split.key("target", member) for member in members]
    member_name, quantity = split.scope.dimensions.member_name, split.scope.quantity
    named = {member_name(member): quantity(key.address) for member, key in zip(members, keys, strict=True)}
    rollup, about = split.key("target", name, facet="rollup"), tuple(key.address for key in keys)
    return Parts(split, title, whole, named, split.axis_span(axis), rollup, name, about)


def _children(split: Split) -> Parts:
    """What the child plans make, or numerator and denominator, beside a total that is given itself."""
    scope, rollup = split.scope, split.key(facet="rollup")
    if split.over_members == "ratio":
        title = scope.word("分子分母", "numerator and denominator")
        others = [other for role in ("numerator", "denominator") if (other := rolling.neighbour(split, role))]
        keys, span = tuple(other.key() for other in others), split.objective.span("aggregate")
        names = [other.objective.name for other in others]
    else:
        title, below = scope.word("下级计划", "child plan"), split.parts_below()
        keys, span = tuple(part.key() for part in below), split.objective.span("rollup")
        names = [part.scope.plan.head.name for part in below]
    named = {name: scope.quantity(key.address) for name, key in zip(names, keys, strict=True)}
    return Parts(split, title, split.key(), named, span, rollup, CHILDREN, tuple(key.address for key in keys))


def _periods(split: Split) -> Parts:
    """The amounts of a phasing, or the values that it gives, beside a total that comes from elsewhere."""
    objective, rollup = split.objective, split.key("target", PHASING, facet="rollup")
    title = split.scope.word("期间", "period")
    return Parts(split, title, split.key(), dict(parts_of(split)), objective.span("phasing"), rollup, PHASING)
