"""The coverage of source documents as JSON, for other programs. The form is explained in docs/export-format.md."""

from collections.abc import Iterable
from fractions import Fraction

from plangen.coverage import Carried, Carrier, Count, Coverage
from plangen.model import SourceDocument
from plangen.render.export import lists_document
from plangen.values import Span

FORMAT = 1
"""The version of the form: a reader must refuse a number that it does not know."""


def coverage_json(coverage: Coverage, years: Iterable[int]) -> str:
    """`{"format": 1, "years": […], "documents": […], "kinds": […], "items": […], …, "summary": {…}}`."""
    lists = {
        "documents": (_document(coverage, each) for each in coverage.documents),
        "kinds": ({"kind": kind, **_count(each)} for kind, each in coverage.by_kind().items()),
        "items": map(_item, coverage.items),
        "unknown": ({"id": each.name, **_carrier(each)} for each in coverage.unknown),
        "plans": (
            {"year": year, "plan": plan, "items": len(items), "without_source": sum(not each.sourced for each in items)}
            for (year, plan), items in coverage.by_plan().items()
        ),
        "without_source": (
            {"year": each.year, "plan": each.plan, "kind": each.kind, "address": str(each.address), **_place(each.span)}
            for each in coverage.plain
            if not each.sourced
        ),
    }
    return lists_document({"format": FORMAT, "years": list(years)}, lists, {"summary": _summary(coverage)})


def _summary(coverage: Coverage) -> dict[str, object]:
    return {
        **_count(coverage.total),
        "twice": sum(bool(each.twice) for each in coverage.items),
        "lacking": sum(bool(each.lacks) for each in coverage.items),
        "left_and_carried": sum(each.status == "left" and bool(each.carriers) for each in coverage.items),
        "unknown": len(coverage.unknown),
        "without_source": sum(not each.sourced for each in coverage.plain),
    }


def _document(coverage: Coverage, document: SourceDocument) -> dict[str, object]:
    told = {"id": document.document, "title": document.title, "about": document.about}
    head: dict[str, object] = {**told, **_place(document.span("id"))}
    return head | _count(coverage.of_document(document))


def _count(count: Count) -> dict[str, object]:
    return {
        "total": count.total,
        "left": count.left,
        "carried": count.carried,
        "other": count.other,
        "missing": count.missing,
        "share": share_text(count.share),
    }


def share_text(share: Fraction | None) -> str | None:
    """A share as a decimal text, cut (never rounded up to 1) after four digits; None where there is none."""
    return None if share is None else f"{share.numerator * 10_000 // share.denominator / 10_000:.4f}"


def _item(each: Carried) -> dict[str, object]:
    return {
        "id": each.name,
        "document": each.document.document,
        "kind": each.item.kind,
        "about": each.item.about,
        "numbers": list(each.item.numbers),
        "status": each.status,
        "left": each.item.left,
        "twice": list(each.twice),
        "lacks": list(each.lacks),
        "carriers": [_carrier(carrier) for carrier in each.carriers],
        **_place(each.item.key_span()),
    }


def _carrier(carrier: Carrier) -> dict[str, object]:
    return {
        "year": carrier.year,
        "plan": carrier.plan,
        "kind": carrier.kind,
        "address": str(carrier.address) if carrier.address is not None else None,
        "page": carrier.page or None,
        "heading": carrier.heading or None,
        **_place(carrier.span),
    }


def _place(span: Span) -> dict[str, object]:
    return {"file": span.file, "line": span.line, "column": span.column}
