"""A variant of a year: its plans with a scenario's differences laid over them, every difference judged."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from plangen.findings import Finding
from plangen.model import scenario_codes as codes
from plangen.model.binding import bind
from plangen.model.entry import Entry, Path, Place
from plangen.model.levels import fields_of, level_of_key
from plangen.model.overlay import Overlay, Touch
from plangen.model.plan import Plan, PlanYear
from plangen.model.scenario import Differences
from plangen.model.section import Section
from plangen.source import Entry as Pair
from plangen.source import Node, YamlMapping, YamlSequence
from plangen.values.near import asked


def variant_of(plain: PlanYear, scenario: str, axes: frozenset[str], language: str) -> tuple[PlanYear, list[Finding]]:
    """The year as a scenario has it, and what is wrong with the differences.

    Sections that do not differ are those of the plain year; one whose differences are refused stays as it was.
    `axes` are the names of the year's dimensions, `language` is the handbook's own.
    """
    laying = _Laying(scenario, axes, language)
    made = replace(plain, plans={}, _entries=None, _made={})
    mine = {each.plan: each for each in plain.differences if each.scenario == scenario}
    for path, plan in plain.plans.items():
        copy = replace(plan, sections=dict(plan.sections), parent=None, children=[])
        if plan.parent is not None:
            copy.parent = made.plans[plan.parent.path]
            copy.parent.children.append(copy)
        made.plans[path] = copy
        if path in mine:
            laying.differ(copy, mine[path])
    return made, laying.findings


@dataclass
class _Laying:
    """Lays the differences of one scenario over the sections of plans."""

    scenario: str
    axes: frozenset[str]
    language: str
    findings: list[Finding] = field(default_factory=list)

    def differ(self, plan: Plan, differences: Differences) -> None:
        """Bind the sections that differ anew."""
        for kind, pair in differences.parts.items():
            section = plan.sections.get(kind)
            if section is not None:
                plan.sections[kind] = self._laid(section, pair) or section
            elif kind not in plan.broken:
                self.findings.append(self._unknown(pair, tuple(plan.sections), plan.year))

    def _laid(self, section: Section, pair: Pair) -> Section | None:
        """The section with the differences over it; None where they do not fit."""
        below, place = section.place.nodes[()], section.place
        assert isinstance(below, YamlMapping), "a section is read from a mapping"
        if not isinstance(pair.value, YamlMapping):
            touch = Touch("shape", (place.kind,), pair.key, pair.value, tuple(e.key.text for e in below.entries))
            self.findings.append(self._shape(touch, below, place.year))
            return None
        overlay = Overlay()
        merged = overlay.laid(below, pair.value)
        if not overlay.touches:
            self.findings.append(Finding(codes.EMPTY, pair.key.span, {"name": self.scenario}, place.year))
            return None
        wrong = [finding for touch in overlay.touches for finding in self._judged(touch, section)]
        self.findings += wrong
        if wrong:
            return None
        fresh = Place(place.year, place.plan, place.kind, place.file, order=place.order)
        bound, problems = bind(type(section), merged, fresh, {"dimensions": self.axes, "language": self.language})
        self.findings += problems
        if bound is not None:
            self.findings += [*self._new(bound, section), *self._same(bound, section, overlay.touches)]
        return bound

    def _judged(self, touch: Touch, section: Section) -> Iterator[Finding]:
        """What is wrong with one difference before it is read."""
        year = section.place.year
        if touch.kind == "shape":
            yield self._shape(touch, section.place.nodes[touch.path], year)
            return
        level = level_of_key(type(section), touch.path, self.axes)
        if level == "field" and touch.path[-1] in section.side_files:
            args = {"scenario": self.scenario, "name": touch.key.text}
            yield Finding(codes.SIDE_FILE, touch.key.span, args, year)
            return
        if touch.kind == "missing" or (touch.kind == "added" and level in ("item", "unknown")):
            fields = () if touch.kind == "missing" else fields_of(type(section), touch.path, self.axes)
            yield self._unknown(Pair(touch.key, touch.value), tuple(dict.fromkeys((*touch.known, *fields))), year)

    def _new(self, bound: Section, section: Section) -> Iterator[Finding]:
        """Items and members that the plan does not have."""
        there = {_identity(entry) for entry in section.walk()}
        for entry in bound.walk():
            if _identity(entry) not in there and entry.id:
                args = {"scenario": self.scenario, "name": entry.id, "hint_zh": "", "hint_en": "", "known": "–"}
                yield Finding(codes.UNKNOWN, entry.key_span(), args, section.place.year)
                return

    def _same(self, bound: Section, section: Section, touches: list[Touch]) -> Iterator[Finding]:
        """Differences that are none: read, they say what the plan says."""
        for touch in touches:
            if touch.kind == "changed" and _value(bound, touch.path) == _value(section, touch.path) is not None:
                args = {"scenario": self.scenario, "name": ".".join(map(str, touch.path))}
                yield Finding(codes.SAME, touch.key.span, args, section.place.year)

    def _unknown(self, pair: Pair, known: tuple[str, ...], year: int) -> Finding:
        name = pair.key.text
        args = {"scenario": self.scenario, "name": name, **asked(name, known), "known": ", ".join(known) or "–"}
        return Finding(codes.UNKNOWN, pair.key.span, args, year)

    def _shape(self, touch: Touch, below: Node, year: int) -> Finding:
        args: dict[str, Any] = {
            "scenario": self.scenario,
            "name": touch.key.text,
            "known": ", ".join(touch.known) or "–",
        }
        for side, node in (("below", below), ("above", touch.value)):
            args[f"{side}_zh"], args[f"{side}_en"] = _shape_words(node)
        first = "target" if "target" in touch.known else next(iter(touch.known), "…")
        return Finding(codes.SHAPE, touch.value.span, {**args, "first": first}, year)


def _shape_words(node: Node) -> tuple[str, str]:
    if isinstance(node, YamlMapping):
        return "键: 值 的映射", "a mapping"
    return ("列表", "a list") if isinstance(node, YamlSequence) else ("一个值", "a single value")


def _identity(entry: Entry) -> tuple[object, ...]:
    return (entry.address_item, entry.address("x").members)


def _value(section: Section, path: Path) -> object:
    """The value that a path of keys leads to, or None."""
    here: Any = section
    for step in path:
        here = _step(here, step)
    return here


def _step(here: Any, step: str | int) -> Any:
    if isinstance(here, Entry):
        if step in type(here).model_fields and step not in here.invisible:
            return getattr(here, str(step))
        hidden = [getattr(here, name) for name in sorted(here.invisible)]
        return next((each[step] for each in hidden if isinstance(each, Mapping) and step in each), None)
    return here.get(step) if isinstance(here, Mapping) else None
