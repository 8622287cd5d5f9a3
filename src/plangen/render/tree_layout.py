"""Where the boxes of a tree stand: deterministic, no two boxes touch, leaves hang below their parent when it is tight.

Formula: every subtree takes the width of its children side by side; a parent stands over the middle of its first and
last child. Boxes are as wide as their words and their page allow; where the whole is still wider than the page,
parents whose children are all leaves let them hang in a column.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from plangen.render.plain import plain_text
from plangen.values import record
from plangen.views import Node

HEIGHT = 54.0
GAP = 12.0
ROW = 84.0
HANG_ROW = 66.0
INDENT = 20.0
PAGE = 938.0
SIDE_GAP = 84.0
DETOUR = 14.0
_WIDTHS = ((166.0, 292.0), (140.0, 206.0), (118.0, 176.0), (110.0, 150.0))


@record
class Box:
    """A node with its place in pixels; `hangs` says that it stands in a column under its parent."""

    node: Node
    x: float
    y: float
    width: float
    hangs: bool = False

    def moved(self, x: float, y: float) -> "Box":
        """The same box, moved."""
        return replace(self, x=self.x + x, y=self.y + y)


@record
class Layout:
    """All boxes, in the order of the nodes, and the size of the drawing."""

    boxes: tuple[Box, ...]
    width: float
    height: float


def text_width(text: str, size: float) -> float:
    """About how wide a text is, in pixels: Han and full-width signs take a square, others a little over half."""
    return sum(size if ord(sign) > 0x2E7F else size * 0.57 for sign in text)


@record
class _Style:
    """How a try lays out: the narrowest and widest box, and whether leaves hang."""

    narrowest: float
    widest: float
    hang: bool


def lay_out(nodes: Sequence[Node]) -> Layout:
    """Place the nodes. Unknown parents count as none; a circle of parents is cut at its first node."""
    tries = [_Style(low, high, hang=False) for low, high in _WIDTHS] + [_Style(140.0, 220.0, hang=True)]
    boxes: list[Box] = []
    for style in tries:
        boxes = _place(nodes, style)
        if _right(boxes) <= PAGE:
            break
    order = {node.id: place for place, node in enumerate(nodes)}
    boxes.sort(key=lambda box: order[box.node.id])
    bottom = max((box.y + HEIGHT for box in boxes), default=0.0)
    return Layout(tuple(boxes), _right(boxes), bottom + (DETOUR if any(node.cooperates for node in nodes) else 0.0))


def _place(nodes: Sequence[Node], style: _Style) -> list[Box]:
    beside = {node.id for node in nodes if _stands_beside(node, nodes)}
    children = _children([node for node in nodes if node.id not in beside])
    boxes = _forest(children, style)
    return boxes + list(_side_boxes([node for node in nodes if node.id in beside], boxes, style))


def _stands_beside(node: Node, nodes: Sequence[Node]) -> bool:
    """Whether a node only works with others: no parent, no children, somebody it cooperates with."""
    ids = {other.id for other in nodes}
    has_child = any(other.parent == node.id for other in nodes)
    return not node.parent and not has_child and any(target in ids - {node.id} for target in node.cooperates)


def _children(nodes: Sequence[Node]) -> Mapping[str, list[Node]]:
    """Children by parent id, roots under the empty id; every node is reached exactly once from there."""
    ids = {node.id for node in nodes}
    children: dict[str, list[Node]] = {"": []}
    for node in nodes:
        parent = node.parent if node.parent in ids and node.parent != node.id else ""
        children.setdefault(parent, []).append(node)
    reached = set(_reach("", children))
    for node in nodes:
        if node.id not in reached:
            children[node.parent] = [child for child in children[node.parent] if child.id != node.id]
            children[""].append(node)
            reached.update({node.id, *_reach(node.id, children)})
    return children


def _reach(start: str, children: Mapping[str, list[Node]]) -> Iterator[str]:
    waiting = [start]
    while waiting:
        for child in children.get(waiting.pop(), ()):
            yield child.id
            waiting.append(child.id)


def _forest(children: Mapping[str, list[Node]], style: _Style) -> list[Box]:
    boxes: list[Box] = []
    x = 0.0
    for root in children[""]:
        tree, width = _subtree(root, children, style)
        boxes += [box.moved(x, 0.0) for box in tree]
        x += width + GAP
    return boxes


def _subtree(node: Node, children: Mapping[str, list[Node]], style: _Style) -> tuple[list[Box], float]:
    """The boxes of a subtree from (0, 0), its root first, and its width."""
    own = _box_width([node], style)
    below = children.get(node.id, [])
    if not below:
        return [Box(node, 0.0, 0.0, own)], own
    if style.hang and len(below) > 1 and not any(children.get(child.id) for child in below):
        return _hanging(node, below, style)
    placed: list[Box] = []
    centres: list[float] = []
    x = 0.0
    for child in below:
        boxes, width = _subtree(child, children, style)
        centres.append(x + boxes[0].x + boxes[0].width / 2)
        placed += [box.moved(x, ROW) for box in boxes]
        x += width + GAP
    span = x - GAP
    left = (centres[0] + centres[-1]) / 2 - own / 2
    shift = max(0.0, -left)
    placed = [box.moved(shift, 0.0) for box in placed]
    return [Box(node, left + shift, 0.0, own), *placed], max(span + shift, left + shift + own)


def _hanging(node: Node, below: Sequence[Node], style: _Style) -> tuple[list[Box], float]:
    own = _box_width([node], style)
    width = _box_width(below, style)
    hanging = [Box(child, INDENT, ROW + HANG_ROW * place, width, hangs=True) for place, child in enumerate(below)]
    return [Box(node, 0.0, 0.0, own), *hanging], max(own, INDENT + width)


def _side_boxes(nodes: Sequence[Node], boxes: Sequence[Box], style: _Style) -> Iterator[Box]:
    """Boxes of nodes that only cooperate: right of everything that stands at the height of whom they work with."""
    placed = list(boxes)
    edge = max(_right(boxes), min(PAGE, _right(boxes) + SIDE_GAP))
    for node in nodes:
        target = next((box for box in placed if box.node.id in node.cooperates), None)
        y = target.y if target else 0.0
        level = [box for box in placed if abs(box.y - y) < HEIGHT + 4]
        width = _box_width(nodes, style)
        direct = target is not None and not any(box.x > target.x for box in level)
        side = Box(node, max(_right(level) + (SIDE_GAP if direct else 2 * GAP), edge - width), y, width)
        placed.append(side)
        yield side


def _box_width(nodes: Sequence[Node], style: _Style) -> float:
    """The width that holds the words of all nodes, as far as the style allows."""
    needs = max(max(_first_line(node), text_width(plain_text(node.fact, ""), 13)) for node in nodes)
    return round(min(style.widest, max(style.narrowest, needs + 26)), 1)


def _first_line(node: Node) -> float:
    corner = plain_text(node.corner, "")
    return text_width(node.title, 14) + (text_width(corner, 12) + 16 if corner else 0.0)


def _right(boxes: Sequence[Box]) -> float:
    return max((box.x + box.width for box in boxes), default=0.0)
