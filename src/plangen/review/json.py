"""A comparison as JSON, for other programs. The form is explained in docs/export-format.md."""

from collections.abc import Iterator
from typing import Any

from plangen.diff import Effect, Entity, EntityKey, Person
from plangen.model import Day
from plangen.render.export import lists_document, unit_name, value_of
from plangen.review.lines import Line
from plangen.review.report import Comparison, Report, placed
from plangen.values import Period, Quantity, Span, plain

FORMAT = 1
"""The version of the form: a reader must refuse a number that it does not know."""


def render_json(told: Comparison) -> str:
    """`{"format": 1, …, "edits": […], "effects": […], "passages": […]}`, one row a line."""
    reports = list(enumerate(told.reports))
    lists = {
        "comparisons": (_comparison(report) for _, report in reports),
        "edits": (row for number, report in reports for row in _edits(number, report)),
        "effects": (row for number, report in reports for row in _effects(number, report)),
        "passages": (row for number, report in reports for row in _passages(number, report)),
    }
    head = {"format": FORMAT, "before": told.before, "after": told.after}
    return lists_document(head, lists, {"only": list(told.only)})


def _comparison(report: Report) -> dict[str, object]:
    changes = report.changes
    sides = {
        name: {"version": side.label, "year": side.year}
        for name, side in (("before", changes.before), ("after", changes.after))
    }
    suggestions = [{"gone": _name(each.gone), "come": _name(each.come)} for each in changes.suggestions]
    unread = [{"side": each.side, "plan": each.plan, "section": each.kind or None} for each in changes.unread]
    return {**sides, "hidden": report.hidden, "unread": unread, "suggestions": suggestions}


def _edits(number: int, report: Report) -> Iterator[dict[str, object]]:
    """The edits that are told, in their order; `place` is what the causes of effects name."""
    known = {each.line.place: each for each in report.accepted}
    lines = sorted((*report.lines(), *(each.line for each in known.values())), key=lambda line: line.place)
    for line in lines:
        accepted = known[line.place].acceptance.reason if line.place in known else None
        yield {"comparison": number, "place": line.place, **_edit(line, report), "accepted": accepted}


def _edit(line: Line, report: Report) -> dict[str, object]:
    edit, told = line.edit, report.changes.consequences[line.place]
    span = edit.span
    return {
        "id": edit.id,
        "kind": edit.kind,
        "weight": told.weight.value,
        "governs": told.governs or None,
        **_name(edit.entity),
        "field": edit.field or None,
        "old": _value(edit.old),
        "new": _value(edit.new),
        "text": f"{placed(line.where, line.subject)}: {line.sentence(report.language)}",
        "money": plain(told.money),
        "figures": told.figures,
        "people": [_person(each) for each in told.people],
        "targets": [_person(each) for each in told.targets],
        "source": _place(span),
    }


def _effects(number: int, report: Report) -> Iterator[dict[str, object]]:
    for effect in report.effects:
        yield {"comparison": number, **_effect(effect)}


def _effect(effect: Effect) -> dict[str, object]:
    return {
        "address": str(effect.address),
        "old": _value(effect.before),
        "new": _value(effect.after),
        "causes": list(effect.causes),
        "last_year": effect.base,
        "day": effect.day,
        "source": _place(effect.source),
    }


def _passages(number: int, report: Report) -> Iterator[dict[str, object]]:
    for prose in report.prose:
        passage = prose.passage
        yield {
            "comparison": number,
            "plan": passage.plan,
            "narrative": passage.name,
            "heading": list(passage.heading),
            "kind": passage.kind,
            "runs": [{"kind": run.kind, "text": run.text} for run in prose.runs],
            "source": _place(passage.span),
        }


def _name(entity: Entity) -> dict[str, object]:
    key: EntityKey = entity.key
    return {"plan": key.plan, "section": key.kind, "item": list(key.item), "inside": list(key.inner)}


def _value(value: Any) -> object:
    """A value as JSON: a quantity with its unit, a day as ISO date, a list of values as a list; null for none."""
    match value:
        case Quantity():
            return {"value": value_of(value), "unit": unit_name(value.unit), "about": value.about}
        case Day():
            return value.value.isoformat() if value.value else "待定"
        case Period():
            return value.name
        case tuple():
            return [_value(each) for each in value]
        case None | bool() | int() | str():
            return value
    return str(value)


def _person(person: Person) -> str:
    return f"{person.plan}:org/{person.id}" if person.plan else person.id


def _place(span: Span | None) -> dict[str, object] | None:
    return None if span is None else {"file": span.file, "line": span.line, "column": span.column}
