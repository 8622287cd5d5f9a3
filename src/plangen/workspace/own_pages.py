"""Pages of the site's own, which lie beside the handbook."""

from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from plangen.source.revision import Revision


def is_own_page(path: str, root: Path, folder: str, revision: "Revision | None" = None) -> bool:
    """Whether a path inside a year is a page of the site's own; `folder` is the content folder below `root`."""
    from plangen.site.publishing.inputs import config_value  # here: most handbooks have no link to one

    if revision:
        return revision.holds_page(folder, path)
    docs = root / (config_value(root / "mkdocs.yml", "docs_dir") or "docs")
    if path.startswith("..") or docs.resolve() == (root / folder).resolve():
        return False
    try:
        return (docs / path).is_file()
    except OSError:  # no file can have that name
        return False
