"""Links: where items and pages stand, seen from one page."""

import posixpath

from plangen.site.edition import Edition
from plangen.values import Address, record
from plangen.views import Link


@record
class SiteLinks:
    """Relative URLs from the page at `url` (inside the version; `''` is the home page)."""

    edition: Edition
    url: str

    def href(self, link: Link) -> str | None:
        """The relative URL of a link's target; None where this edition has no page for it."""
        if link.version:
            return self.to_version(int(link.version), link)
        if link.address is not None:
            return self.to_item(link.address)
        return self.to(link.page, link.anchor)

    def to(self, page: str, anchor: str = "") -> str:
        """The relative URL of a page of this version; `../2025-original/…` is one of another version.

        What does not end in `/` is no page but a file of the site, such as `calendar.ics`.
        """
        hash_ = f"#{anchor}" if anchor else ""
        if page and not page.endswith("/"):
            return posixpath.relpath(f"/{page}", f"/{self.url}")
        if page.startswith("../"):
            return "../" * self.url.count("/") + page + hash_
        if page == self.url:
            return hash_ or "./"
        relative = posixpath.relpath(f"/{page}", f"/{self.url}")
        return ("./" if relative == "." else relative + "/") + hash_

    def to_version(self, year: int, link: Link) -> str | None:
        """The relative URL of an item, of a plan's page or of the home page, in the version of another year."""
        address, plans = link.address, self.edition.scope.handbook.years
        if not self.edition.has_version(year):
            return None
        if address is None:
            return posixpath.relpath(f"/{year}", f"/{self.edition.year}/{self.url}") + "/"
        if address.plan not in plans[year].plans:
            return None
        page, anchor = f"{address.plan}/", ""
        if address.kind in plans[year].plans[address.plan].sections:
            page, anchor = f"{page}{address.kind}/", "-".join(address.item)
        relative = posixpath.relpath(f"/{year}/{page}", f"/{self.edition.year}/{self.url}")
        return f"{relative}/{f'#{anchor}' if anchor else ''}"

    def to_item(self, address: Address) -> str | None:
        """The relative URL of an item: its section's page and its id as the anchor; a role has a page of its own."""
        if address.item_address in self.edition.roles.roles:
            return self.to(self.edition.roles.page(address.item_address))
        scope = self.edition.plans.get(address.plan)
        if scope is None or address.kind not in scope.plan.sections:
            return None
        return self.to(f"{address.plan}/{address.kind}/", "-".join(address.item))
