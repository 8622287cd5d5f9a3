"""Prose: what changed in narratives, heading by heading, what was struck out and what was put in."""

from collections.abc import Iterator, Sequence
from re import compile as pattern

from plangen.diff import Passage, Run
from plangen.review.prose import ProseWords
from plangen.site.changes.wording import run_line
from plangen.site.since import Since
from plangen.views import Block, Chip, Heading, Line, Text

_START = pattern(r"^(?:[-*+] |\d+[.)] |> |#+ |\| *|!!! \w+ )")
_INSIDE = pattern(r"\*\*|__|`| *\|$")
_CELL = pattern(r" *\| *")
_RULE = pattern(r"[|: -]+")
"""The line below the head of a table."""


def prose(since: Since, passages: Sequence[Passage], titles: dict[str, str]) -> Iterator[Block]:
    """Each passage under where it stands; `titles` are those of the pages by the names of their files."""
    if not passages:
        return
    word = since.after.word
    yield Heading(word("文字", "Text"), "prose", aside=word("{n} 处", "{n}", n=len(passages)))
    words = ProseWords(since.changes, since.names, since.names.words())
    for passage in passages:
        where = dict.fromkeys([titles.get(passage.name, passage.name), *passage.heading])
        yield Heading(" › ".join(where), "", level=3, aside=_kind(since, passage))
        yield from (Text(line) for runs in _lines(words.told(passage).runs) if (line := run_line(runs, "old", "new")))


def _kind(since: Since, passage: Passage) -> Line:
    words = {"added": ("新增", "added"), "removed": ("取消", "removed"), "changed": ("改写", "changed")}
    return (Chip(since.after.word(*words[passage.kind])),)


def _lines(runs: Sequence[Run]) -> Iterator[list[Run]]:
    """The paragraphs and list items of a text, without the marks that make them."""
    line: list[Run] = []
    for run in runs:
        first, *rest = run.text.split("\n")
        line.append(Run(run.kind, first))
        for text in rest:
            yield _plain(line)
            line = [Run(run.kind, text)]
    yield _plain(line)


def _plain(line: list[Run]) -> list[Run]:
    found: list[Run] = []
    if _RULE.fullmatch("".join(run.text for run in line)):
        return found
    for run in line:
        text = run.text if found else _START.sub("", run.text)
        text = _CELL.sub("\u3000", _INSIDE.sub("", text))
        found += [Run(run.kind, text)] if text else []
    return found
