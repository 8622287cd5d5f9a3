"""A tree as HTML: the SVG for wide screens, a nested list for narrow ones, the table behind both."""

from typing import TYPE_CHECKING

from plangen.render.html.partial import fill, finished
from plangen.render.html.place import Place
from plangen.render.html.table import render_folded
from plangen.render.svg_tree import tree_rows, tree_svg
from plangen.views import Tree

if TYPE_CHECKING:
    from markupsafe import Markup


def render_tree(tree: Tree, place: Place) -> "Markup":
    """A tree's figure element."""
    return fill(
        "tree",
        tree=tree,
        anchor=place.anchor(tree.id),
        svg=finished(tree_svg(tree, place.ctx.language, place.href)),
        rows=[(depth, node, place.href(node.link) if node.link else None) for depth, node in tree_rows(tree)],
        table=render_folded(tree.table, place),
        place=place,
    )
