"""A review as Markdown for the comment of a forge: escaped, of a limited size."""

from plangen.render.terminal.columns import visible
from plangen.request.comment import Room, comment
from plangen.request.document import Document, Fold, Heading, Item, Line, Paragraph, Part, Points, Word
from plangen.request.request import Request
from plangen.request.words import say
from plangen.review.markdown import plain

MARKER = "<!-- plangen review -->"
"""The first line: a bot finds its own comment by it and updates that one."""
LIMIT = 65_000
"""So many characters at most: forges refuse comments of more than 65,536."""
_TAGS = {"old": "del", "new": "ins"}


def render_markdown(request: Request, site_url: str = "") -> str:
    """The comment; where it would be too long, its lists are shortened, and at last its end is left out."""
    room = Room()
    text = _written(comment(request, site_url, room))
    while len(text) > LIMIT and room.points > 1:
        room = room.half()
        text = _written(comment(request, site_url, room))
    return text if len(text) <= LIMIT else _cut(text, say(request.language, "cut"))


def _cut(text: str, sentence: str) -> str:
    start = text[: LIMIT - len(sentence) - 20].rpartition("\n")[0]
    opened = start.count("<details>") - start.count("</details>")
    return f"{start}\n{'</details>' * opened}\n\n{sentence}\n"


def _written(document: Document) -> str:
    parts = [MARKER, f"### {plain(document.title)}", *map(_part, document.parts)]
    return "\n\n".join(parts) + "\n"


def _part(part: Part) -> str:
    match part:
        case Heading(text):
            return f"#### {plain(text)}"
        case Paragraph(line):
            return _line(line)
        case Points(items):
            return "\n".join(_items(items, ""))
        case Fold(summary, items):
            inside = "\n".join(_items(items, ""))
            return f"<details><summary>{plain(summary)}</summary>\n\n{inside}\n\n</details>"


def _items(items: tuple[Item, ...], indent: str) -> list[str]:
    lines = []
    for item in items:
        lines.append(f"{indent}- {_line(item.line)}")
        lines += _items(item.inside, f"{indent}  ")
    return lines


def _line(line: Line) -> str:
    return "".join(map(_word, line))


def _word(word: Word) -> str:
    if not word.text:
        return ""
    if word.style == "code":
        return f"`{visible(' '.join(word.text.splitlines())).replace('`', chr(39))}`"
    text = plain(word.text)
    if word.style in _TAGS:
        text = f"<{_TAGS[word.style]}>{text}</{_TAGS[word.style]}>"
    elif word.style == "strong":
        text = f"**{text}**"
    return f"[{text}](<{word.href}>)" if word.href else text
