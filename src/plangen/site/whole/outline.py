"""What the documents of a year are made of: which pages, in which order, and what their covers say."""

from collections.abc import Iterator

from plangen.model import Plan
from plangen.site.book import Whole
from plangen.site.edition import Edition
from plangen.site.frame import paper


def wholes(edition: Edition) -> tuple[Whole, ...]:
    """One document for each plan of the year."""
    return tuple(_whole(edition, scope.plan) for scope in edition.plans.values())


def _whole(edition: Edition, plan: Plan) -> Whole:
    above = [step.head.name for step in reversed(list(plan.lineage()))]
    head, foot = paper(edition, plan, plan.title)
    return Whole(
        f"{plan.path}/",
        plan.title,
        tuple(_chapters(edition, plan)),
        (edition.scope.handbook.head.title, " › ".join(above)),
        plan.head.summary or "",
        tuple(_facts(edition, plan)),
        edition.word("目录", "Contents"),
        head,
        foot,
    )


def _chapters(edition: Edition, plan: Plan) -> Iterator[tuple[str, str]]:
    """Overview, chapters, who does what. Its calendar and what changed are not the plan: each prints for itself."""
    yield f"{plan.path}/", edition.word("概览", "Overview")
    for chapter in edition.contents(plan):
        if not (chapter.dates or chapter.changes):
            yield chapter.url, chapter.title


def _facts(edition: Edition, plan: Plan) -> Iterator[tuple[str, str]]:
    word = edition.word
    yield word("版本", "Edition"), edition.version_title()
    yield word("计划期", "Period"), plan.head.period.label(edition.language)
    day = edition.scope.handbook.as_of.value
    if day:
        yield word("数据截至", "As of"), day.isoformat()
