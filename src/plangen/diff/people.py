"""People: whom a change touches, as persons of the handbook's dimension and as roles of its organisation."""

from collections.abc import Iterable, Iterator

from plangen.compute import YearScope
from plangen.diff.edit import Edit
from plangen.diff.entity import Entity
from plangen.diff.value import Value, texts
from plangen.model import RefField, marked_fields
from plangen.values import Address, record

PERSON = "person"
"""The dimension whose members are persons."""


@record
class Person:
    """A person (`plan` empty) or a role of a plan, by id."""

    plan: str
    id: str


class People:
    """Everybody whom a year knows."""

    def __init__(self, scope: YearScope) -> None:
        axis = scope.dimensions.axes.get(PERSON)
        self.persons = frozenset(axis.members if axis else ())
        self.roles = frozenset(
            (plan, item[0])
            for (plan, kind, item), entry in scope.entries.items()
            if kind == "org" and "reports_to" in type(entry).model_fields
        )
        self._known: dict[tuple[str, str], tuple[Person, ...]] = {}

    def of_addresses(self, addresses: Iterable[Address]) -> Iterator[Person]:
        """The persons and roles that figures are of: members that are people, items that are roles."""
        for address in addresses:
            for member in address.members:
                yield from self._called(address.plan, member)
            if address.kind == "org" and address.item:
                yield from self._role(address.plan, address.item[0])

    def _called(self, plan: str, name: str) -> tuple[Person, ...]:
        """The person or role that a name means in a plan; looked up once, because every figure asks."""
        if (plan, name) not in self._known:
            person = name in self.persons
            self._known[plan, name] = (Person("", name),) if person else tuple(self._role(plan, name))
        return self._known[plan, name]

    def of_edit(self, edit: Edit) -> Iterator[Person]:
        """The persons and roles that an edit names: what it changes, whose it is, what it refers to."""
        for entity in (*edit.after, *edit.before):
            yield from self.of_entity(entity)
        if edit.kind == "changed" and edit.field in _references(edit.entity):
            yield from self._named(edit.entity.key.plan, (edit.old, edit.new))
        if edit.kind == "moved":
            yield from self._named(edit.entity.key.plan, (str(edit.old), str(edit.new)))

    def of_entity(self, entity: Entity) -> Iterator[Person]:
        """The persons and roles of an entity: what it is, what it stands under, who owns it."""
        plan, kind, item, inner = entity.key
        if kind == "org" and item:
            yield from self._role(plan, item[0])
        yield from (Person("", step) for step in (*item, *inner) if step in self.persons)
        for step in (*entity.home, *texts(entity.fields.get("owner"))):
            yield from self._role(plan, step)

    def _named(self, plan: str, values: Iterable[Value]) -> Iterator[Person]:
        for value in values:
            for text in texts(value):
                home, _, id_ = text.rpartition(":org/")
                yield from self._role(home or plan, id_)

    def role(self, plan: str, id_: str) -> Person | None:
        """The role that an id means in a plan: its own, or one of a plan above."""
        parts = plan.split("/")
        paths = ("/".join(parts[:length]) for length in range(len(parts), 0, -1))
        return next((Person(path, id_) for path in paths if (path, id_) in self.roles), None)

    def _role(self, plan: str, id_: str) -> Iterator[Person]:
        found = self.role(plan, id_)
        if found is not None:
            yield found


def _references(entity: Entity) -> tuple[str, ...]:
    return tuple(name for name, _ in marked_fields(type(entity.entry), RefField)) if entity.entry is not None else ()
