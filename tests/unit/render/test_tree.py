"""Trees: no two boxes touch, nothing is lost, the same nodes give the same drawing."""

from hypothesis import given, settings
from hypothesis import strategies as st

from plangen.render.svg_tree import tree_rows, tree_svg
from plangen.render.tree_layout import HEIGHT, PAGE, lay_out, text_width
from plangen.views import Node, Table, Tree
from unit.render.samples import CONTEXT, tree

NAMES = [f"n{place}" for place in range(14)]
TITLES = st.sampled_from(["业务员", "直营店店长", "a", "营销总监办公室主任", ""])


@st.composite
def node(draw: st.DrawFn, name: str) -> Node:
    """A box with any parent (itself, an unknown one, a circle) and anybody to work with."""
    parent = draw(st.sampled_from(["", "nobody", *NAMES]))
    works = draw(st.lists(st.sampled_from(NAMES), max_size=2))
    return Node(name, draw(TITLES), draw(TITLES), draw(TITLES), parent, cooperates=tuple(works))


ANY_TREE = st.integers(0, len(NAMES)).flatmap(lambda count: st.tuples(*(node(name) for name in NAMES[:count])))


@given(ANY_TREE)
@settings(max_examples=150, deadline=None)
def test_boxes_never_touch_and_none_is_lost(nodes: tuple[Node, ...]) -> None:
    """Boxes never touch and none is lost."""
    layout = lay_out(nodes)
    assert [box.node for box in layout.boxes] == list(nodes)
    for place, box in enumerate(layout.boxes):
        assert box.x >= 0
        assert box.x + box.width <= layout.width + 0.01
        assert box.y + HEIGHT <= layout.height + 0.01
        for other in layout.boxes[place + 1 :]:
            apart = box.x + box.width + 4 <= other.x or other.x + other.width + 4 <= box.x
            assert apart or abs(box.y - other.y) >= HEIGHT + 4, (box, other)


@given(ANY_TREE)
@settings(max_examples=60, deadline=None)
def test_the_list_holds_every_node_once(nodes: tuple[Node, ...]) -> None:
    """The list holds every node once."""
    rows = tree_rows(Tree("t", nodes, (), Table("t", "", (), ())))
    assert sorted(row.id for _, row in rows) == sorted(one.id for one in nodes)


def test_the_same_tree_gives_the_same_drawing() -> None:
    """The same tree gives the same drawing."""
    draw = [tree_svg(tree("区域经理"), "zh", CONTEXT.links.href) for _ in range(2)]
    assert draw[0] == draw[1]


def test_a_wide_team_hangs_below_its_leader() -> None:
    """A wide team hangs below its leader."""
    team = [Node("boss", "经理"), *(Node(f"p{place}", f"业务员 {place}", "", "", "boss") for place in range(12))]
    layout = lay_out(team)
    assert layout.width <= PAGE
    assert len({box.x for box in layout.boxes[1:]}) == 1


def test_who_only_cooperates_stands_beside_at_the_same_height() -> None:
    """Who only cooperates stands beside at the same height."""
    nodes = [Node("a", "总监"), Node("b", "经理", parent="a"), Node("c", "跟单", cooperates=("b",))]
    boss, manager, beside = lay_out(nodes).boxes
    assert beside.y == manager.y > boss.y
    assert beside.x > manager.x + manager.width


def test_a_long_text_is_shortened_to_its_box() -> None:
    """A long text is shortened to its box."""
    svg = tree_svg(Tree("t", (Node("a", "很长" * 40),), (), Table("t", "", (), ())), "zh", CONTEXT.links.href)
    assert "…" in svg


def test_widths_count_han_as_squares() -> None:
    """Widths count han as squares."""
    assert text_width("万元", 10) == 20
    assert text_width("ab", 10) < 14
