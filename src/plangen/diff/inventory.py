"""The inventory of a side: every entity of its year, by its key."""

from collections.abc import Iterator, Mapping
from hashlib import sha256
from typing import Any

from plangen.diff.entity import Entity, EntityKey
from plangen.diff.side import Side
from plangen.diff.value import Value, period_name, plain_value, written_fields
from plangen.model import Actual, Differences, Entry, Item, Part, Plan
from plangen.model.label import Label, said_in
from plangen.source import Node, YamlMapping, YamlScalar
from plangen.values import Span

PLAN, ACTUALS, SCENARIOS, PICTURES = "plan", "actuals", "scenarios", "pictures"
"""Kinds of entities that belong to no section."""

Inventory = dict[EntityKey, Entity]


def inventory(side: Side, *, same_year: bool = True) -> Inventory:
    """Every entity of a side. Another year's actuals and settings are not compared."""
    scope = side.scope
    found: Inventory = {}
    for plan in scope.plan_year.plans.values():
        found |= _of_plan(plan)
        for actual in plan.actuals if same_year else ():
            entity = _of_actual(actual, plan.path)
            found[entity.key] = entity
    terms, names = (each.get(side.year, ()) for each in (scope.handbook.terms, scope.handbook.names))
    for entry in (scope.dimensions, *scope.profiles.values(), *terms, *names):
        found |= _of_entry(entry, "", entry.place.kind)
    if same_year:
        found |= _of_entry(scope.handbook.head, "", "handbook")
    for each in scope.plan_year.differences:
        found |= _of_scenario(each)
    for path, data in scope.plan_year.media.items():
        key = EntityKey("", PICTURES, (path,))
        found[key] = Entity(key, {"content": sha256(data).hexdigest()[:16]})
    return found


def _of_plan(plan: Plan) -> Inventory:
    found = _of_entry(plan.head, plan.path, PLAN)
    for kind, section in plan.sections.items():
        found |= _of_entry(section, plan.path, kind)
    return found


def _of_entry(top: Entry, plan: str, kind: str) -> Inventory:
    """An entry and all inside it. Where two have one key the first counts: the checks report the other."""
    found: Inventory = {}
    depth: dict[tuple[str, ...], int] = {}
    for entry in top.walk():
        path = tuple(map(str, entry.path))
        if any(isinstance(step, int) for step in entry.path):
            continue  # in a list: a part of its owner's value
        item = entry.address_item
        if isinstance(entry, Item | Part) or item not in depth:
            depth.setdefault(item, len(path))
        key = EntityKey(plan, kind, item, path[depth[item] :])
        found.setdefault(key, Entity(key, fields_of(entry), path[:-1], entry))
    return found


def fields_of(entry: Entry) -> dict[str, Value]:
    """The written fields of an entry; what it holds inside itself are entities of their own."""
    found: dict[str, Value] = {}
    for name, value in written_fields(entry):
        if isinstance(value, Entry) or name == "was":
            continue
        found |= {f"{name}.{language}": text for language, text in _translations(value)}
        if isinstance(value, Mapping):
            found |= {f"{name}.{period_name(key)}": plain_value(inner) for key, inner in _plain_items(value)}
        else:
            found[name] = plain_value(value)
    return found


def _translations(value: Any) -> Iterator[tuple[str, Value]]:
    """The wordings of a text, or of a list of texts, in other languages than its own."""
    texts = value if isinstance(value, tuple) else (value,)
    labels = [text for text in texts if isinstance(text, Label)]
    for language in dict.fromkeys(language for label in labels for language in label.languages):
        told = tuple(plain_value(said_in(text, language)) for text in texts)
        if told != tuple(map(plain_value, texts)):
            yield language, told if isinstance(value, tuple) else told[0]


def _plain_items(value: Mapping[Any, Any]) -> Iterator[tuple[Any, Any]]:
    return ((key, inner) for key, inner in value.items() if not isinstance(inner, Entry | Mapping))


def _of_actual(actual: Actual, plan: str) -> Entity:
    key = EntityKey(plan, ACTUALS, (actual.planned.short(plan),), (str(actual.as_of.value),))
    return Entity(key, {"value": actual.value, **({"note": actual.note} if actual.note else {})}, (), actual)


def _of_scenario(differences: Differences) -> Inventory:
    key = EntityKey(differences.plan, SCENARIOS, (differences.scenario,))
    fields: dict[str, Value] = {}
    for kind, pair in differences.parts.items():
        fields |= dict(_leaves(pair.value, kind))
    place = Span.whole(differences.head.place.file)
    return {key: Entity(key, fields, place=place)}


def _leaves(node: Node, path: str) -> Iterator[tuple[str, Value]]:
    if isinstance(node, YamlScalar):
        yield path, " ".join(node.text.split())
    elif isinstance(node, YamlMapping):
        for pair in node.entries:
            yield from _leaves(pair.value, f"{path}.{pair.key.text}")
    else:
        yield path, tuple(value for item in node.items for _, value in _leaves(item, ""))
