"""A comparison as a page in one file: for a preview, a mail or a printer."""

from collections.abc import Iterator
from typing import Any

from plangen.diff import Weight
from plangen.render.html.partial import fill, finished
from plangen.review.colours import colours
from plangen.review.following import Told
from plangen.review.report import Block, Comparison, Report
from plangen.review.summary import headline
from plangen.review.text import sources_by_section
from plangen.review.words import bracketed, colon, listed, say
from plangen.values import named


def render_html(told: Comparison) -> str:
    """The page: no script, no other file, no other origin."""
    language, (light, dark) = told.language, colours()
    title = say(language, "heading", say(language, "title", before=told.before, after=told.after))
    reports = [_report(report, number) for number, report in enumerate(told.reports, 1)]
    return str(
        fill(
            "changes",
            language=named(language),
            title=title,
            light=finished(light),
            dark=finished(dark),
            reports=reports,
            only=told.only,
        )
    )


def _report(report: Report, number: int) -> dict[str, Any]:
    language, changes = report.language, report.changes
    same = say(language, "same", before=changes.before.label, after=changes.after.label)
    return {
        "title": say(language, "heading", report.title),
        "lede": same if report.is_empty else headline(report),
        "hidden": say(language, "hidden", min=report.least, count=report.hidden) if report.hidden else "",
        "unread": {"title": say(language, "unread"), "rows": report.unread},
        "parts": [{"id": f"c{number}-{name}", **part} for name, part in _parts(report)],
    }


def _parts(report: Report) -> Iterator[tuple[str, dict[str, Any]]]:
    language = report.language
    for weight in Weight:
        blocks = report.of(weight)
        if blocks:
            count = sum(len(block.lines) for block in blocks)
            yield _part(weight.value, language, count, blocks=[_block(block, language) for block in blocks])
    if report.prose:
        prose = [{"kind": each.passage.kind, "title": each.title, "runs": each.runs} for each in report.prose]
        yield _part("narratives", language, len(prose), prose=prose)
    lists = (
        *((key, _sentences(told, language)) for key, told in report.lists().items()),
        ("suggestions", list(report.suggestions)),
        ("accepted", [each.sentence(language) for each in report.accepted]),
        ("stale", list(report.stale)),
    )
    for key, rows in lists:
        if rows:
            yield _part(key, language, len(rows), rows=rows)
    if report.sources:
        told = sources_by_section(report.sources)
        rows = [f"{where}{colon(language)}{listed(language, subjects)}" for where, subjects in told]
        yield _part("sources", language, len(report.sources), rows=rows)


def _part(key: str, language: str, count: int, **lists: list[Any]) -> tuple[str, dict[str, Any]]:
    return key, {"title": say(language, key), "count": count, "blocks": [], "prose": [], "rows": [], **lists}


def _block(block: Block, language: str) -> dict[str, Any]:
    following = block.following
    said = following.summary(language)
    if said and following.together:
        said += bracketed(language, say(language, "together", following.together))
    return {
        "kind": block.lines[0].edit.kind,
        "where": block.where,
        "subject": block.subject,
        "governs": block.governed(language),
        "lines": block.lines,
        "follows": said,
        "told": _sentences(following.told, language),
    }


def _sentences(told: tuple[Told, ...], language: str) -> list[str]:
    return [each.sentence(language) for each in told]
