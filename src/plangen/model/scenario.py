"""Scenarios of a plan year: files that hold only what differs from the plan's own."""

from collections.abc import Iterable, Mapping
from dataclasses import field
from pathlib import PurePosixPath

from plangen.findings import Finding
from plangen.model import scenario_codes as codes
from plangen.model.binding import bind
from plangen.model.entry import Entry, Place
from plangen.model.fields import Text
from plangen.source import Entry as Pair
from plangen.source import SourceFile, YamlMapping, read_yaml
from plangen.values import Refused, Span, check_id
from plangen.values.near import asked
from plangen.values.record import record

BASE = "base"
"""The scenario that the plan's own files are."""
SCENARIOS = "scenarios"
"""The folder of a plan that holds its scenarios."""


class ScenarioHead(Entry):
    """What a scenario's file says of the scenario itself; everything else in it is a section's differences."""

    name: Text | None = None
    """What the scenario is called, such as 挑战; the same in every plan of a year."""


@record
class Scenario:
    """One scenario of a year. `binding` is the one that figures without a scenario mean."""

    id: str
    title: str
    binding: bool = False


@record
class Differences:
    """The file of one scenario of one plan: its head, and for each section kind what differs (key and mapping)."""

    plan: str
    scenario: str
    head: ScenarioHead
    parts: Mapping[str, Pair] = field(default_factory=dict)


def is_overlay(path: PurePosixPath, plans: Iterable[str]) -> bool:
    """Whether a YAML file lies in the scenarios folder of a plan."""
    return path.parent.name == SCENARIOS and str(path.parent.parent) in plans


def read_differences(
    file: SourceFile, plan: str, year: int, kinds: Iterable[str], language: str
) -> tuple[Differences | None, list[Finding]]:
    """Read one scenario's file; None where the file itself is refused.

    `kinds` are the section kinds, `language` is the handbook's own.
    """
    name = PurePosixPath(file.path).stem
    whole = Span.whole(file.path)
    try:
        check_id(name)
    except Refused as error:
        return None, [Finding(error.code, whole, error.args_, year)]
    if name == BASE:
        return None, [Finding(codes.RESERVED, whole, {"name": f"{BASE}.yml"}, year)]
    node, findings = read_yaml(file.path, file.data)
    found = [finding.with_(year=year) for finding in findings]
    if node is None or found:
        return None, found
    known = tuple(kinds)
    parts = {pair.key.text: pair for pair in node.entries if pair.key.text in known}
    rest = YamlMapping(tuple(pair for pair in node.entries if pair.key.text not in known), node.span)
    strange = [pair for pair in rest.entries if pair.key.text not in ScenarioHead.model_fields]
    if strange:
        names = (*known, *ScenarioHead.model_fields)
        return None, [_unknown(pair, name, names, year) for pair in strange]
    head, problems = bind(ScenarioHead, rest, Place(year, plan, SCENARIOS, file.path), {"language": language})
    if head is None:
        return None, problems
    differences = Differences(plan, name, head, parts)
    return differences, [] if parts else [Finding(codes.EMPTY, whole, {"name": name}, year)]


def _unknown(pair: Pair, scenario: str, known: tuple[str, ...], year: int) -> Finding:
    args = {"scenario": scenario, "name": pair.key.text, **asked(pair.key.text, known), "known": ", ".join(known)}
    return Finding(codes.UNKNOWN, pair.key.span, args, year)
