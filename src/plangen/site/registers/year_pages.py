"""The pages of a year that belong to no plan: registers of what all plans have, in one list for all who need it."""

from collections.abc import Callable

from plangen.site.edition import Edition
from plangen.site.registers.checks_page import checks_page
from plangen.site.registers.ledger_page import ledger_page
from plangen.site.registers.terms_page import terms_page
from plangen.site.registers.unset_page import unset_page
from plangen.site.roles.index_page import roles_page, who_index_page
from plangen.site.roles.register import FOLDER, WHO
from plangen.site.sources.page import sources_page
from plangen.site.terms import PAGE
from plangen.values import record
from plangen.views import Document


@record
class YearPage:
    """One register. `name` is its path without ending; no plan can be called so (`RESERVED_PLANS`).

    `has_own`: its rows stand nowhere else, so that the search takes them.
    """

    name: str
    title: tuple[str, str]
    make: Callable[[Edition], Document]
    is_there: Callable[[Edition], bool] = lambda _: True
    has_own: bool = False

    @property
    def url(self) -> str:
        """The URL path inside the version."""
        return f"{self.name}/"


def _sources(edition: Edition) -> Document:
    assert edition.traced is not None, "without it the page is not there"
    return sources_page(edition, edition.traced)


REGISTERS = (
    YearPage(FOLDER, ("岗位", "Roles"), roles_page, lambda edition: bool(edition.roles.roles)),
    YearPage(WHO, ("分工", "Who does what"), who_index_page, lambda edition: bool(edition.roles.roles)),
    YearPage("unset", ("待定清单", "Not set yet"), unset_page),
    YearPage("gaps", ("差额台账", "Gap ledger"), ledger_page, has_own=True),
    YearPage(PAGE, ("术语与口径", "Terms"), terms_page, lambda edition: not edition.glossary.is_empty),
    YearPage("sources", ("来源对照", "Sources"), _sources, lambda edition: edition.traced is not None, has_own=True),
    YearPage("checks", ("检查结果", "Checks"), checks_page, has_own=True),
)
"""In the order of the navigation."""
