"""The files that make a handbook, by name only: nothing is opened, no link is followed."""

import os
from pathlib import Path

from plangen.source.site_config import CONTENT, SEALED

SETTINGS = "mkdocs.yml"


def handbook_files(root: Path, content: str = CONTENT) -> list[str]:
    """Settings, content and sealed years, by paths below `root`, sorted. What begins with a dot is left out."""
    found = [SETTINGS] if (root / SETTINGS).is_file() else []
    for top in (content, SEALED):
        for folder, inner, files in os.walk(root / top):
            inner[:] = [name for name in inner if not name.startswith(".")]
            here = Path(folder).relative_to(root)
            found += [(here / name).as_posix() for name in files if not name.startswith(".")]
    return sorted(found)
