"""Plan data as YAML, written the way planners write it: block style, with short items in one line."""

from collections.abc import Iterator, Mapping, Sequence

Data = str | Sequence[str] | Mapping[str, "Data"] | Sequence[Mapping[str, "Data"]]
SHORT = 100
"""The longest item that stands in one line."""
SPECIAL = frozenset(",[]{}#\"'`")
FIRST = frozenset("-?:&*!|>%@")


def yaml_text(data: Mapping[str, Data]) -> str:
    """A mapping as a YAML file."""
    return "\n".join(_block(data, 0)) + "\n"


def scalar(text: str) -> str:
    """A text as a plain scalar, in quotes where it cannot be one."""
    plain = bool(text) and text[0] not in FIRST and not SPECIAL & set(text) and ": " not in text and not _is_ratio(text)
    return text if plain else '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'


def _is_ratio(text: str) -> bool:
    return ":" in text and text.replace(":", "").isdigit()


def _block(data: Mapping[str, Data], depth: int) -> Iterator[str]:
    indent = "  " * depth
    for key, value in data.items():
        line = f"{indent}{key}: {flow(value)}"
        if depth > 0 and isinstance(value, Mapping) and len(line) <= SHORT and not _nested(value):
            yield line
        elif isinstance(value, Mapping):
            yield f"{indent}{key}:"
            yield from _block(value, depth + 1)
        elif not isinstance(value, str) and any(isinstance(item, Mapping) for item in value):
            yield f"{indent}{key}:"
            yield from (f"{indent}  - {flow(item)}" for item in value)
        else:
            yield line


def _nested(value: Mapping[str, Data]) -> bool:
    return any(isinstance(inner, Mapping) for inner in value.values())


def flow(value: Data) -> str:
    """A value in one line."""
    if isinstance(value, str):
        return scalar(value)
    if isinstance(value, Mapping):
        return "{" + ", ".join(f"{key}: {flow(inner)}" for key, inner in value.items()) + "}"
    return "[" + ", ".join(flow(item) for item in value) + "]"
