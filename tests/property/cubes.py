"""Random cubes: an objective that is crossed on several axes, read from text and computed by the engine."""

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from itertools import combinations, product
from random import Random

from plangen.compute import Figures, PlanScope, YearScope, compute, typed_figures
from plangen.findings import Finding
from plangen.model import Handbook, Reader
from plangen.sections.objectives.cell_checks import cells_reach_figures
from plangen.sections.objectives.model import Objectives
from plangen.sections.objectives.rules import rules
from plangen.source import SourceFile
from plangen.values import Address, Figure, Key, Period, Quantity

STEP = 1000
AXES = ("channel", "region", "product", "person")
Members = tuple[str, ...]
Amounts = dict[Members, int]


@dataclass
class Cube:
    """One crossed objective: its axes with their members, the total in steps, what is written of it."""

    axes: dict[str, Members]
    total: int
    months: dict[str, int]
    marginals: dict[str, dict[str, int]]
    written: Amounts

    def files(self) -> list[SourceFile]:
        """The handbook that holds it."""
        members = {
            axis: {"name": axis, "members": {m: {"name": m} for m in names}} for axis, names in self.axes.items()
        }
        texts = {
            "handbook.yml": {"format": "1", "title": "方阵", "as_of": "2026-01-05"},
            "shared/dimensions.yml": members,
            "2026/demo/plan.yml": {"name": "方阵"},
            "2026/demo/objectives.yml": {"cube": self.objective()},
        }
        return [SourceFile(f"content/{path}", json.dumps(text).encode()) for path, text in texts.items()]

    def objective(self) -> dict[str, object]:
        """The objective as it is written: marginals as cells, written cells inside those of the first axis."""
        found: dict[str, object] = {"name": "方阵", "target": f"{self.total * STEP}元", "cross": list(self.axes)}
        found["phasing"] = {month: f"{amount * STEP}元" for month, amount in self.months.items()}
        for axis, parts in self.marginals.items():
            found[axis] = {name: {"target": f"{part * STEP}元"} for name, part in parts.items()}
        order = {name: axis for axis, names in self.axes.items() for name in names}
        for members, amount in self.written.items():
            cell: dict[str, object] = found
            for member in members:
                axis_of = cell.setdefault(order[member], {})
                assert isinstance(axis_of, dict)
                cell = axis_of.setdefault(member, {})
            cell["target"] = f"{amount * STEP}元"
        return found


def parts(random: Random, total: int, names: Members) -> dict[str, int]:
    """A total in as many random parts as there are names; some of them zero."""
    cuts = sorted(random.randint(0, total) for _ in names[1:])
    ends = [0, *cuts, total]
    return {name: ends[index + 1] - ends[index] for index, name in enumerate(names)}


def cube(random: Random) -> Cube:
    """Two to four axes of one to four members, every axis authored, months in random amounts."""
    axes = {axis: tuple(f"{axis}-{n}" for n in range(random.randint(1, 4))) for axis in AXES[: random.randint(2, 4)]}
    total = random.choice((0, 1, 7, 100, 12345, 10**9))
    marginals = {axis: parts(random, total, names) for axis, names in axes.items()}
    months = parts(random, total, tuple(f"M{month:02}" for month in range(1, 13)))
    return Cube(axes, total, months, marginals, {})


@dataclass
class Computed:
    """A cube with its figures in steps, and the findings of the check that compares the axes."""

    cube: Cube
    figures: Figures
    findings: list[Finding]

    def steps(self, members: Members, month: str = "") -> int | None:
        """The figure of some members in steps; None where it is not set."""
        quantity = self.quantity(members, month)
        if quantity.unset:
            return None
        steps, rest = divmod(quantity.value, Decimal(STEP))
        assert not rest, members
        return int(steps)

    def quantity(self, members: Members, month: str = "") -> Quantity:
        """The figure of some members."""
        period = Period.parse(month) if month else None
        return self.figures[Key(2026, Address("demo", "objectives", ("cube",), "target", "", period, members))].quantity

    def cells(self, axes: tuple[str, ...]) -> Iterator[Members]:
        """All combinations of the members of some axes."""
        return product(*(self.cube.axes[axis] for axis in axes))

    def subsets(self) -> Iterator[tuple[str, ...]]:
        """All choices of axes, the empty one and the whole included."""
        names = tuple(self.cube.axes)
        return (chosen for size in range(len(names) + 1) for chosen in combinations(names, size))


def computed(made: Cube) -> Computed:
    """What the engine makes of a cube."""
    reader = Reader("content", {"objectives": Objectives})
    handbook = reader.read(made.files())
    assert handbook is not None
    assert reader.findings == []
    scope, section = _scope(handbook, {})
    typed: list[Figure] = list(typed_figures(section))
    figures, problems = compute(typed, rules(section, scope))
    assert problems == []
    scope, section = _scope(handbook, figures)
    return Computed(made, figures, list(cells_reach_figures(section, scope)))


def _scope(handbook: Handbook, figures: Mapping[Key, Figure]) -> tuple[PlanScope, Objectives]:
    known = figures if isinstance(figures, Figures) else Figures(figures)
    (scope,) = YearScope(handbook, 2026, known).plans()
    section = scope.section("objectives")
    assert isinstance(section, Objectives)
    return scope, section
