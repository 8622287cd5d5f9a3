"""Where a carrier stands on the pages of its year."""

import re

from plangen.coverage import Carrier
from plangen.site.changes.wording import home_of
from plangen.site.edition import Edition, title_of
from plangen.site.narratives.markup import slug
from plangen.views import Inline, Link

_REFERENCE, _MARKS = re.compile(r"\{\{[^{}]*\}\}"), re.compile(r"[*`\[\]]")
_PLAIN = re.compile(r"[\w\s，。、：；（）()·—-]+")
"""A heading whose anchor is certain: without references, links, emphasis and attributes."""


def link_to(edition: Edition, carrier: Carrier) -> Inline:
    """A link to the item, or to the page with the passage, that carries something; text where no page shows it."""
    scope = edition.plans.get(carrier.plan)
    plan = scope.plan.head.name if scope else ""
    if carrier.narrative is not None:
        return _passage(edition, carrier, plan)
    address = carrier.address
    if scope is None or address is None or carrier.kind not in scope.plan.sections:
        return Link(plan, page=f"{carrier.plan}/") if plan else str(carrier)
    if not address.item:
        title = edition.kinds[carrier.kind].title(edition.language)
        return Link(f"{plan}{_between(edition)}{title}", page=f"{carrier.plan}/{carrier.kind}/")
    return Link(f"{plan}{_between(edition)}{edition.scope.name_of(address)}", home_of(address))


def _between(edition: Edition) -> str:
    return edition.word("　", " · ")


def _passage(edition: Edition, carrier: Carrier, plan: str) -> Link:
    """The page of a narrative; its passage where the anchor of the heading is certain."""
    name, folder = carrier.page, f"{carrier.plan}/" if carrier.plan else ""
    page = folder if name == "index" else f"{folder}{name}/"
    scope = edition.plans.get(carrier.plan)
    own = title_of(scope.plan, name) if scope and name != "index" else plan or edition.word("首页", "Home")
    title = f"{plan}{_between(edition)}{own}" if plan and own != plan else own
    heading = _MARKS.sub("", _REFERENCE.sub("…", carrier.heading))
    text = f"{title}{_between(edition)}{heading}" if heading and heading != own else title
    return Link(text, page=page, anchor=_anchor(carrier))


def _anchor(carrier: Carrier) -> str:
    body = carrier.narrative.visible if carrier.narrative else ""
    top = re.search(rf"^#[ \t]+{re.escape(carrier.heading)}[ \t]*#*[ \t]*$", body, re.MULTILINE)
    certain = carrier.heading and not top and _PLAIN.fullmatch(carrier.heading)
    again = f"_{carrier.turn}" if carrier.turn else ""  # as Markdown numbers anchors of one text
    return f"{slug(carrier.heading)}{again}" if certain else ""
