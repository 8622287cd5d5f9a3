"""`plangen schema`: one file a kind, valid for the kind's own example."""

from json import loads
from pathlib import Path

import pytest
import yaml

from plangen.catalogue import kinds
from plangen.model import Dimensions, HandbookHead
from plangen.render.json_schema import json_schema, mappings_in
from plangen.render.scenario_schema import scenario_schema
from unit.cli.tiny import DIMENSIONS, HEAD, Run


class Loader(yaml.SafeLoader):
    """YAML as editors read it: dates are text."""

    yaml_implicit_resolvers = {
        first: [pair for pair in pairs if pair[0] != "tag:yaml.org,2002:timestamp"]
        for first, pairs in yaml.SafeLoader.yaml_implicit_resolvers.items()
    }


def read(text: str) -> object:
    """The text as an editor understands it."""
    return Loader(text).get_single_data()


def test_files(run: Run, handbook: Path) -> None:
    """One for each kind and five more, each named on standard output; a second run changes nothing."""
    result = run("schema", "--out", "out")
    names = sorted([*kinds(), "dimensions", "handbook", "plan", "profiles", "scenario"])
    assert [Path(line).name for line in result.output.splitlines()] == [f"{name}.json" for name in names]
    first = {path.name: path.read_bytes() for path in (handbook / "out").iterdir()}
    run("schema", "--out", "out")
    assert first == {path.name: path.read_bytes() for path in (handbook / "out").iterdir()}
    assert loads(first["handbook.json"])["$id"] == "urn:plangen:format-1:handbook"


def test_default_folder(run: Run, handbook: Path) -> None:
    """schema/, below the handbook."""
    assert run("schema").exit_code == 0
    assert (handbook / "schema" / "plan.json").is_file()


@pytest.mark.parametrize("name", list(kinds()))
def test_an_example_fits_its_schema(name: str) -> None:
    """As an editor sees it: keys, types, required fields."""
    kind = kinds()[name]
    schema = json_schema(kind.model, name)
    assert list(problems(read(kind.example()), schema, schema)) == []


def test_handbook_and_dimensions_fit() -> None:
    """The tiny handbook's own files."""
    for text, model in ((HEAD, HandbookHead), (DIMENSIONS, Dimensions)):
        schema = json_schema(model, "x")
        assert list(problems(read(text), schema, schema)) == []


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("revenue: {name: x, channel: {dealer: {target: 1元}}}", 0),
        ("revenue: {name: x, channel: {dealer: 1元}}", 0),
        ("revenue: {name: x, channel: {dealer: {targt: 1元}}}", 1),
        ("revenue: {target: 1元}", 1),
        ("revenue: {name: x, target: [1元]}", 1),
        ("revenue: {name: x, target: }", 1),
        ("revenue: {name: x, rollup: kids}", 1),
        ("revenue: x", 1),
    ],
)
def test_mistakes_are_seen(text: str, count: int) -> None:
    """Axes may stand in an objective, with cells or plain targets; wrong keys and types may not."""
    schema = json_schema(kinds()["objectives"].model, "objectives")
    assert len(list(problems(read(text), schema, schema))) == count


@pytest.mark.parametrize("name", ["floor", "stretch"])
def test_the_scenarios_of_the_example_fit(repository: Path, name: str) -> None:
    """Differences alone, over four sections; null takes out."""
    schema = scenario_schema({each: kind.model for each, kind in kinds().items()})
    text = (repository / f"content/2026/adhesives/east-china/scenarios/{name}.yml").read_text(encoding="utf-8")
    assert list(problems(read(text), schema, schema)) == []


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("objectives: {revenue: {target: 1元, growth: null}}", 0),
        ("objectives: {revenue: {channel: {dealer: null}}}", 0),
        ("objectives: {revenue: {channel: {dealer: {targt: 1元}}}}", 1),
        ("objectivs: {revenue: {target: 1元}}", 1),
        ("objectives: [x]", 1),
        ("name: 挑战", 0),
        ("name: [x]", 1),
    ],
)
def test_mistakes_in_a_scenario_are_seen(text: str, count: int) -> None:
    """Nothing is required in differences; wrong keys and types are as wrong as in the sections."""
    schema = scenario_schema({each: kind.model for each, kind in kinds().items()})
    assert len(list(problems(read(text), schema, schema))) == count


TYPES = {
    "null": type(None),
    "string": str,
    "number": (int, float),
    "integer": int,
    "boolean": bool,
    "array": list,
    "object": dict,
}


def problems(value: object, schema: object, whole: dict[str, object]) -> list[str]:
    """A small judge of the part of JSON Schema that plangen writes."""
    assert isinstance(schema, dict)
    if "$ref" in schema:
        defs = whole["$defs"]
        assert isinstance(defs, dict)
        return problems(value, defs[schema["$ref"].removeprefix("#/$defs/")], whole)
    if "anyOf" in schema:
        each = [problems(value, part, whole) for part in schema["anyOf"]]
        return [] if [] in each else min(each, key=len)
    known = schema.get("type", [])
    types = known if isinstance(known, list) else [known]
    if types and not any(isinstance(value, TYPES[name]) for name in types):  # type: ignore[arg-type]
        return [f"{value!r} is no {types}"]
    found = (
        [f"{value!r} is none of them"]
        if value not in schema.get("enum", [value]) or value != schema.get("const", value)
        else []
    )
    if isinstance(value, list):
        return found + [problem for item in value for problem in problems(item, schema["items"], whole)]
    if isinstance(value, dict):
        found += [f"{name} is missing" for name in schema.get("required", []) if name not in value]
        for key, inner in value.items():
            rule = schema.get("properties", {}).get(key, schema.get("additionalProperties", False))
            found += problems(inner, rule, whole) if rule else [f"{key} is unknown"]
    return found


def test_every_key_is_told_in_both_languages(run: Run, handbook: Path) -> None:
    """Beside each key of a kind an editor shows its Chinese name and an English sentence: `目标 · What …`."""
    assert run("schema").exit_code == 0
    for name in kinds():
        schema = loads((handbook / "schema" / f"{name}.json").read_text(encoding="utf-8"))
        parts = [part for part in mappings_in(schema) if isinstance(part.get("properties"), dict)]
        assert parts, name
        for key, part in (pair for each in parts for pair in each["properties"].items()):
            chinese, _, english = part["description"].partition(" · ")
            assert any("一" <= letter <= "鿿" for letter in chinese), (name, key, part["description"])
            assert english.lstrip("`")[:1].isascii(), (name, key, part["description"])
            assert english.endswith("."), (name, key, part["description"])


def test_choices_are_told_in_both_languages(run: Run, handbook: Path) -> None:
    """One description a choice, in the order of the choices."""
    assert run("schema").exit_code == 0
    schema = loads((handbook / "schema" / "review.json").read_text(encoding="utf-8"))
    trend = schema["$defs"]["Result"]["properties"]["trend"]
    assert trend["enum"] == ["up", "down", "level"]
    assert trend["enumDescriptions"] == ["上升 · up", "下降 · down", "持平 · level"]
