"""JSON Schema of the content's files, for editors that complete and check YAML."""

import json
from collections.abc import Iterator
from copy import deepcopy
from typing import Any

from pydantic.json_schema import GenerateJsonSchema, JsonSchemaValue

from plangen.model import Entry, Section
from plangen.model.docs import field_docs
from plangen.render.schema_words import Called, with_words

DIALECT = "https://json-schema.org/draft/2020-12/schema"
ID = r"^[^\s\d.:/@_-][^\s.:/@]*$"
"""Ids in a form that every editor's regular expressions know; `plangen check` looks closer."""
PLAIN = {"type": ["string", "number"]}
"""A member's cell may be written as its target alone."""
MEMBER = "x-plangen-member"


class _Generator(GenerateJsonSchema):
    """Writes a model as its file has it.

    An empty value is refused by the content's format, so that no field may be null; fields that stand in no file
    (`invisible`) give way to the keys that the file has.
    """

    def model_schema(self, schema: Any) -> JsonSchemaValue:
        """The schema of one model; an invisible mapping becomes the rule for all other keys."""
        result = super().model_schema(schema)
        model = schema["cls"]
        if not issubclass(model, Entry) or (issubclass(model, Section) and model.root):
            return result
        for name, text in field_docs(model).items():
            key = model.model_fields[name].alias or name
            result["properties"][key] = {**result["properties"][key], "description": text}
        for name in sorted(model.invisible):
            hidden = result["properties"].pop(name)
            others = {"description": hidden.get("description", ""), **hidden.get("additionalProperties", {})}
            result["additionalProperties"] = others if len(others) > 1 else False
        if model.open:
            result["additionalProperties"] = {"type": ["string", "number", "boolean"]}
        return {**result, MEMBER: True} if model.member and "target" in model.model_fields else result

    def nullable_schema(self, schema: Any) -> JsonSchemaValue:
        """The schema without null."""
        return self.generate_inner(schema["schema"])

    def dict_schema(self, schema: Any) -> JsonSchemaValue:
        """A mapping by id: one rule for its keys and one for its values."""
        result = super().dict_schema(schema)
        for value in result.pop("patternProperties", {}).values():
            result.update(propertyNames={"pattern": ID}, additionalProperties=value)
        return result

    def default_schema(self, schema: Any) -> JsonSchemaValue:
        """A default that says something; an empty one is left out."""
        result = super().default_schema(schema)
        return {key: value for key, value in result.items() if key != "default" or value not in (None, [], {})}

    def encode_default(self, dft: Any) -> Any:
        """A default as the writer would type it."""
        return json.loads(json.dumps(dft, default=str, ensure_ascii=False))

    def field_title_should_be_set(self, schema: Any) -> bool:  # noqa: ARG002 (pydantic's signature)
        """No titles: they would repeat the keys."""
        return False


def json_schema(model: type[Entry], name: str) -> JsonSchemaValue:
    """The schema of the file `name`.yml, which `model` reads; of a section with a root, the schema of its mapping."""
    whole = deepcopy(model.model_json_schema(schema_generator=_Generator))
    shared = whole.pop("$defs", {})
    members = {f"#/$defs/{key}" for key, value in shared.items() if value.pop(MEMBER, False)}
    body = whole["properties"][model.root] if issubclass(model, Section) and model.root else whole
    for part in mappings_in([body, shared]):
        _relax(part, members)
    head = {
        "$schema": DIALECT,
        "$id": f"urn:plangen:format-1:{name}",
        "title": f"plangen {name}.yml",
        "description": (model.__doc__ or "").strip().split("\n\n")[0],
    }
    return {**body, **head, **({"$defs": shared} if shared else {})}


def mappings_in(value: Any) -> Iterator[dict[str, Any]]:
    """Every mapping inside a JSON value."""
    if isinstance(value, dict):
        yield value
        value = list(value.values())
    for part in value if isinstance(value, list) else ():
        yield from mappings_in(part)


def _relax(part: dict[str, Any], members: set[str]) -> None:
    """Ids in a portable form; a mapping of members takes plain targets too."""
    if "\\p{" in str(part.get("pattern", "")):
        part["pattern"] = ID
    values = part.get("additionalProperties")
    if isinstance(values, dict) and values.get("$ref") in members:
        part["additionalProperties"] = {"anyOf": [values, PLAIN]}


def schema_text(model: type[Entry], name: str, called: Called) -> str:
    """The schema as a file, with the words of `called`: sorted keys, so that equal models give equal bytes."""
    schema = with_words(json_schema(model, name), name, called)
    return json.dumps(schema, ensure_ascii=False, indent=2, sort_keys=True) + "\n"
