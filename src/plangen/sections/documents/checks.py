"""Checks of documents: two of one name, nobody's documents, cycles without a day."""

from collections.abc import Iterator

from plangen.compute import PlanScope
from plangen.findings import Finding, Level, check
from plangen.sections.documents.model import Documents, Record


@check(
    "DOC101",
    Level.WARNING,
    takes="documents",
    zh="文件“{name}”登记了 {count} 次",
    en="the document “{name}” is registered {count} times",
    fix_zh="合成一条，或在名称里写明有什么不同",
    fix_en="make one of them, or say in the name what is different",
)
def documents_are_registered_once(section: Documents, scope: PlanScope) -> Iterator[Finding]:
    """Each document stands once; 《》, punctuation and case do not count.

    Why: of two registered copies nobody knows which one holds.
    Bad:
        # documents.yml
        report: {name: 周工作汇报表, kind: form}
        weekly: {name: 《周工作汇报表》, kind: report}
    Good:
        # documents.yml
        report: {name: 周工作汇报表, kind: form}
        monthly: {name: 《月工作汇报表》, kind: report}
    """
    by_name: dict[str, list[Record]] = {}
    for record in section.items.values():
        by_name.setdefault("".join(filter(str.isalnum, record.name)).lower(), []).append(record)
    for same in by_name.values():
        if len(same) > 1:
            args = {"name": same[0].name, "count": len(same)}
            related = tuple((record.span("name"), record.id) for record in same[:-1])
            about = tuple(record.address() for record in same)
            yield Finding("DOC101", same[-1].span("name"), args, scope.year, about[-1], about, related)


@check(
    "DOC102",
    Level.INFO,
    takes="documents",
    zh="文件“{name}”没有写谁来写、谁维护",
    en="nobody is named who writes “{name}” and keeps it up",
    fix_zh="在 owner 里写岗位",
    fix_en="name the role in owner",
)
def documents_have_owners(section: Documents, scope: PlanScope) -> Iterator[Finding]:
    """A document has an owner, where the plan, or one above it, has an organisation.

    Why: a manual that nobody keeps up tells how things were.
    Bad:
        # documents.yml
        report: {name: 周工作汇报表, kind: form}
        # org.yml
        roles: {rep: {name: 业务员}}
    Good:
        # documents.yml
        report: {name: 周工作汇报表, kind: form, owner: rep}
        # org.yml
        roles: {rep: {name: 业务员}}
    """
    if any("org" in plan.sections for plan in scope.plan.lineage()):
        for record in section.items.values():
            if record.owner is None:
                yield Finding("DOC102", record.key_span(), {"name": record.name}, scope.year, record.address())


@check(
    "DOC103",
    Level.INFO,
    takes="documents",
    zh="文件“{name}”按周期要写，没有写哪天之前",
    en="“{name}” returns and does not say by which day",
    fix_zh="在 due 里写哪天之前，例如 每月 8 日前",
    fix_en="write in due by which day, such as by the 8th",
)
def cycles_have_a_day(section: Documents, scope: PlanScope) -> Iterator[Finding]:
    """A document that is written again and again says by when.

    Why: a monthly report without a day comes in the next month.
    Bad:
        # documents.yml
        report: {name: 月销售计划表, kind: form, cycle: monthly}
    Good:
        # documents.yml
        report: {name: 月销售计划表, kind: form, cycle: monthly, due: 每月初}
    """
    for record in section.items.values():
        if record.returns and record.due is None:
            yield Finding("DOC103", record.span("cycle"), {"name": record.name}, scope.year, record.address())
