"""Revisions of targets within the year: what held before stands beside what binds now."""

from collections.abc import Iterator, Sequence

from plangen.compute import Rule
from plangen.sections.objectives.model import Original
from plangen.sections.objectives.saying import name_of
from plangen.sections.objectives.split import Note, Split
from plangen.sections.objectives.tables import unit_of
from plangen.views import Column, Line, Num, Row, Table, Words

APART: Note = ("现目标 − 原目标", "target − original target")
CHANGED: Note = ("现目标对原目标，取到 0.01%", "target against the original one, to 0.01%")


def rules(split: Split) -> Iterator[Rule]:
    """By how much each revised target differs from the original one."""
    for member, original in _revised(split):
        names = tuple(filter(None, [member]))
        inputs = (split.key("target", *names), split.key("target", *names, facet="original"))
        yield split.rule(split.key("revision", *names), "difference", inputs, original.span("target"), APART)
        yield split.rule(split.key("revision-share", *names), "change", inputs, original.span("target"), CHANGED)


def _revised(split: Split) -> Iterator[tuple[str, Original]]:
    for member, entry in split.entries():
        if entry.original is not None:
            yield member, entry.original


def tables(splits: Sequence[Split]) -> Iterator[Table]:
    """Every revised target with what it was, until when and why; nothing where none was revised."""
    rows = tuple(_row(split, member, original) for split in splits for member, original in _revised(split))
    if not rows:
        return
    word = splits[0].scope.word
    columns = (
        Column("name", word("目标", "Objective")),
        Column("original", word("原目标", "Original"), "", numeric=True),
        Column("target", word("现目标", "Now"), "", numeric=True),
        Column("share", word("幅度", "Change"), "%", numeric=True),
        Column("until", word("原目标到", "Original until")),
        Column("reason", word("原因", "Reason"), phone=False),
    )
    yield Table("revisions", word("年内调整", "Revised within the year"), columns, rows)


def _row(split: Split, member: str, original: Original) -> Row:
    names, unit, scope = tuple(filter(None, [member])), unit_of(split), split.scope
    before, now = split.key("target", *names, facet="original"), split.key("target", *names)
    share = split.key("revision-share", *names)
    day = original.until.value
    until: Line = (day.isoformat(),) if day else (Words(scope.word("待定", "not set"), "unset"),)
    return Row((
        (name_of(scope, split.objective, member),),
        (Num(scope.quantity(before.address), unit, with_unit=True, tone="muted", address=before.address),),
        (Num(scope.quantity(now.address), unit, with_unit=True, tone="changed", address=now.address),),
        (Num(scope.quantity(share.address), "%", 1, signed=True, address=share.address),),
        until,
        (original.reason,),
    ))  # fmt: skip
