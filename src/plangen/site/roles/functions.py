"""Functions of a plan: the tags under which work is written, who carries each, and who leads it."""

from collections.abc import Iterator, Mapping

from plangen.model import Entry, Plan
from plangen.site.edition import Edition
from plangen.site.roles.register import Register
from plangen.values import Address, record


@record
class Function:
    """One tag. `carriers` are the roles that answer for entries of it, `partners` those that such entries name beside.

    Each with how many entries. `tops` are the carriers that no other carrier is a superior of: one of them leads,
    several are side by side; none: nobody carries it. `tag` is empty for what has none.
    """

    tag: str
    carriers: Mapping[Address, int]
    partners: Mapping[Address, int]
    tops: tuple[Address, ...]

    @property
    def lead(self) -> Address | None:
        """The one role that leads."""
        return self.tops[0] if len(self.tops) == 1 else None

    @property
    def state(self) -> str:
        """`led`, `shared` (several side by side) or `nobodys`; what has no tag is no function: `untagged`."""
        if not self.tag:
            return "untagged"
        return "led" if len(self.tops) == 1 else "shared" if self.tops else "nobodys"


def functions(edition: Edition, plan: Plan) -> list[Function]:
    """The functions of a plan in the order in which their tags are first written; what has no tag comes last."""
    return edition.roles.once(f"functions {plan.path}", lambda: list(_functions(edition.roles, plan)))


def _functions(register: Register, plan: Plan) -> Iterator[Function]:
    by_tag: dict[str, list[Entry]] = {}
    for section in plan.sections.values():
        for entry in section.walk():
            if "tags" in type(entry).model_fields:
                for tag in getattr(entry, "tags", ()) or ("",):
                    by_tag.setdefault(tag, []).append(entry)
    for tag in sorted(by_tag, key=lambda tag: not tag):
        yield _function(register, tag, by_tag[tag])


def _function(register: Register, tag: str, entries: list[Entry]) -> Function:
    carriers: dict[Address, int] = {}
    partners: dict[Address, int] = {}
    for entry in entries:
        for role, tie in register.named_by(entry):
            counts = carriers if tie.answers else partners
            counts[role] = counts.get(role, 0) + 1
    return Function(tag, carriers, partners, tuple(_tops(register, carriers)))


def _tops(register: Register, carriers: Mapping[Address, int]) -> Iterator[Address]:
    """The carriers without a superior among the others."""
    for role in carriers:
        above, seen = register.superior(role), {role}
        while above is not None and above not in seen and above not in carriers:
            seen.add(above)
            above = register.superior(above)
        if above is None or above not in carriers or above == role:
            yield role
