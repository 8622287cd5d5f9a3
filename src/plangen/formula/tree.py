"""The tree of a formula: numbers, references, calls and operations, each with its columns in the text."""

from collections.abc import Iterator
from typing import TypeAlias

from plangen.values import Quantity, record


@record
class Number:
    """A quantity as typed, in base units."""

    quantity: Quantity
    start: int
    end: int


@record
class Reference:
    """Another figure. `text` is an address or a name as written ("" for the figure's own address).

    `moves` say where it is looked for, outermost first: `previous` (last year), `parent`, `children`.
    """

    text: str
    moves: tuple[str, ...]
    start: int
    end: int


@record
class Negation:
    """The negative of its operand."""

    operand: "Node"
    start: int
    end: int


@record
class Operation:
    """Operands joined from left to right by signs of one rank: `+` and `-`, or `×` and `÷`.

    There is one sign fewer than operands, so that long sums stay flat.
    """

    signs: tuple[str, ...]
    operands: tuple["Node", ...]
    start: int
    end: int


@record
class Comparison:
    """Two operands compared by `<`, `≤`, `>`, `≥`, `=` or `≠`; only a condition of `if` may be one."""

    sign: str
    left: "Node"
    right: "Node"
    start: int
    end: int


@record
class Call:
    """A function, by its English name, and what it is given."""

    function: str
    arguments: tuple["Node", ...]
    start: int
    end: int


Node: TypeAlias = Number | Reference | Negation | Operation | Comparison | Call


@record
class Formula:
    """A formula as written, without its `=`, and its tree."""

    text: str
    root: Node


def parts_of(node: Node) -> tuple[Node, ...]:
    """The nodes directly inside a node, from left to right."""
    match node:
        case Negation():
            return (node.operand,)
        case Comparison():
            return (node.left, node.right)
        case Operation():
            return node.operands
        case Call():
            return node.arguments
        case _:
            return ()


def references(node: Node) -> Iterator[Reference]:
    """Every reference in a tree, from left to right."""
    if isinstance(node, Reference):
        yield node
    for part in parts_of(node):
        yield from references(part)
