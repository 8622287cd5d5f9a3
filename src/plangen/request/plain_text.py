"""A review at the terminal."""

from plangen.render.terminal.columns import paint, visible
from plangen.request.comment import EVERYTHING, comment
from plangen.request.document import Fold, Heading, Item, Line, Paragraph, Part, Points
from plangen.request.request import Request

_STYLES = {"strong": "bold", "dim": "dim", "old": "old", "new": "new"}
_MARKS = {"old": ("[-", "-]"), "new": ("{+", "+}")}


def render_text(request: Request, site_url: str = "") -> str:
    """The whole review with colours; ends with a line break."""
    document = comment(request, site_url, EVERYTHING)
    return "\n\n".join([paint(visible(document.title), "bold"), *map(_part, document.parts)]) + "\n"


def _part(part: Part) -> str:
    match part:
        case Heading(text):
            return paint(visible(text), "bold")
        case Paragraph(line):
            return _line(line)
        case Points(items):
            return "\n".join(_items(items, "  "))
        case Fold(summary, items):
            return "\n".join([paint(visible(summary), "bold"), *_items(items, "  ")])


def _items(items: tuple[Item, ...], indent: str) -> list[str]:
    lines = []
    for item in items:
        lines.append(f"{indent}{_line(item.line)}")
        lines += _items(item.inside, f"{indent}  ")
    return lines


def _line(line: Line) -> str:
    texts = []
    for word in line:
        start, end = _MARKS.get(word.style, ("", ""))
        text = f"{start}{visible(word.text)}{end}" if word.text else ""
        texts.append(paint(text, _STYLES[word.style]) if word.style in _STYLES else text)
        texts.append(f" {visible(word.href)}" if word.href else "")
    return "".join(texts)
