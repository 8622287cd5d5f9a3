"""The workspace: reads a handbook folder, and gives findings, figures and books of it in each of its languages."""

from plangen.workspace.workspace import Workspace, open_handbook, open_revision

__all__ = ["Workspace", "open_handbook", "open_revision"]
