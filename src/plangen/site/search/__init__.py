"""Search: what readers look for on each page, gathered while the page is made, and the file that browsers search."""

from plangen.site.search.entry import Entry, Trove

__all__ = ["Entry", "Trove"]
