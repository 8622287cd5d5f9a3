"""TEMPORARY stub by the lead so that others can run; helper 'source' replaces this file."""

import re
from dataclasses import dataclass, field

from plangen.findings import Finding
from plangen.source.node import YamlMapping
from plangen.source.yaml import read_yaml
from plangen.values.span import Span


@dataclass(frozen=True, slots=True)
class Reference:
    """A reference."""

    span: Span
    start: int
    end: int
    text: str
    options: dict[str, str]


@dataclass(frozen=True, slots=True)
class Fence:
    """A fence."""

    span: Span
    start: int
    end: int
    name: str
    body: YamlMapping | None
    indent: str


@dataclass(frozen=True, slots=True)
class Narrative:
    """A narrative."""

    front: dict[str, str]
    front_end_line: int
    body: str
    references: tuple[Reference, ...] = field(default=())
    fences: tuple[Fence, ...] = field(default=())


def scan_narrative(file: str, text: str) -> tuple[Narrative, list[Finding]]:
    """Scan naively."""
    front: dict[str, str] = {}
    if text.startswith("---\n"):
        head, _, text = text[4:].partition("\n---\n")
        for line in head.splitlines():
            key, _, value = line.partition(":")
            front[key.strip()] = value.strip()
    refs, fences = [], []
    for m in re.finditer(r"(?<!\\)\{\{\s*(\S+)((?:\s+\w+=\S+)*)\s*\}\}", text):
        options = dict(part.split("=", 1) for part in m[2].split())
        refs.append(Reference(Span.at(file, text.count("\n", 0, m.start()) + 1, 1), m.start(), m.end(), m[1], options))
    for m in re.finditer(r"^([ >]*)```plan-(\w+)\n((?:.*\n)*?)[ >]*```$", text, re.M):
        body, _ = read_yaml(file, "\n".join(line.strip() for line in m[3].splitlines()).encode() + b"\n")
        fences.append(Fence(Span.at(file, text.count("\n", 0, m.start()) + 1, 1), m.start() + len(m[1]), m.end(), m[2], body, m[1]))
    return Narrative(front, 0, text, tuple(refs), tuple(fences)), []
