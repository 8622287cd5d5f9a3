"""Prose: what changed in narratives, heading by heading, what was struck out and what was put in."""

from collections.abc import Iterator, Sequence

from plangen.diff import Passage
from plangen.site.since import Since
from plangen.views import Block, Chip, Heading, Line, Text, Words


def prose(since: Since, passages: Sequence[Passage], titles: dict[str, str]) -> Iterator[Block]:
    """Each passage under where it stands; `titles` are those of the pages by the names of their files."""
    word = since.after.word
    if not passages:
        return
    count = word(f"{len(passages)} 处", str(len(passages)))
    yield Heading(word("文字", "Text"), "prose", aside=count)
    for passage in passages:
        where = [titles.get(passage.name, passage.name), *passage.heading]
        yield Heading(" › ".join(dict.fromkeys(where)), "", level=3, aside=_kind(since, passage))
        yield Text(_line(passage))


def _kind(since: Since, passage: Passage) -> Line:
    words = {"added": ("新增", "added"), "removed": ("取消", "removed"), "changed": ("改写", "changed")}
    return (Chip(since.after.word(*words[passage.kind])),)


def _line(passage: Passage) -> Line:
    old, new = (" ".join(text.split()) for text in (passage.before, passage.after))
    return (*((Words(old, "bad", struck=True),) if old else ()), *((Words(new, "good", added=True),) if new else ()))
