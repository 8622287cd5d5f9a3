"""Names: what the things of a comparison are called, as somebody who knows the plan would say."""

from collections.abc import Collection, Iterator, Mapping
from functools import cached_property

from plangen.diff import Changes, Entity, EntityKey, Passage, Person, Side
from plangen.model import Entry
from plangen.render.origins import Origins
from plangen.review.field_words import choice_word, field_word
from plangen.review.words import say
from plangen.values import Address, Key, Refused

SHARED = ("plan", "dimensions", "profiles", "terms", "names", "handbook", "actuals", "scenarios", "pictures")
"""What belongs to no section and has a word of its own."""
DOT = " · "


class Names:
    """The names of both sides; where a thing has two, the one of the side after counts.

    `titles` says what the section kinds are called.
    """

    def __init__(self, changes: Changes, titles: Mapping[str, str]) -> None:
        self._sides = (changes.after, changes.before)
        self._titles = titles
        self._renames = changes.renames
        self.language = changes.after.scope.language

    @cached_property
    def plans(self) -> Collection[str]:
        """The paths of all plans, as they are called on the side after."""
        after, before = (side.scope.plan_year.plans for side in self._sides)
        return dict.fromkeys([*after, *map(self._renames.plan, before)])

    def plan(self, path: str) -> str:
        """What a plan is called."""
        for side in self._sides:
            plan = side.scope.plan_year.plans.get(path)
            if plan is not None:
                return plan.head.name
        return path

    def section(self, kind: str) -> str:
        """What a section, or what belongs to none, is called."""
        if kind in SHARED:
            return say(self.language, kind)
        return self._titles.get(kind, kind)

    def where(self, key: EntityKey) -> str:
        """The plan (where there are several) and the section of an entity; not what it is called itself."""
        plan = self.plan(key.plan) if key.plan and len(self.plans) > 1 else ""
        section = "" if key.kind in ("plan", "handbook") or not key.item else self.section(key.kind)
        return DOT.join(part for part in (plan, section) if part)

    def subject(self, entity: Entity) -> str:
        """What an entity is called, with the items that it lies in."""
        key = entity.key
        if key.kind == "plan" and len(self.plans) < 2:
            return self.plan(key.plan)
        if key.kind == "actuals":
            return self._figure_of(key)
        if key.kind == "scenarios":
            return self._scenario(key.item[0])
        parts = [self.item(key.plan, key.kind, key.item[: n + 1], entity) for n in range(len(key.item))]
        parts += self._inner(key, entity)
        return DOT.join(part for part in parts if part) or self.section(key.kind)

    def own(self, entity: Entity) -> str:
        """What an entity is called, without what it lies in."""
        key = entity.key
        whole = self.plan(key.plan) if key.kind == "plan" else self.section(key.kind)
        return (list(self._inner(key, entity)) or [entity.name if key.item else whole])[-1]

    def item(self, plan: str, kind: str, item: tuple[str, ...], entity: Entity | None = None) -> str:
        """What an item is called; its id where it has no name."""
        if entity is not None and item == entity.key.item and not entity.key.inner:
            return entity.name
        for side in self._sides:
            entry = _entry(side, plan, kind, item)
            if entry is not None:
                return str(getattr(entry, "name", None) or getattr(entry, "text", None) or item[-1])
        return item[-1] if item else self.section(kind)

    def _inner(self, key: EntityKey, entity: Entity | None) -> Iterator[str]:
        """The way inside an item: members by name, an axis only where no member follows, else the field's word.

        What has a name itself, such as a column, is called by it.
        """
        for place, step in enumerate(key.inner):
            last = place == len(key.inner) - 1
            if self.is_axis(step):
                if last or (place and key.inner[place - 1] == "gaps"):
                    yield self.member(step)
            else:
                own = entity.name if last and entity is not None and entity.fields.get("name") else ""
                title = own or self.member(step, key.plan)
                yield title if title != step else field_word(self.language, step, key.kind)

    def is_axis(self, name: str) -> bool:
        """Whether a name is a dimension's."""
        return any(name in side.scope.dimensions.axes for side in self._sides)

    def member(self, name: str, plan: str = "") -> str:
        """A member, an axis or a hierarchy; a role of the plan or of one above; else the name itself."""
        for side in self._sides:
            title = side.scope.dimensions.title_of(name)
            if title != name:
                return title
        return self.role(plan, name)

    def role(self, plan: str, name: str) -> str:
        """A role of a plan or of one above; the id where there is none."""
        return self.by_id(plan, "org", name)

    def by_id(self, plan: str, kind: str, name: str) -> str:
        """What a plain id in a plan means: an item of its section of a kind, or of a plan above."""
        parts = plan.split("/") if plan else []
        for side in self._sides:
            for length in range(len(parts), 0, -1):
                entry = _entry(side, "/".join(parts[:length]), kind, (name,))
                if entry is not None:
                    return str(getattr(entry, "name", None) or getattr(entry, "text", None) or name)
        return name

    def profile(self, name: str) -> str:
        """What a season profile is called; the year before as one too."""
        found = (_entry(side, "", "profiles", (name,)) for side in self._sides)
        entry = next((each for each in found if each is not None), None)
        return str(getattr(entry, "name", None) or choice_word(self.language, name))

    def person(self, person: Person) -> str:
        """What a person or a role is called."""
        return self.role(person.plan, person.id) if person.plan else self.member(person.id)

    def reference(self, text: str, plan: str, kind: str) -> str:
        """What a reference means, by name: an item, or a figure of one."""
        if kind and "/" not in text:
            return self.by_id(plan, kind, text)
        try:
            address = Address.parse(text, plan=plan)
        except Refused:
            return text
        return self.figure(address, plan) if address.measure else self.item(address.plan, address.kind, address.item)

    def figure(self, address: Address, plan: str = "") -> str:
        """What a figure is called, without the plan that it shares with what is spoken of."""
        if len(self.plans) < 2:
            plan = address.plan
        seen = Address(plan, "", (), "")
        known = (n for n, side in enumerate(self._sides) if side.scope.entry(address.item_address) is not None)
        place = next(known, 0)
        year = self._sides[place].year
        label = self._origins[place].label(Key(year, address), Key(year, seen))
        return f"{self.section(address.kind)} · {label}" if address.item == ("total",) else label

    @cached_property
    def _origins(self) -> tuple[Origins, ...]:
        return tuple(Origins(side.figures, {side.year: side.scope}, self.language) for side in self._sides)

    def _figure_of(self, key: EntityKey) -> str:
        try:
            name = self.figure(Address.parse(key.item[0], plan=key.plan), key.plan)
        except Refused:
            name = key.item[0]
        return DOT.join((name, *key.inner))

    def _scenario(self, name: str) -> str:
        for side in self._sides:
            for each in side.scope.handbook.scenarios.get(side.year, ()):
                if each.id == name:
                    return each.title
        return name

    def narrative(self, plan: str, name: str) -> str:
        """What a narrative is called: its section, its place, or its own file."""
        if name == "index":
            return say(self.language, "overview" if plan else "home")
        return self.section(name)

    def passage(self, passage: Passage) -> tuple[str, ...]:
        """The way to a passage: its plan and narrative, then its headings, which stand for the name of a plain file."""
        plan = self.plan(passage.plan) if passage.plan and len(self.plans) > 1 else ""
        called = self.narrative(passage.plan, passage.name)
        own = "" if called == passage.name and passage.heading else called
        first = DOT.join(part for part in (plan, own) if part)
        return (*((first,) if first else ()), *passage.heading)

    def words(self) -> set[str]:
        """Every name of both sides: a comparison of prose never cuts one."""
        found: set[str] = set()
        for side in self._sides:
            scope = side.scope
            for axis in scope.dimensions.axes.values():
                found |= {axis.name, *(member.name for member in axis.members.values())}
            found |= {plan.head.name for plan in scope.plan_year.plans.values()}
            found |= {str(name) for entry in scope.entries.values() if (name := getattr(entry, "name", None))}
        return found


def _entry(side: Side, plan: str, kind: str, item: tuple[str, ...]) -> Entry | None:
    """An item of a side; of its dimensions and profiles too."""
    if kind in ("dimensions", "profiles"):
        tops = (side.scope.dimensions, *side.scope.profiles.values())
        found = (entry for top in tops for entry in top.walk() if entry.address_item == item)
        return next(found, None)
    return side.scope.entries.get((plan, kind, item))
