"""The home page of a year: what the handbook is, how the units stand, what is new, what is open, where to start."""

from collections.abc import Iterator

from plangen.site.edition import Edition
from plangen.site.eyebrow import eyebrow
from plangen.site.home.cards import cards
from plangen.site.home.checks import checks
from plangen.site.home.news import news
from plangen.site.home.owed import owed
from plangen.site.home.start import start
from plangen.site.home.units import units
from plangen.site.home.years import years
from plangen.views import Block, Document, Entries, Group, Line, Tally, phrase


def home(edition: Edition) -> tuple[Document, tuple[Block, ...]]:
    """The page's head with its cards, and the blocks that follow the narrative."""
    handbook = edition.scope.handbook
    head = Document(handbook.head.title, tuple(cards(edition)), eyebrow(edition, None), _lede(edition))
    return head, tuple(_blocks(edition))


def _lede(edition: Edition) -> Line:
    """How much the handbook holds, and that every number can be asked where it comes from."""
    sections = sum(len(scope.plan.sections) for scope in edition.plans.values())
    text = edition.word("{plans} 份计划，{sections} 章。", "{plans} plan(s) with {sections} chapter(s).")
    line = phrase(text, plans=Tally(len(edition.plans), "plans"), sections=Tally(sections, "sections"))
    if not any(key.year == edition.year for key in edition.scope.figures):
        return line
    every = edition.word("数字由计划文件算出，点开可看来由。", " Numbers are computed: each says where it comes from.")
    return (*line, every)


def _blocks(edition: Edition) -> Iterator[Block]:
    if not edition.plans:
        hint = edition.word(
            "这一年还没有计划：plangen new plan 可以新建。", "This year has no plan yet: plangen new plan makes one."
        )
        yield Entries((), hint)
        return
    yield units(edition)
    yield from _columns(tuple(news(edition)), tuple(owed(edition)))
    yield from start(edition)
    yield from _columns(tuple(checks(edition)), tuple(years(edition)))


def _columns(*lists: tuple[Block, ...]) -> Iterator[Block]:
    """Lists side by side; an empty one takes no place."""
    found = [Group(each) for each in lists if each]
    if found:
        yield Group(tuple(found), "columns" if len(found) > 1 else "stack")
