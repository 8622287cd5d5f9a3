"""Lookup: what a code or an address that somebody typed means, and what is near it where it means nothing."""

from collections.abc import Iterable, Mapping
from importlib import import_module
from importlib.resources import files
from pkgutil import walk_packages

from plangen.catalogue import load_checks
from plangen.findings import CODES, Code
from plangen.model import Scenario
from plangen.values import Address, Refused, record
from plangen.values.near import MOST, nearest
from plangen.workspace import Workspace

APART = ("plangen.cli", "plangen.render")
"""Packages that declare no codes or load what a code's manual page does not need."""


@record
class Found:
    """What was found: a figure's or item's address of a year, or the nearest ones."""

    address: Address | None
    near: tuple[str, ...] = ()


def all_codes() -> Mapping[str, Code]:
    """Every code of plangen and of the section kinds, sorted; loads whatever declares one."""
    load_checks()
    for module in walk_packages([str(files("plangen"))], "plangen."):
        if not any(f"{module.name}.".startswith(f"{apart}.") for apart in APART):
            import_module(module.name)
    return dict(sorted(CODES.items()))


def find_scenario(name: str, workspace: Workspace, year: int) -> tuple[Scenario | None, tuple[str, ...]]:
    """The scenario of a year by its name, or the names that there are."""
    known = workspace.handbook.scenarios.get(year, ()) if workspace.handbook else ()
    return next((each for each in known if each.id == name), None), tuple(each.id for each in known)


def find_code(text: str) -> tuple[Code | None, tuple[str, ...]]:
    """The code of a text in any case, or the nearest ones."""
    load_checks()
    asked = text.upper()
    known = CODES if asked in CODES else all_codes()
    return known.get(asked), () if asked in known else nearest(asked, known)


def find_address(text: str, workspace: Workspace, year: int, scenario: str = "") -> Found:
    """The figure or item of a year that a text names. The plan may be left out where only one has such a figure."""
    figures = {key.address for key in workspace.origins.keys(year, scenario)}
    items = {Address(*place, "") for place in workspace.scope(year).entries}
    try:
        asked = Address.parse(text.strip())
    except Refused:
        return Found(None, _nearest(text, figures | items))
    fitting = sorted(_fitting(asked, figures) or _fitting(asked, items))
    if len(fitting) == 1:
        return Found(fitting[0])
    return Found(None, tuple(map(str, fitting[:MOST])) or _nearest(text, figures | items))


def _fitting(asked: Address, known: set[Address]) -> list[Address]:
    if asked in known:
        return [asked]
    return [] if asked.plan else [each for each in known if each.short(each.plan) == str(asked)]


def _nearest(text: str, known: Iterable[Address]) -> tuple[str, ...]:
    """The three nearest addresses: first the nearest of those without period and members, then among its own."""
    variants: dict[str, list[str]] = {}
    bases: dict[str, list[str]] = {}
    for address in sorted(known):
        base = address.at(None).of()
        name = str(base) if ":" in text else base.short(base.plan)
        variants.setdefault(name, []).append(str(address))
        if str(base) not in bases.setdefault(name, []):
            bases[name].append(str(base))
    start = _base(text)
    if start in variants:
        return nearest(text, variants[start])
    names = nearest(start, bases)
    return tuple(base for name in names for base in bases[name])[:MOST]


def _base(text: str) -> str:
    """A text without period and members, as far as it has the form of an address."""
    head, _, tail = text.partition(".")
    return head if not tail else f"{head}.{tail.partition('@')[0].partition('/')[0]}"
