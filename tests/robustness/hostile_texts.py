"""The examples of all section kinds with a text of its own in every field that takes free text."""

import json
import re
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, get_args

import yaml

from handbooks import write_handbook
from plangen.catalogue import kinds
from plangen.model import Section
from plangen.model.entry import Entry, marked_fields
from plangen.model.fields import Reads, RefField, Text, Texts
from plangen.workspace import open_handbook

PAYLOADS = (
    "<script>alert(1)</script>",
    '"><img src=x onerror=alert(1)>',
    "' onmouseover='alert(1)",
    "</script><!--",
    "</svg></title></textarea><svg onload=alert(1)>",
    "<a href=javascript:alert(1)>x</a>",
    "[x](javascript:alert(1))",
    "![x](http://e.example/a.png){ onerror=alert(1) }",
    "javascript:alert(1)",
    "{{ 7*7 }}",
    "{% raw %}",
    "${7*7} \\{{ x }} `y` **z**",
    "&lt;b&gt; &amp;amp; &#60;b&#62;",
    "=cmd|' /C calc'!A0",
    '--8<-- "x"',
    "xplangenslot0x <!--plangen-slot:narrative-->",
)
STRUCTURED = {"ratio", "cells", "window", "customer_list"}
"""Texts with a form of their own."""

FREE = [mark.read for field in (Text, Texts) for mark in get_args(field) if isinstance(mark, Reads)]
"""How the fields of free text read their value."""


def harmless(text: str) -> str:
    """A text of the same length without a sign that means anything: the twin of a payload."""
    return re.sub(r"[^\w\s]", "z", text)


def free_fields(section: Section) -> Iterator[tuple[tuple[str | int, ...], str]]:
    """Path of an entry and name of a field, for every field of free text, whether it is filled in or not."""
    for entry in section.walk():
        if entry is not section:
            for name in _free_names(type(entry)):
                yield entry.path, name


def _free_names(entry: type[Entry]) -> list[str]:
    references = {name for name, _ in marked_fields(entry, RefField)}
    free = [name for name, mark in marked_fields(entry, Reads) if mark.read in FREE]
    return [name for name in free if name not in references | STRUCTURED]


class Supply:
    """Hands out texts: each payload in turn, each with a number of its own."""

    def __init__(self, change: Callable[[str], str]) -> None:
        self.change = change
        self.given: list[str] = []

    def next(self) -> str:
        """The next text."""
        text = f"{PAYLOADS[len(self.given) % len(PAYLOADS)]} no{len(self.given)}"
        self.given.append(self.change(text))
        return self.given[-1]


def hostile_handbook(root: Path, texts: Supply) -> Path:
    """A handbook whose every free text is one of `texts`: settings, dimensions, plan, sections, a page's title."""
    examples = {f"{name}.yml": kind.example() for name, kind in kinds().items()}
    plan = open_handbook(write_handbook(root, examples)).scope(2026).plan_year.plans["demo"]
    files = {}
    for name, section in plan.sections.items():
        data = yaml.load(examples[f"{name}.yml"], Loader=yaml.BaseLoader)  # noqa: S506 (it builds text only)
        for path, field in free_fields(section):
            _at(data, path)[field] = texts.next()
        files[f"{name}.yml"] = json.dumps(data, ensure_ascii=False)
    channels = {"own-store": {"name": texts.next()}, "dealer": {"name": texts.next()}}
    regions = {"zhejiang": {"name": texts.next()}, "jiangsu": {"name": texts.next()}}
    axes = {"channel": (texts.next(), channels), "region": (texts.next(), regions)}
    files["shared/dimensions.yml"] = json.dumps({key: {"name": n, "members": m} for key, (n, m) in axes.items()})
    files["handbook.yml"] = json.dumps({"format": "1", "title": texts.next(), "as_of": "2026-01-05"})
    files["plan.yml"] = json.dumps({name: texts.next() for name in ("name", "title", "summary", "note")})
    head = json.dumps({"title": texts.next(), "description": texts.next()})
    files["market.md"] = f"---\n{head}\n---\n\n# 市场\n\n{{{{ org/rep }}}}\n\n```plan-tree\nfrom: org\n```\n"
    return write_handbook(root, files)


def _at(data: Any, path: tuple[str | int, ...]) -> Any:
    for step in path:
        data = data[step]
    return data
