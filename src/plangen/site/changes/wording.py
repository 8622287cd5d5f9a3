"""Edits in words for pages: the item with its places in both years, and both years' values."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import Any

from plangen.diff import Consequence, Edit, Run, Weight
from plangen.review.lines import TELLING
from plangen.review.words import say
from plangen.site.since import Since
from plangen.values import Address, Quantity
from plangen.views import Chip, Inline, Line, Link, Tone, Words

Values = tuple[Line, Line, Line]
"""What stands in the cells of last year, of this year, and of the difference."""
_WEIGHTS: dict[Weight, tuple[str, str, Tone]] = {
    Weight.BREAKING: ("要先看", "breaking", "bad"),
    Weight.MAJOR: ("主要", "major", "changed"),
    Weight.MINOR: ("次要", "minor", ""),
    Weight.TEXT: ("文字", "text", "muted"),
}


def weight_chip(since: Since, consequence: Consequence) -> Chip:
    """How heavy an edit is, in a word: what it changes that others keep to, else its weight."""
    zh, en, tone = _WEIGHTS[consequence.weight]
    if consequence.governs:
        return Chip(say(since.after.language, consequence.governs), tone)
    return Chip(since.after.word(zh, en), tone)


def weight_word(since: Since, weight: Weight) -> str:
    """What a weight is called."""
    return since.after.word(*_WEIGHTS[weight][:2])


def item_line(since: Since, place: int) -> Line:
    """What was edited: the item as a link to it, what of it, and the way to it in last year's version."""
    edit, told = since.changes.edits[place], since.lines[place]
    called = subject(since, place)
    name: Inline = Link(called, home_of(edit.address)) if edit.after else called
    return (name, space(since), Words(told.what, "muted"), *_last_year(since, edit))


def subject(since: Since, place: int) -> str:
    """What an edit is about; a plan by its name, which its own page need not say and others do."""
    key = since.changes.edits[place].entity.key
    return since.names.plan(key.plan) if key.kind == "plan" else since.lines[place].subject


def space(since: Since) -> str:
    """What stands between the parts of a line: a wide space in Chinese, where a narrow one is hardly seen."""
    return since.after.word("\u3000", " ")


def _last_year(since: Since, edit: Edit) -> Iterator[Inline]:
    """A link to where last year's version has the item, under the name that it had then."""
    entry = edit.before[0].entry if edit.before else None
    if entry is not None:
        year = since.before.year
        yield space(since)
        yield Link(
            since.after.word("见 {year} 年", "see {year}", year=year), home_of(entry.address()), version=str(year)
        )


def home_of(address: Address) -> Address:
    """The item that a page has a place for: what lives in an item stands where that one does."""
    return replace(address, item=address.item[:1])


def values(since: Since, place: int) -> Values:
    """What an edit changed: last year, this year, the difference."""
    edit, told = since.changes.edits[place], since.lines[place]
    if edit.kind in ("added", "removed"):
        return _telling_figure(since, edit)
    address = figure_of(since, edit)
    if address is not None:
        return figures(since, address)
    if told.runs:
        return run_line(told.runs, "old"), run_line(told.runs, "new"), ()
    return (told.old,), (told.new,), ()


def run_line(runs: Iterable[Run], *sides: str) -> Line:
    """A text as one of its sides has it, or as both: what was struck out and put in is marked."""
    marked: dict[str, dict[str, Any]] = {"old": {"tone": "bad", "struck": True}, "new": {"tone": "good", "added": True}}
    shown = (run for run in runs if run.kind in ("same", *sides))
    return tuple(Words(run.text, **marked[run.kind]) if run.kind in marked else run.text for run in shown)


def figures(since: Since, address: Address) -> Values:
    """The figure at an address in both years, and by how much it changed."""
    return (since.number(address, last=True),), (since.number(address),), (since.apart(address),)


def figure_of(since: Since, edit: Edit) -> Address | None:
    """The figure that an edited field is, in the words of this year; None where it is none."""
    if edit.kind != "changed" or not (isinstance(edit.old, Quantity) or isinstance(edit.new, Quantity)):
        return None
    before, after = next(iter(edit.figures()), (None, None))
    address = after or (since.changes.renames.address(before) if before else None)
    known = address is not None and (since.figure(address) or since.figure(address, last=True))
    return address if known else None


def _telling_figure(since: Since, edit: Edit) -> Values:
    """The figure by which a new or gone item is known."""
    entry, last = edit.entity.entry, edit.kind == "removed"
    for measure in TELLING if entry is not None else ():
        address = entry.address(measure)  # type: ignore[union-attr]
        address = since.changes.renames.address(address) if last else address
        if since.figure(address, last=last) is not None:
            number = since.number(address, last=last)
            return ((number,), (), ()) if last else ((), (number,), ())
    return (), (), ()
