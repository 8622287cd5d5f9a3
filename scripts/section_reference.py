"""Write docs/sections.md, the reference of the section kinds, from their models, examples and checks.

python scripts/section_reference.py            write the page
python scripts/section_reference.py --check    say whether the page is current (status 1 if it is not)
"""

import sys
from collections.abc import Iterator, Mapping
from importlib import import_module
from pathlib import Path
from typing import Any

from plangen.catalogue import kinds, load_checks
from plangen.findings import CHECKS, CODES
from plangen.model import Entry
from plangen.model.docs import field_docs
from plangen.render.json_schema import json_schema
from plangen.sections.kind import SectionKind

PAGE = Path(__file__).resolve().parent.parent / "docs" / "sections.md"
SHARED = tuple(Entry.model_fields)
HEAD = """\
# The section kinds

<!-- Written by scripts/section_reference.py from the models, examples and checks. Change them, then run it again. -->

A section is one YAML file in a plan's folder, named after its kind. `plangen new section KIND` writes the example of a
kind; `plangen schema` writes the same rules for editors; `plangen explain CODE` shows the manual page of a code.
How values, ids, periods and references are written is explained in [content-format.md](content-format.md).
"""
TYPES = {
    "amount": "amount of money, or of money per time",
    "any": "quantity",
    "count": "number of things",
    "label": "text",
    "labels": "text or list of text",
    "money": "amount of money",
    "months": "number of months",
    "people": "number of people",
    "rate": "amount per something",
    "share": "share",
}
"""What the kinds of quantities are called; the others are called by their own names."""


def page() -> str:
    """The whole page."""
    load_checks()
    return "\n".join([HEAD, *shared(), *(part for kind in kinds().values() for part in chapter(kind))])


def shared() -> Iterator[str]:
    """The fields that every entry has."""
    docs = field_docs(Entry)
    yield "## Fields of every entry\n\n| Field | Type | Means |\n| --- | --- | --- |"
    properties = json_schema(Entry, "entry")["properties"]
    yield from (row(name, properties[name], docs, required=False) for name in SHARED)
    yield ""


def chapter(kind: SectionKind) -> Iterator[str]:
    """One kind: what it is, its entries with their fields, its example, its codes."""
    schema = json_schema(kind.model, kind.name)
    about = (import_module(kind.package).__doc__ or "").strip()
    yield f"## {kind.title('en')} · {kind.title('zh')}\n\n`{kind.name}.yml`. {about}\n"
    yield from table("The file", schema, kind.model.__doc__ or "")
    for name in named_in(schema, schema):
        entry = schema["$defs"][name]
        yield from table(f"`{name}`", entry, entry.get("description", ""))
    yield f"### Example of {kind.name}.yml\n\n```yaml\n{kind.example().rstrip()}\n```\n"
    yield from codes(kind.name)


def named_in(part: Any, schema: Mapping[str, Any]) -> list[str]:
    """The entries that a part of a schema leads to, in the order in which they are first met."""
    found: list[str] = []
    waiting = [part["properties"] if "properties" in part else part.get("additionalProperties")]
    while waiting:
        current = waiting.pop(0)
        name = str(current.get("$ref", "")).rpartition("/")[2] if isinstance(current, dict) else ""
        if name and name not in found:
            found.append(name)
            waiting.append(schema["$defs"][name])
        inside = current.values() if isinstance(current, dict) else current if isinstance(current, list) else ()
        waiting += [value for value in inside if isinstance(value, dict | list)]
    return found


def table(title: str, schema: Mapping[str, Any], about: str) -> Iterator[str]:
    """The fields of one entry; of a mapping, what its values are."""
    yield f"**{title}**: {' '.join(about.split())}\n"
    fields = {name: field for name, field in schema.get("properties", {}).items() if name not in SHARED}
    required = schema.get("required", [])
    rows = [row(name, field, {}, required=name in required) for name, field in fields.items()]
    others = schema.get("additionalProperties")
    if isinstance(others, dict):
        rows.append(row("any other key" if fields else "any id", others, {}, required=False))
    if rows:
        yield "| Field | Type | Means |\n| --- | --- | --- |"
        yield from rows
        yield ""


def row(name: str, field: Mapping[str, Any], docs: Mapping[str, str], *, required: bool) -> str:
    """One field as a row; what must be there is said."""
    means = docs.get(name) or field.get("description", "")
    shown = name if name.startswith("any ") else f"`{name}`"
    needed = " (required)" if required else ""
    default = f" Default: `{field['default']}`." if "default" in field else ""
    cells = (shown + needed, type_of(field), " ".join(f"{means}{default}".split()))
    return "| " + " | ".join(cell.replace("|", "\\|") for cell in cells) + " |"


def type_of(field: Mapping[str, Any]) -> str:
    """What a field holds, in words."""
    if "x-plangen" in field:
        return TYPES.get(field["x-plangen"], str(field["x-plangen"]))
    if "$ref" in field:
        return f"`{field['$ref'].rpartition('/')[2]}`"
    if "anyOf" in field:
        return " or ".join(dict.fromkeys(type_of(part) for part in field["anyOf"]))
    if "enum" in field or "const" in field:
        return ", ".join(f"`{word}`" for word in field.get("enum", [field.get("const")]))
    return container(field)


def container(field: Mapping[str, Any]) -> str:
    """A list, a mapping or a plain value in words."""
    if field.get("type") == "array":
        return f"list of {type_of(field['items'])}"
    if field.get("type") == "object":
        return f"mapping to {type_of(field.get('additionalProperties', {}))}"
    if "2025-05-08" in field.get("examples", ()):
        return "day"
    words = {"string": "text", "number": "number", "integer": "number", "boolean": "yes or no"}
    types = field.get("type", "text")
    return " or ".join(words.get(name, name) for name in ([types] if isinstance(types, str) else types))


def codes(kind: str) -> Iterator[str]:
    """What the checks of a kind find."""
    found = sorted(check.code for check in CHECKS.values() if check.takes == kind)
    if found:
        yield f"### Checks of {kind}.yml\n\n| Code | Level | Says | 中文 |\n| --- | --- | --- | --- |"
        for name in found:
            code = CODES[name]
            says = (code.says[language].replace("|", "\\|") for language in ("en", "zh"))
            yield f"| `{name}` | {code.level.value} | " + " | ".join(says) + " |"
        yield ""


def run(arguments: list[str]) -> int:
    """Write or check the page; returns the exit status."""
    text = page()
    if "--check" in arguments:
        current = PAGE.is_file() and PAGE.read_text(encoding="utf-8") == text
        print(
            f"docs/{PAGE.name} is current" if current else f"docs/{PAGE.name} is old: run scripts/section_reference.py"
        )
        return 0 if current else 1
    PAGE.write_text(text, encoding="utf-8", newline="\n")
    return 0


if __name__ == "__main__":
    sys.exit(run(sys.argv[1:]))
