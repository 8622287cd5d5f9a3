"""A review as JSON, for other programs. The form is explained in docs/reviewing-requests.md."""

import json
from collections.abc import Iterator

from plangen.render.export import finding_fields
from plangen.request.card_points import CardWords
from plangen.request.request import ChangedYear, Request
from plangen.values import Span

FORMAT = 1
"""The version of the form: a reader must refuse a number that it does not know."""


def render_json(request: Request) -> str:
    """Everything of the review as one document; the same bytes for the same request."""
    found = request.problems
    content = {
        "format": FORMAT,
        "before": request.before,
        "after": request.after,
        "refused": request.is_refused,
        "years": [_year(each) for each in request.years],
        "years_added": list(request.added),
        "years_removed": list(request.removed),
        "seals": [
            {"year": each.year, "amendment": each.amendment, "by": each.by, "on": each.on, "reason": each.reason}
            for each in request.seals
        ],
        "problems": {
            "new": [
                {**finding_fields(each.finding, request.language), "following": each.following} for each in found.new
            ],
            "waived": [finding_fields(each, request.language) for each in found.waived],
            "gone": [finding_fields(each, request.language) for each in found.gone],
        },
        "approvals": list(_approvals(request)),
        "pages": [
            {"year": page.year, "plan": page.plan, "title": page.title, "way": page.way, "link": page.link or None}
            for page in request.pages
        ],
        "stale_acceptances": [{"address": str(each.target), "reason": each.reason} for each in request.stale],
        "outside": list(request.outside),
    }
    return json.dumps(content, ensure_ascii=False, indent=1) + "\n"


def _year(year: ChangedYear) -> dict[str, object]:
    told = CardWords(year)
    return {
        "year": year.year,
        "figures": year.report.figures,
        "edits": list(_edits(year)),
        "passages": [
            {"title": each.title, "kind": each.passage.kind, **_place(each.passage.span)} for each in year.report.prose
        ],
        "cards": [
            {"plan": card.plan, "id": card.person.id, "name": card.name, "told": [row.told for row in told.rows(card)]}
            for card in year.cards
        ],
    }


def _edits(year: ChangedYear) -> Iterator[dict[str, object]]:
    changes = year.changes
    for line in year.report.wording.lines:
        if line.place in year.told:
            continue
        consequence, acceptance = changes.consequences[line.place], year.accepted.edits.get(line.place)
        yield {
            "id": line.edit.id,
            "kind": line.edit.kind,
            "address": str(line.edit.address),
            "where": line.where,
            "subject": line.subject,
            "what": line.what,
            "old": line.old or None,
            "new": line.new or None,
            "weight": consequence.weight.value,
            "governs": consequence.governs or None,
            "figures": consequence.figures,
            "accepted": acceptance.reason if acceptance else None,
            **_place(line.edit.span),
        }


def _approvals(request: Request) -> Iterator[dict[str, object]]:
    changes = {each.year: each.changes for each in request.years}
    for need in request.needs:
        yield {
            "role": need.role,
            "name": request.roles.get(need.role, need.role),
            "rule": _place(need.place),
            "because": [
                {
                    "year": each.year,
                    "edit": changes[each.year].edits[each.edit].id if each.edit is not None else None,
                    "share": str(each.size.share) if each.size and each.size.share is not None else None,
                    "governs": each.governs or None,
                }
                for each in need.because
            ],
        }


def _place(span: Span | None) -> dict[str, object]:
    return {"file": span.file if span else None, "line": span.line if span else None}
