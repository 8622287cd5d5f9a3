"""Plain text for terminals: findings with their source lines, derivations of figures, manual pages of codes.

Colours are written as escape sequences; whoever prints the text takes them away where it is no terminal.
"""

from plangen.render.terminal.derivation import Origins, render_derivation, render_item
from plangen.render.terminal.excerpt import Lines, lines_below
from plangen.render.terminal.findings import render_findings, render_summary, unset_count
from plangen.render.terminal.manual import render_manual

__all__ = [
    "Lines", "Origins", "lines_below", "render_derivation", "render_findings", "render_item", "render_manual",
    "render_summary", "unset_count",
]  # fmt: skip
