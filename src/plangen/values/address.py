"""Addresses: the one name of a figure or item within a plan year."""

from dataclasses import field, replace
from re import compile as pattern

from plangen.values.ids import id_problem, plain_id, word_problem
from plangen.values.period import Period
from plangen.values.record import record
from plangen.values.refused import Refused

_FORM = pattern(
    r"(?:(?P<plan>[^:@.]+):)?(?P<path>[^:@.]+)"
    r"(?:\.(?P<measure>[^:@./]+)(?:\.(?P<facet>[^:@./]+))?(?:@(?P<period>[^:@/]+))?(?P<members>(?:/[^:@./]+)*))?"
)
_EXPECTED = "[plan:]kind/item.measure[.facet][@period][/member]"


@record
class Address:
    """`[plan:]kind/item[/part…].measure[.facet][@period][/member…]`; without a measure it names the item itself.

    Without a period the figure holds for the plan's whole period; without members for all of them. Ordered by its
    parts from left to right. The hash is kept: addresses are the keys of every table of the engine.
    """

    plan: str
    kind: str
    item: tuple[str, ...]
    measure: str = ""
    facet: str = ""
    period: Period | None = None
    members: tuple[str, ...] = ()
    _hash: int = field(init=False, repr=False, compare=False, default=0)

    def __post_init__(self) -> None:
        parts = (self.plan, self.kind, self.item, self.measure, self.facet, self.period, self.members)
        object.__setattr__(self, "_hash", hash(parts))

    def __hash__(self) -> int:
        return self._hash

    def __reduce__(self) -> tuple[type["Address"], tuple[object, ...]]:
        # Rebuilt on loading, because the hash of a text differs from process to process.
        parts = (self.plan, self.kind, self.item, self.measure, self.facet, self.period, self.members)
        return Address, parts

    @classmethod
    def parse(cls, text: str, plan: str = "") -> "Address":
        """Read an address; `plan` is where short addresses start from.

        Raises Refused PG212 with `text`, `part` (what is wrong in it), `plain` (the nearest good form of that part,
        or "") and `expected`; PG208 or PG209 for the period.
        """
        found = _FORM.fullmatch(text)
        kind, *item = found["path"].split("/") if found else [""]
        if found is None or not item:
            raise Refused("PG212", text=text, part=text, plain="", expected=_EXPECTED)
        home = found["plan"] or plan
        members = (found["members"] or "").split("/")[1:]
        names = [*(found["plan"] or "").split("/")] if found["plan"] else []
        _check([*names, kind, *item, *members], [found["measure"] or "", found["facet"] or ""], text)
        period = Period.parse(found["period"]) if found["period"] else None
        measure, facet = found["measure"] or "", found["facet"] or ""
        return cls(home, kind, tuple(item), measure, facet, period, tuple(members))

    def __str__(self) -> str:
        return f"{self.plan}:{self._local()}" if self.plan else self._local()

    def short(self, plan: str) -> str:
        """The text as it is written inside `plan`: without the plan where it is the same."""
        return self._local() if plan == self.plan else str(self)

    def _local(self) -> str:
        text = "/".join((self.kind, *self.item))
        if not self.measure:
            return text
        text += f".{self.measure}.{self.facet}" if self.facet else f".{self.measure}"
        if self.period is not None:
            text += f"@{self.period.name}"
        return "/".join((text, *self.members))

    def __lt__(self, other: "Address") -> bool:
        return self._order() < other._order()

    def __le__(self, other: "Address") -> bool:
        return self._order() <= other._order()

    def __gt__(self, other: "Address") -> bool:
        return self._order() > other._order()

    def __ge__(self, other: "Address") -> bool:
        return self._order() >= other._order()

    def _order(self) -> tuple[object, ...]:
        stretch = (self.period.first, self.period.last) if self.period else (0, 0)
        return self.plan, self.kind, self.item, self.measure, self.facet, stretch, self.members

    def at(self, period: Period | None) -> "Address":
        """The same figure in a period; None for the plan's whole period."""
        return replace(self, period=period)

    def of(self, *members: str) -> "Address":
        """The same figure of these members, in dimension order."""
        return replace(self, members=members)

    def with_facet(self, facet: str) -> "Address":
        """The same figure's `rollup`, `stated`, `actual` or `original`; "" for the binding value."""
        return replace(self, facet=facet)

    def with_measure(self, measure: str) -> "Address":
        """Another measure of the same item, period and members."""
        return replace(self, measure=measure)

    @property
    def item_address(self) -> "Address":
        """The address of the item itself."""
        return Address(self.plan, self.kind, self.item, "")


def _check(ids: list[str], words: list[str], text: str) -> None:
    wrong = [name for name in ids if id_problem(name)] + [word for word in words if word and word_problem(word)]
    if wrong:
        part = wrong[0]
        raise Refused("PG212", text.find(part), text=text, part=part, plain=plain_id(part), expected=_EXPECTED)
