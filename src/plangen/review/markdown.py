"""A comparison as Markdown for the comment of a pull request: most important first, the rest folded, never too long."""

from collections.abc import Iterator, Sequence
from dataclasses import field
from html import escape
from re import compile as pattern

from plangen.diff import Run, Weight
from plangen.render.terminal.columns import visible
from plangen.review.lines import Line
from plangen.review.prose import Prose
from plangen.review.report import Block, Comparison, Report, placed
from plangen.review.summary import headline
from plangen.review.text import middle, near, sources_by_section
from plangen.review.words import bracketed, colon, listed, say, semicolon, stop
from plangen.values import record

OPEN = {Weight.BREAKING: 25, Weight.MAJOR: 12}
"""How many things of a weight stand unfolded."""
AROUND = 20
LONGEST = 160
_MARKS = {"added": "➕ ", "removed": "➖ "}
_SPECIAL = pattern(r"([\\`*_{}\[\]|~])")
_END = 200
"""Room that is kept for the last sentence."""


@record
class Part:
    """A list under a title; `folded` in a fold that a click opens."""

    title: str
    items: tuple[str, ...]
    count: int
    folded: bool = False
    warns: bool = field(default=False)


def render_markdown(told: Comparison, limit: int) -> str:
    """The comparison in no more than `limit` characters; what did not fit is counted at the end."""
    language = told.language
    if told.is_empty:
        return plain(say(language, "same", before=told.before, after=told.after)) + "\n"
    text, left = "", 0
    for report in told.reports:
        text, lost = _with(text, report, limit - _END)
        left += lost
    text += "".join(f"\n{plain(each)}\n" for each in told.only)[: max(0, limit - _END - len(text))]
    if left:
        text += f"\n{say(language, 'not-shown', left)}\n"
    return text[:limit]


def plain(text: str) -> str:
    """A text in one line that Markdown and HTML show as it is, and that calls nobody by `@` and leads nowhere by `#`.

    An empty comment parts these from what follows: forges read entities first.
    """
    safe = _SPECIAL.sub(r"\\\1", escape(visible(" ".join(text.splitlines())), quote=False))
    return safe.replace("#", "#<!-- -->").replace("@", "@<!-- -->")


def _with(text: str, report: Report, room: int) -> tuple[str, int]:
    """The text with a report behind it, as far as there is room; and how many things had none."""
    language = report.language
    text += ("\n" if text else "") + f"### {plain(say(language, 'heading', report.title))}\n\n"
    if report.is_empty:
        before, after = report.changes.before.label, report.changes.after.label
        return text + plain(say(language, "same", before=before, after=after)) + "\n", 0
    text += f"{plain(headline(report))}{stop(language)}\n"
    if report.hidden:
        text += f"\n{plain(say(language, 'hidden', min=report.least, count=report.hidden))}{stop(language)}\n"
    left = 0
    for part in _parts(report):
        opening, closing = _frame(part)
        taken = ""
        for place, item in enumerate(part.items):
            if len(text) + len(opening) + len(taken) + len(item) + len(closing) + 1 > room:
                left += len(part.items) - place
                break
            taken += f"{item}\n"
        text += opening + taken + closing if taken else ""
    return text, left


def _frame(part: Part) -> tuple[str, str]:
    title = f"{plain(part.title)} · {part.count}"
    if part.folded:
        return f"\n<details><summary>{title}</summary>\n\n", "\n</details>\n"
    if part.warns:
        return f"\n> [!WARNING]\n> {title}\n>\n", ""
    return f"\n**{title}**\n\n", ""


def _parts(report: Report) -> Iterator[Part]:
    """Everything there is to tell, the most important first."""
    language = report.language
    if report.unread:
        unread = tuple(f"> - {plain(each)}" for each in report.unread)
        yield Part(say(language, "unread"), unread, len(unread), warns=True)
    shown: set[str] = set()
    for weight in Weight:
        blocks = report.of(weight)
        items = tuple(_item(block, language, shown) for block in blocks)
        count, visible_ = sum(len(block.lines) for block in blocks), OPEN.get(weight, 0)
        title = say(language, weight.value)
        if items[:visible_]:
            yield Part(title, items[:visible_], count)
        if items[visible_:]:
            rest = sum(len(block.lines) for block in blocks[visible_:])
            yield Part(say(language, "further-of", title) if visible_ else title, items[visible_:], rest, folded=True)
    yield from _rest(report)


def _rest(report: Report) -> Iterator[Part]:
    language = report.language
    unexplained = tuple(f"- {plain(each.sentence(language))}" for each in report.unexplained)
    if unexplained:
        yield Part(say(language, "unexplained"), unexplained, len(unexplained))
    if report.suggestions:
        suggestions = tuple(f"- {plain(each)}" for each in report.suggestions)
        yield Part(say(language, "suggestions"), suggestions, len(suggestions))
    others = [(key, told) for key, told in report.lists().items() if key != "unexplained"]
    lists = (
        ("narratives", [_prose(each) for each in report.prose], len(report.prose)),
        *((key, [f"- {plain(each.sentence(language))}" for each in told], 0) for key, told in others),
        (
            "sources",
            [f"- {plain(at)}: {plain(listed(language, named))}" for at, named in sources_by_section(report.sources)],
            len(report.sources),
        ),
        ("accepted", [f"- {plain(each.sentence(language))}" for each in report.accepted], 0),
        ("stale", [f"- {plain(each)}" for each in report.stale], 0),
    )
    for key, items, count in lists:
        if items:
            yield Part(say(language, key), tuple(items), count or len(items), folded=True)


def _item(block: Block, language: str, shown: set[str]) -> str:
    """A thing with its edits, and below it what follows."""
    first = block.lines[0]
    governs = bracketed(language, block.governed(language))
    name = f"**{plain(block.subject)}**"
    edits = semicolon(language).join(_line(line, language) for line in block.lines)
    text = f"- {_MARKS.get(first.edit.kind, '')}{placed(plain(block.where), name)}{governs}{colon(language)}{edits}"
    said = block.following.summary(language)
    if not said:
        return text
    told = [each for each in (figure.sentence(language) for figure in block.following.told) if each not in shown]
    shown.update(told)
    others = block.following.together
    said += bracketed(language, say(language, "together", others)) if others else ""
    figures = semicolon(language).join(plain(each) for each in told)
    return f"{text}\n  - {plain(said)}{colon(language) + figures if figures else ''}"


def _line(line: Line, language: str) -> str:
    if line.runs:
        return f"{plain(line.what)} {words(line.runs)}"
    pair = " → ".join(plain(middle(text, LONGEST)) for text in (line.old, line.new) if text)
    return f"{plain(line.what)} {pair}".rstrip() + plain(bracketed(language, line.remark))


def words(runs: Sequence[Run]) -> str:
    """A changed text: what was struck out, what was put in, and what stands near. Marks need spaces around them."""
    texts = []
    for place, run in enumerate(runs):
        text = " ".join(run.text.split())
        if run.kind == "same":
            texts.append(plain(near(text, first=place == 0, last=place == len(runs) - 1, around=AROUND)))
        elif text:
            mark = "~~" if run.kind == "old" else "**"
            texts.append(f"{mark}{plain(middle(text, LONGEST))}{mark}")
    return " ".join(text for text in texts if text)


def _prose(prose: Prose) -> str:
    mark, title = _MARKS.get(prose.passage.kind, ""), plain(prose.title)
    if prose.passage.kind == "changed":
        return f"- {title}: {words(prose.runs)}"
    return f"- {mark}{title}: {plain(middle(' '.join(' '.join(run.text for run in prose.runs).split()), LONGEST))}"
