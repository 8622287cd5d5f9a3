"""Who answers for what, counted again from the plan files: an owner holds for all below it that names no other."""

import csv
import re
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from independent.overlays import Leaf, Tree, leaves, load

UNSET = ("待定", "TBD")
NO_WORK = ("org", "plan")
"""Files whose entries are no work of anybody: the roles themselves, the plan's head."""


PARTS = frozenset({
    "axes", "columns", "conditions", "criteria", "customers", "examples", "goals", "ladder", "parts", "quadrants",
    "routes", "samples", "steps", "tiers", "treatments",
})  # fmt: skip
"""What holds parts: they are counted where they name somebody themselves."""
DOING = {("routines",): "role", ("training",): "trainer", ("procedures", "steps"): "actor"}
"""The field beside `owner` that says who answers, by file and by what the entry stands in."""


class Thing(NamedTuple):
    """An entry of a plan file: its plan and file, whether it has a name of its own, who answers, whom it names."""

    plan: str
    kind: str
    held: tuple[str, ...]
    own: bool
    item: bool
    tags: tuple[str, ...]
    to: tuple[str, ...]
    texts: tuple[str, ...]
    unset: int
    path: tuple[str, ...] = ()


class Staff:
    """One year of the example. Roles are written `plan:org/id`, nobody as `-`."""

    def __init__(self, root: Path, year: int) -> None:
        self.folder, self.things, self.roles = root / f"content/{year}", list[Thing](), dict[str, list[str]]()
        heads = sorted(self.folder.rglob("plan.yml"))
        for head in heads:
            org = load(root, head.with_name("org.yml")).get("roles", {})
            self.roles[self._path(head)] = list(org) if isinstance(org, dict) else []
        for head in heads:
            owner = self._named(load(root, head), self._path(head))
            for file in sorted(head.parent.glob("*.yml")):
                if file.stem != "plan":
                    self.things += self._inside(load(root, file), self._path(head), file.stem, owner, ())

        for head in heads:
            self.things += [*self._awaited(head)]

    def _awaited(self, head: Path) -> Iterator[Thing]:
        """Rows of actuals whose number is not known yet: owed by who answers for what they are the actuals of."""
        plan = self._path(head)
        for file in sorted(head.parent.glob("actuals/*.csv")):
            for row in csv.DictReader(file.open(encoding="utf-8-sig", newline="")):
                if row["value"] in UNSET:
                    kind, item = re.split(r"[.@]", row["address"])[0].split("/", 1)
                    held = next(t.held for t in self.things if (t.plan, t.kind, t.path) == (plan, kind, (item,)))
                    yield Thing(plan, kind, held, own=False, item=False, tags=(), to=(), texts=(), unset=1)

    def _path(self, head: Path) -> str:
        return head.parent.relative_to(self.folder).as_posix()

    def role(self, plan: str, text: str) -> str:
        """The role that a text means in a plan: its own, or that of a plan above."""
        if ":" in text:
            return text
        parts = plan.split("/")
        paths = ("/".join(parts[:length]) for length in range(len(parts), 0, -1))
        return next(f"{path}:org/{text}" for path in paths if text in self.roles.get(path, ()))

    def _named(self, tree: Tree, plan: str, field: str = "owner") -> tuple[str, ...]:
        assert isinstance(tree, dict)
        found = leaves(tree[field]) if field in tree else []
        return tuple(self.role(plan, leaf.text) for leaf in found)

    def _inside(
        self, tree: Tree, plan: str, kind: str, above: tuple[str, ...], path: tuple[str, ...]
    ) -> Iterator[Thing]:
        if not isinstance(tree, dict) or path[-1:] == ("stated",):
            return
        own = self._named(tree, plan)
        if kind == "duties" and len(path) == 2:
            own = tuple(dict.fromkeys((*own, self.role(plan, path[0]))))
        elif (doing := DOING.get((kind, *path[-2:-1]))) is not None and doing in tree:
            own = (*own, *(each for each in self._named(tree, plan, doing) if each not in own))
        held = own or above
        named = any(isinstance(tree.get(name), Leaf) for name in ("name", "text")) and not PARTS & set(path[-2:-1])
        cells = [key for key, value in tree.items() if isinstance(value, Leaf) and value.text in UNSET]
        texts = tuple(leaf.text for value in tree.values() if not isinstance(value, dict) for leaf in leaves(value))
        tags = tuple(leaf.text for leaf in leaves(tree.get("tags", [])))
        to = self._named(tree, plan, "to") if kind == "duties" else ()
        yield Thing(plan, kind, held, bool(own), named, tags, to, texts, len(cells), path)
        for key, value in tree.items():
            yield from self._inside(value, plan, kind, held, (*path, key))

    def load(self, plan: str, role: str, kind: str = "") -> int:
        """How many entries of a plan a role answers for."""
        return sum(
            (thing.item or thing.own) and thing.kind not in NO_WORK
            and (thing.plan, thing.kind if kind else "") == (plan, kind)
            and (role in thing.held if role != "-" else not thing.held)
            for thing in self.things
        )  # fmt: skip

    def plans(self, role: str) -> list[str]:
        """The plans in which a role answers for anything."""
        return [plan for plan in self.roles if self.load(plan, role)]

    def through(self, role: str, plan: str, kind: str) -> int:
        """What is a role's without naming it."""
        mine = [t for t in self.things if (t.plan, t.kind) == (plan, kind) and role in t.held]
        return sum(thing.item and not thing.own and role.rpartition("/")[2] not in thing.texts for thing in mine)

    def owed(self, role: str, plan: str = "") -> int:
        """How many values a role has not set; of one plan, or of all."""
        mine = [t for t in self.things if plan in ("", t.plan) and (role in t.held[:1] or (role == "-" and not t.held))]
        return sum(thing.unset for thing in mine)

    def duties(self, plan: str, role: str, tag: str, *, carried: bool) -> int:
        """The duties of a tag that stand under a role, or whose result it gets."""
        mine = [thing for thing in self.things if thing.plan == plan and tag in (thing.tags or ("",))]
        return sum(role in (t.held if carried else t.to) for t in mine if t.kind == "duties" and t.item)
