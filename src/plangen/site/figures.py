"""What the charts of a page draw: a data file beside the page, which its script loads when a chart comes near.

A file and not part of the page, because most readers of a page read its tables; a script and not JSON, because a
page that is opened from a folder may not fetch anything.
"""

import hashlib
from collections.abc import Sequence

from plangen.site.book import Page

FOLDER = "_figures"
"""The folder of the version that holds the data files, each named by a hash of its content."""


def figures_file(figures: Sequence[str]) -> tuple[str, bytes]:
    """The path of the data file for these figures inside the version, and what stands in it."""
    data = ("plangenFigures([\n" + ",\n".join(figures) + "\n]);\n").encode()
    return f"{FOLDER}/{hashlib.sha256(data).hexdigest()[:12]}.js", data


def figures_files(pages: Sequence[Page]) -> dict[str, bytes]:
    """The data files of all pages with charts, by path."""
    return dict(figures_file(page.figures) for page in pages if page.figures)
