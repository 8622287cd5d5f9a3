"""Who answers for what, counted again from the plan files: an owner holds for all below it that names no other."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from independent.overlays import Leaf, Tree, leaves, load

UNSET = ("待定", "TBD")
NO_WORK = ("org", "plan")
"""Files whose entries are no work of anybody: the roles themselves, the plan's head."""


class Thing(NamedTuple):
    """An entry of a plan file: its plan and file, whether it has a name of its own, who answers, whom it names."""

    plan: str
    kind: str
    held: tuple[str, ...]
    own: bool
    item: bool
    tags: tuple[str, ...]
    to: tuple[str, ...]
    unset: int


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
            own = (self.role(plan, path[0]),)
        held = own or above
        named = any(isinstance(tree.get(name), Leaf) for name in ("name", "text")) and path[-2:-1] != ("goals",)
        cells = [key for key, value in tree.items() if isinstance(value, Leaf) and value.text in UNSET]
        tags = tuple(leaf.text for leaf in leaves(tree.get("tags", [])))
        to = self._named(tree, plan, "to") if kind == "duties" else ()
        yield Thing(plan, kind, held, bool(own), named, tags, to, len(cells))
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
        return sum(thing.item and not thing.own for thing in mine)

    def owed(self, role: str, plan: str = "") -> int:
        """How many values a role has not set; of one plan, or of all."""
        mine = [t for t in self.things if plan in ("", t.plan) and (role in t.held[:1] or (role == "-" and not t.held))]
        return sum(thing.unset for thing in mine)

    def duties(self, plan: str, role: str, tag: str, *, carried: bool) -> int:
        """The duties of a tag that stand under a role, or whose result it gets."""
        mine = [thing for thing in self.things if thing.plan == plan and tag in (thing.tags or ("",))]
        return sum(role in (t.held if carried else t.to) for t in mine if t.kind == "duties" and t.item)


def level_of(staff_findings: list[dict[str, object]], year: int, plan: str, kind: str, level: str) -> int:
    """Findings of a plan's file by level; `*` is every plan, `-` what stands in none, `other` what is no section."""
    found = 0
    for each in staff_findings:
        parts = Path(str(each["file"])).parts
        inside = parts[2:] if str(year) in parts else ()
        home = "/".join(part for part in inside[:-1] if part not in ("scenarios", "actuals"))
        stem = Path(str(each["file"])).stem
        section = stem if inside and inside[-2:-1] not in (("scenarios",), ("actuals",)) and stem != "plan" else "other"
        section = section if str(each["file"]).endswith(".yml") and section != "index" else "other"
        state = "waived" if each["waived"] else each["level"]
        fits = plan in ("*", home or "-") and kind in ("", section) and level in ("", state)
        found += fits and each["year"] in (year, None)
    return found


def rows_of(page: Path, name: str, sort: str = "body") -> list[str]:
    """The rows of a table of a page, by what they are."""
    html = page.read_text(encoding="utf-8")
    table = re.search(rf'<section class="pg-table"[^>]*data-name="{name}".*?</section>', html, re.DOTALL)
    return re.findall(rf'<tr[^>]*class="pg-{sort}.*?</tr>', table[0], re.DOTALL) if table else []
