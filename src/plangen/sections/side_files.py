"""Side files: the items of a section that name a CSV file beside it take what the file holds."""

from collections.abc import Callable

from plangen.findings import Finding
from plangen.model import Beside
from plangen.source import CsvTable, Entry, YamlMapping, YamlScalar

Merge = Callable[[YamlMapping, CsvTable, list[Finding]], YamlMapping]
"""An item's mapping with the rows of its file; what is wrong with them is added to the list."""


def joined(node: YamlMapping, field: str, beside: Beside, merge: Merge) -> tuple[YamlMapping, list[Finding]]:
    """A section's mapping with each item that names a file under `field` merged with the file's table."""
    found: list[Finding] = []
    entries = []
    for entry in node.entries:
        value = entry.value
        name = value.get(field) if isinstance(value, YamlMapping) else None
        if isinstance(value, YamlMapping) and isinstance(name, YamlScalar) and name.text.strip():
            table, findings = beside(name.text, name.span)
            found += findings
            value = merge(value, table, found) if table is not None else value
        entries.append(Entry(entry.key, value))
    return YamlMapping(tuple(entries), node.span), found
