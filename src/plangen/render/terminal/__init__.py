"""Plain text for terminals: findings with their source lines; beside it, derivations of figures and manual pages.

Colours are written as escape sequences; whoever prints the text takes them away where it is no terminal.
Derivations (`plangen.render.terminal.derivation`) are not imported here: `plangen check` does without them.
"""

from plangen.render.terminal.excerpt import Lines, lines_below
from plangen.render.terminal.findings import render_findings, render_summary

__all__ = ["Lines", "lines_below", "render_findings", "render_summary"]
