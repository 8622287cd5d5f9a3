"""What the page of documents shows: the register, by kind."""

from collections.abc import Iterator

from plangen.compute import PlanScope
from plangen.sections.documents.labels import CHOICES
from plangen.sections.documents.model import KINDS, Documents, Record
from plangen.sections.documents.rules import KIND
from plangen.sections.mentions import NONE, roles, text, texts
from plangen.sections.numbers import shown
from plangen.sections.tallies import total
from plangen.values import is_chinese
from plangen.views import Block, Card, Column, Line, Row, Table, phrase


def blocks(section: Documents, scope: PlanScope) -> Iterator[Block]:
    """The register."""
    word = scope.word
    columns = (
        Column("document", word("文件", "Document")),
        Column("cycle", word("周期", "Cycle")),
        Column("due", word("什么时候", "By when")),
        Column("owner", word("谁写", "Written by")),
        Column("to", word("交给谁", "Goes to"), phone=False),
        Column("contains", word("内容项", "Contains"), phone=False),
        Column("retention", word("保存期", "Kept for"), numeric=True, phone=False),
    )
    rows = tuple(row for kind in KINDS if section.of(kind) for row in _kind(kind, section, scope))
    yield Table(KIND, word("全部文件", "All documents"), columns, rows)


def _kind(kind: str, section: Documents, scope: PlanScope) -> Iterator[Row]:
    number = shown(scope, total(scope, KIND, "documents", kind), with_unit=is_chinese(scope.language))
    yield Row(((scope.word(*CHOICES[kind]).capitalize(), "　", number), (), (), (), (), (), ()), "group")
    yield from (_record(record, scope) for record in section.of(kind))


def _record(record: Record, scope: PlanScope) -> Row:
    cells: tuple[Line, ...] = (
        text(record.name, record.note),
        text(scope.word(*CHOICES[record.cycle]) if record.cycle else None),
        text(record.due),
        roles(record.owner, scope),
        roles(record.to, scope),
        texts(record.contains, scope),
        (shown(scope, record.address("retention"), with_unit=True),) if record.retention is not None else NONE,
    )
    return Row(cells, id=record.id, level=1)


def _all(section: Documents, scope: PlanScope) -> Line:
    kinds = sum(bool(section.of(kind)) for kind in KINDS)
    number = shown(scope, total(scope, KIND, "documents"), with_unit=is_chinese(scope.language))
    return phrase(scope.word("{kinds} 类 {n}文件", "{n} documents of {kinds} kinds"), n=number, kinds=str(kinds))


def cards(section: Documents, scope: PlanScope) -> Iterator[Card]:
    """Documents have no key figure."""
    yield from ()


def summary(section: Documents, scope: PlanScope) -> Line:
    """Kinds and documents."""
    return _all(section, scope)


def lede(section: Documents, scope: PlanScope) -> Line:
    """The same as a sentence."""
    return (*_all(section, scope), scope.word("。", "."))
