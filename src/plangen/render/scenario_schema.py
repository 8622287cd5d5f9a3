"""JSON Schema of a scenario's file: the sections' own schemas, as differences."""

import json
from collections.abc import Mapping
from typing import Any

from pydantic.json_schema import JsonSchemaValue

from plangen.model import Entry, ScenarioHead
from plangen.render.json_schema import json_schema, mappings_in
from plangen.render.schema_words import Called, with_words

NULL = {"type": "null"}
"""What takes a key out."""
NAME = "scenario"
OWN = ("$schema", "$id", "title")
"""What a whole schema says of itself."""


def _nothing(key: str, kind: str) -> str:
    return ""


def scenario_schema(sections: Mapping[str, type[Entry]], called: Called = _nothing) -> JsonSchemaValue:
    """The schema of a scenario's file: for each section what its file may hold; nothing is required, null takes out.

    `called` gives the Chinese names of keys.
    """
    whole = with_words(json_schema(ScenarioHead, NAME), NAME, called)
    shared: dict[str, Any] = {}
    for name, model in sections.items():
        body = _apart(with_words(json_schema(model, name), name, called), name)
        shared |= body.pop("$defs", {})
        whole["properties"][name] = {key: value for key, value in body.items() if key not in OWN}
    for part in mappings_in([whole["properties"], shared]):
        part.pop("required", None)
        _take_out(part)
    return {**whole, "$defs": shared}


def _apart(schema: JsonSchemaValue, name: str) -> dict[str, Any]:
    """The schema with its definitions under names of their own, so that two sections may each have a `Line`."""
    text = json.dumps(schema, ensure_ascii=False).replace('"#/$defs/', f'"#/$defs/{name}-')
    found: dict[str, Any] = json.loads(text)
    if "$defs" in found:
        found["$defs"] = {f"{name}-{key}": value for key, value in found["$defs"].items()}
    return found


def _take_out(part: dict[str, Any]) -> None:
    """Let every key of a mapping be taken out."""
    properties, others = part.get("properties"), part.get("additionalProperties")
    if isinstance(properties, dict) and all(isinstance(value, dict) for value in properties.values()):
        part["properties"] = {key: {"anyOf": [value, NULL]} for key, value in properties.items()}
    if isinstance(others, dict):
        part["additionalProperties"] = {"anyOf": [others, NULL]}


def scenario_text(sections: Mapping[str, type[Entry]], called: Called) -> str:
    """The schema as a file: sorted keys, so that equal models give equal bytes."""
    return json.dumps(scenario_schema(sections, called), ensure_ascii=False, indent=2, sort_keys=True) + "\n"
