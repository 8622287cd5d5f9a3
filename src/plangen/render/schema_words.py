"""The words of planners in a JSON Schema: what each key and each choice is called, before what it means."""

from collections.abc import Callable
from typing import Any

from plangen.model.glossary import known

Called = Callable[[str, str], str]
"""What a key of a kind of files is called in Chinese; empty where it has no word."""


def with_words(schema: dict[str, Any], kind: str, called: Called) -> dict[str, Any]:
    """The schema with each key's Chinese name before its English description, and names for choices.

    `实际 · What was reached …`: editors show it beside the key, in both languages at once.
    """
    inside = {key: _worded(value, kind, called) for key, value in _choices(schema, kind).items()}
    properties = schema.get("properties")
    if isinstance(properties, dict) and all(isinstance(each, dict) for each in properties.values()):
        inside["properties"] = {key: _named(key, each, kind, called) for key, each in inside["properties"].items()}
    return inside


def _worded(value: Any, kind: str, called: Called) -> Any:
    if isinstance(value, list):
        return [_worded(each, kind, called) for each in value]
    return with_words(value, kind, called) if isinstance(value, dict) else value


def _named(key: str, part: dict[str, Any], kind: str, called: Called) -> dict[str, Any]:
    word, text = called(key, kind), part.get("description", "")
    return {**part, "description": " · ".join(filter(None, (word, text)))} if word else part


def _choices(part: dict[str, Any], kind: str) -> dict[str, Any]:
    """The part with `enumDescriptions`, where its kind has words for all its choices."""
    values = part.get("enum")
    words = [known("choices", str(each), kind) for each in values] if isinstance(values, list) else []
    told = [" · ".join(pair) for pair in words if pair]
    return {**part, "enumDescriptions": told} if told and len(told) == len(words) else part
