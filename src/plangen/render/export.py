"""Findings and figures as JSON, for other programs. The forms are explained in docs/export-format.md."""

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from decimal import Decimal

from plangen.findings import Finding, Level, level_of, message
from plangen.formula import Formula
from plangen.model import Scenario
from plangen.values import Address, Figure, Key, Quantity, Span, Unit, plain, write_quantity

FORMAT = 1
"""The version of the figures' form: a reader must refuse a number that it does not know."""

Told = tuple[int, Scenario, Iterable[Address]]
"""A year, one of its scenarios, and the addresses of the year's figures that this scenario does not have."""
RATIOS = {"%": "share", "pp": "points"}
"""What ratios are called in exports: their value is the plain ratio (0.2), so that `%` would be misread."""


def findings_json(findings: Sequence[Finding], language: str) -> str:
    """`{"findings": […], "summary": {…}}`; the summary counts what is not waived."""
    levels = [level_of(finding) for finding in findings if not finding.waived]
    summary = {level.value: levels.count(level) for level in Level}
    return _document({}, "findings", (finding_fields(finding, language) for finding in findings), {"summary": summary})


def finding_fields(finding: Finding, language: str) -> dict[str, object]:
    """One finding as other programs take it."""
    span = finding.span
    return {
        "id": finding.id,
        "code": finding.code,
        "level": level_of(finding).value,
        "message": message(finding, language),
        "file": span.file,
        "line": span.line,
        "column": span.column,
        "end_line": span.end_line,
        "end_column": span.end_column,
        "address": str(finding.address) if finding.address else None,
        "year": finding.year,
        "scenario": finding.scenario,
        "waived": bool(finding.waived),
        "reason": finding.waived or None,
        "cause": finding.cause or None,
    }


def figures_json(
    figures: Mapping[Key, Figure], language: str, year: int | None = None, scenarios: Iterable[Told] = ()
) -> str:
    """`{"format": 1, "figures": […], "scenarios": […]}`: every figure, or those of one year.

    Ordered by year, scenario and address.
    """
    tail = {"scenarios": [_scenario(*each) for each in scenarios if year in (None, each[0])]}
    keys = sorted((k for k in figures if year in (None, k.year)), key=lambda k: (k.year, k.scenario, k.address))
    return _document({"format": FORMAT}, "figures", (_figure(figures[key], language) for key in keys), tail)


def _scenario(year: int, scenario: Scenario, gone: Iterable[Address]) -> dict[str, object]:
    """A scenario: what it is called, whether it is the year itself, and which of the year's figures it lacks."""
    lacking = [str(address) for address in sorted(gone)]
    name = {"year": year, "scenario": scenario.id, "title": scenario.title}
    return {**name, "binding": scenario.binding, "without": lacking}


def _figure(figure: Figure, language: str) -> dict[str, object]:
    quantity = figure.quantity
    return {
        **_key(figure.key),
        "value": value_of(quantity),
        "unit": unit_name(quantity.unit),
        "text": write_quantity(quantity, language=language),
        "about": quantity.about,
        "strict": quantity.strict,
        "missing": quantity.missing,
        "rule": figure.rule,
        "inputs": [_key(used) for used in figure.inputs],
        "settings": {name: told for name, value in figure.settings.items() if (told := _setting(value)) is not None},
        "source": _place(figure.source),
    }


def _setting(value: object) -> object:
    """A rule's setting as JSON; None for what the value or its unit says already."""
    match value:
        case bool() | int() | str():
            return value
        case Decimal():
            return plain(value)
        case tuple() if all(isinstance(part, Decimal) for part in value):
            return [plain(part) for part in value]
        case tuple() if all(isinstance(part, int) for part in value):
            return list(value)
        case Formula():
            return value.text.strip()
        case Mapping():
            return [
                {"name": name.text, "moves": list(name.moves), "inputs": list(each)} for name, each in value.items()
            ]
    return None


def _key(key: Key) -> dict[str, object]:
    return {"year": key.year, "scenario": key.scenario, "address": str(key.address)}


def _place(span: Span | None) -> dict[str, object] | None:
    return None if span is None else {"file": span.file, "line": span.line, "column": span.column}


def value_of(quantity: Quantity) -> str | dict[str, str | None] | None:
    """The exact value in base units as a decimal text; its two ends for a range or bound; None where it is unset."""
    if quantity.unset:
        return None
    if quantity.is_exact:
        return plain(quantity.value)
    low, high = (None if end is None else plain(end) for end in (quantity.low, quantity.high))
    return {"low": low, "high": high}


def unit_name(unit: Unit) -> str:
    """The base unit's name: `元`, `元/人/月`, `share`, `points`; empty for a pure number."""
    over, per = ([RATIOS.get(symbol, symbol) for symbol in part] for part in (unit.over, unit.per))
    return "/".join(("·".join(over), *per))


def _document(
    head: Mapping[str, object], name: str, rows: Iterable[Mapping[str, object]], tail: Mapping[str, object]
) -> str:
    """A JSON object with one row of its list a line, so that two exports can be compared line by line."""
    return lists_document(head, {name: rows}, tail)


def lists_document(
    head: Mapping[str, object], lists: Mapping[str, Iterable[Mapping[str, object]]], tail: Mapping[str, object]
) -> str:
    """The same with several lists."""
    rows = (f"{_json(name)}: {_list(each)}" for name, each in lists.items())
    return "{" + ",\n".join([*_members(head), *rows, *_members(tail)]) + "}\n"


def _members(values: Mapping[str, object]) -> Iterator[str]:
    return (f"{_json(key)}: {_json(value)}" for key, value in values.items())


def _list(rows: Iterable[Mapping[str, object]]) -> str:
    lines = ",\n".join(_json(row) for row in rows)
    return f"[\n{lines}\n]" if lines else "[]"


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False)
