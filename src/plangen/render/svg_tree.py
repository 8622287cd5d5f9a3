"""A tree of boxes as SVG and as a nested list. Colours and fonts come from the page's style sheet."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from html import escape

from plangen.render.plain import plain_text
from plangen.render.tree_layout import DETOUR, HEIGHT, INDENT, PAGE, Box, Layout, lay_out, text_width
from plangen.render.words import word
from plangen.values import say
from plangen.views import Link, Node, Tree

Href = Callable[[Link], str | None]
_PAD = 2.0
_INSET = 12.0


def tree_svg(tree: Tree, language: str, href: Href) -> str:
    """The tree as one SVG element of its natural size in pixels; solid lines = superior, dashed = cooperation."""
    layout = lay_out([_plain(node, language) for node in tree.nodes])
    by_id = {box.node.id: box for box in layout.boxes}
    lines = "".join(_superior_lines(layout)) + "".join(_cooperation(layout, by_id, language))
    boxes = "".join(_box(box, by_id, language, href) for box in layout.boxes)
    width, height = layout.width + 2 * _PAD, layout.height + 2 * _PAD
    wide = " pg-tree__svg--wide" if layout.width > PAGE else ""
    return (
        f'<svg class="pg-tree__svg{wide}" viewBox="{_n(-_PAD)} {_n(-_PAD)} {_n(width)} {_n(height)}" '
        f'width="{_n(width)}" height="{_n(height)}" role="group">{lines}{boxes}</svg>'
    )


def _plain(node: Node, language: str) -> Node:
    """A node with plain texts: a drawing has no parts that can be opened; the list below it has."""
    return replace(node, fact=plain_text(node.fact, language), corner=plain_text(node.corner, language))


def tree_rows(tree: Tree) -> tuple[tuple[int, Node], ...]:
    """The nodes in reading order, each with its depth from 0: what a nested list shows."""
    ids = {node.id for node in tree.nodes}
    rows: list[tuple[int, Node]] = []
    seen: set[str] = set()

    def walk(node: Node, depth: int) -> None:
        if node.id in seen:
            return
        seen.add(node.id)
        rows.append((depth, node))
        for child in tree.nodes:
            if child.parent == node.id:
                walk(child, depth + 1)

    for node in tree.nodes:
        if node.parent not in ids:
            walk(node, 0)
    for node in tree.nodes:
        walk(node, 0)
    return tuple(rows)


def _superior_lines(layout: Layout) -> Iterator[str]:
    boxes = {box.node.id: box for box in layout.boxes}
    for box in layout.boxes:
        parent = boxes.get(box.node.parent)
        if parent is None or parent is box:
            continue
        tone = ' class="pg-tree__bad"' if box.node.tone == "bad" else ""
        yield f'<path{tone} d="{_hang_path(parent, box) if box.hangs else _drop_path(parent, box)}"/>'


def _drop_path(parent: Box, child: Box) -> str:
    middle = (parent.y + HEIGHT + child.y) / 2
    start, end = parent.x + parent.width / 2, child.x + child.width / 2
    return f"M{_n(start)} {_n(parent.y + HEIGHT)}V{_n(middle)}H{_n(end)}V{_n(child.y)}"


def _hang_path(parent: Box, child: Box) -> str:
    return f"M{_n(parent.x + INDENT / 2)} {_n(parent.y + HEIGHT)}V{_n(child.y + HEIGHT / 2)}H{_n(child.x)}"


def _cooperation(layout: Layout, boxes: Mapping[str, Box], language: str) -> Iterator[str]:
    for box in layout.boxes:
        for target in (boxes[key] for key in box.node.cooperates if key in boxes and key != box.node.id):
            left, right = sorted((target, box), key=lambda end: end.x)
            between = [other for other in layout.boxes if left.x < other.x < right.x and abs(other.y - left.y) < HEIGHT]
            yield _round_path(left, right) if between else _straight_path(left, right, word(language, "cooperates"))


def _straight_path(left: Box, right: Box, note: str) -> str:
    """From the right edge of one box to the left edge of the other, with a word above where there is room."""
    start, end = left.x + left.width, right.x
    middle, to = (start + end) / 2, right.y + HEIGHT / 2
    path = f"M{_n(start)} {_n(left.y + HEIGHT / 2)}H{_n(middle)}V{_n(to)}H{_n(end)}"
    words = f'<text class="pg-tree__note" x="{_n(middle)}" y="{_n(to - 7)}">{escape(note)}</text>'
    return f'<path class="pg-tree__works" d="{path}"/>' + (words if end - start >= text_width(note, 12) + 12 else "")


def _round_path(left: Box, right: Box) -> str:
    """Below the boxes that stand between, so that the line cannot be read as theirs."""
    below = max(left.y, right.y) + HEIGHT + DETOUR - 3
    start, end = left.x + left.width / 2, right.x + right.width / 2
    path = f"M{_n(start)} {_n(left.y + HEIGHT)}V{_n(below)}H{_n(end)}V{_n(right.y + HEIGHT)}"
    return f'<path class="pg-tree__works" d="{path}"/>'


def _box(box: Box, boxes: Mapping[str, Box], language: str, href: Href) -> str:
    node = box.node
    room = box.width - 2 * _INSET
    fact, corner = plain_text(node.fact, ""), _fit(plain_text(node.corner, ""), room * 0.5, 12)
    title = _fit(node.title, room - (text_width(corner, 12) + 8 if corner else 0), 14)
    texts = f'<text class="pg-tree__title" x="{_n(box.x + _INSET)}" y="{_n(box.y + 23)}">{escape(title)}</text>'
    if corner:
        x = box.x + box.width - _INSET
        texts += f'<text class="pg-tree__corner" x="{_n(x)}" y="{_n(box.y + 22)}">{escape(corner)}</text>'
    if fact:
        fact = escape(_fit(fact, room, 13))
        texts += f'<text class="pg-tree__fact" x="{_n(box.x + _INSET)}" y="{_n(box.y + 43)}">{fact}</text>'
    frame = f'<rect x="{_n(box.x)}" y="{_n(box.y)}" width="{_n(box.width)}" height="{_n(HEIGHT)}" rx="6"/>'
    said = f"<title>{escape(_said(node, boxes, language))}</title>"
    group = f'<g class="{_classes(node)}">{said}{frame}{texts}</g>'
    target = href(node.link) if node.link else None
    # the older name of `href`: the theme sets what has that one, which cannot be set of a link in a drawing, and stops
    return f'<a xlink:href="{escape(target)}">{group}</a>' if target else group


def _said(node: Node, boxes: Mapping[str, Box], language: str) -> str:
    """A box in words: its texts and whom it reports to."""
    comma = say(("，", ", "), language)
    superior = f"{word(language, 'superior')} {boxes[node.parent].node.title}" if node.parent in boxes else ""
    texts = (node.title, plain_text(node.corner, ""), plain_text(node.fact, ""), superior)
    return comma.join(text for text in texts if text)


def _classes(node: Node) -> str:
    tone = f" pg-{node.tone}" if node.tone else ""
    return "pg-tree__box" + tone + (" pg-here" if node.here else "")


def _fit(text: str, room: float, size: float) -> str:
    """A text shortened with … where it is wider than its room."""
    if text_width(text, size) <= room:
        return text
    while text and text_width(text + "…", size) > room:
        text = text[:-1]
    return text + "…"


def _n(value: float) -> str:
    return f"{value:.1f}".removesuffix(".0")
