"""Passages: what changed in narratives, heading by heading."""

from collections.abc import Iterator
from re import MULTILINE
from re import compile as pattern
from typing import Literal, NamedTuple

from plangen.diff.prose import closed, closed_heading, unwrapped
from plangen.diff.renames import Renames
from plangen.diff.side import Side
from plangen.source import Narrative
from plangen.values import Span, record, say

_HEADING = pattern(r"^(#{1,6})[ \t]+(.*?)[ \t]*#*[ \t]*$", MULTILINE)


@record
class Passage:
    """The text under one heading of one narrative, on both sides; empty where a side has none.

    `plan` is empty for the narratives of the year; `name` is the file without its ending; `heading` are the headings
    from the top down to it. `span` is where it stands on the side after, or stood.
    """

    plan: str
    name: str
    heading: tuple[str, ...]
    before: str
    after: str
    span: Span

    @property
    def kind(self) -> Literal["added", "removed", "changed"]:
        """Whether it is new, gone or other."""
        return "added" if not self.before else "removed" if not self.after else "changed"


def passages_between(before: Side, after: Side, renames: Renames) -> Iterator[Passage]:
    """Every passage whose words differ, in the order of the side after; lines and spaces may be set otherwise."""
    every = before.year == after.year  # of another year only what its pages show
    old, new = dict(_passages(before, renames, every=every)), dict(_passages(after, Renames(), every=every))
    for key in dict.fromkeys([*new, *old]):
        was, now = old.get(key), new.get(key)
        texts = [closed(unwrapped(each.text)) if each else "" for each in (was, now)]
        if texts[0] != texts[1]:
            shown: _Part = now or was  # type: ignore[assignment]
            yield Passage(*key[:2], shown.heading, was.text if was else "", now.text if now else "", shown.span)


Key = tuple[str, str, tuple[str, ...]]


class _Part(NamedTuple):
    """One heading's text on one side, with the headings as they stand there."""

    heading: tuple[str, ...]
    text: str
    span: Span


def _passages(side: Side, renames: Renames, *, every: bool) -> Iterator[tuple[Key, _Part]]:
    for path, home in side.scope.plan_year.homes():
        plan = renames.plan(path) if path else ""
        translated = {f"{name}.{tag}": text for name, texts in home.translated.items() for tag, text in texts.items()}
        for name, narrative in {**home.narratives, **(translated if every else {})}.items():
            for heading, text, line in _sections(narrative, side.scope.handbook.language):
                part = _Part(heading, text, Span(narrative.file, line, 1, line, 1))
                yield (plan, name, _alike(heading)), part


FRONT = {
    "title": ("标题", "title"),
    "description": ("摘要", "description"),
    "hide": ("不列出", "hidden"),
    "source": ("来源", "source"),
}
"""What the keys of the front matter are called."""


def _front(narrative: Narrative, language: str) -> Iterator[str]:
    for key, value in sorted(narrative.front.items()):
        yield say(("{name}：{value}", "{name}: {value}"), language, name=say(FRONT[key], language), value=value)


def _sections(narrative: Narrative, language: str) -> Iterator[tuple[tuple[str, ...], str, int]]:
    """The texts of a narrative by their headings; a heading inside code is none. Equal headings are numbered.

    The front matter (title, description, what is hidden) stands above the text before the first heading.
    """
    seen: dict[tuple[str, ...], int] = {}
    path: list[tuple[int, str]] = []
    starts: list[tuple[int, int, tuple[str, ...]]] = [(0, 0, ())]
    for found in _HEADING.finditer(narrative.visible or narrative.body):
        depth = len(found[1])
        path = [step for step in path if step[0] < depth] + [(depth, found[2])]
        heading = tuple(name for _, name in path)
        alike = _alike(heading)
        seen[alike] = seen.get(alike, 0) + 1
        again = f" ({seen[alike]})" if seen[alike] > 1 else ""
        starts.append((found.start(), found.end(), (*heading[:-1], heading[-1] + again)))
    for place, (start, end, heading) in enumerate(starts):
        stop = starts[place + 1][0] if place + 1 < len(starts) else len(narrative.body)
        front = () if place else _front(narrative, language)
        text = "\n\n".join((*front, narrative.body[end:stop].strip())).strip()
        if text or heading:
            yield heading, text, narrative.front_end_line + 1 + narrative.body.count("\n", 0, start)


def _alike(heading: tuple[str, ...]) -> tuple[str, ...]:
    """What headings are known by on both sides."""
    return tuple(closed_heading(each) for each in heading)
