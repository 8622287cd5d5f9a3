"""Defined terms: what words mean in a plan, and where on a page they are explained."""

import re
from collections.abc import Iterator, Mapping
from functools import cached_property
from html import escape
from typing import TYPE_CHECKING

from plangen.model import Entry, Plan
from plangen.model.glossary import known
from plangen.source import Narrative, running_text
from plangen.values import Address, record

if TYPE_CHECKING:
    from plangen.site.edition import Edition

PAGE = "terms"
"""The page of a year that lists them."""
SHORTEST = 2
"""A word of one character is found in too many others."""
_LATIN = "[0-9A-Za-z]"


@record
class Definition:
    """What one term means: its name and other words for it, the meaning, its place on the page of terms.

    `plan` is the path of the plan that defines it, empty for a term of the whole handbook; `item` is its entry there.
    """

    name: str
    also: tuple[str, ...]
    text: str
    formula: str
    anchor: str
    plan: str
    item: Address | None

    @property
    def words(self) -> tuple[str, ...]:
        """All words for it."""
        return (self.name, *self.also)


class Glossary:
    """The terms of a year: those that the handbook shares, and those that the plans define.

    A plan speaks in its own terms and in those of the plans above it; the nearest counts.
    """

    def __init__(self, edition: "Edition") -> None:
        self._edition = edition
        self._known: dict[str, Vocabulary] = {}

    @cached_property
    def shared(self) -> tuple[Definition, ...]:
        """The terms of the whole handbook."""
        return tuple(self._of(term, "") for term in self._edition.scope.handbook.terms.get(self._edition.year, ()))

    @cached_property
    def by_plan(self) -> Mapping[str, tuple[Definition, ...]]:
        """The terms of each plan, in the order of the plans."""
        return {path: tuple(self._inside(scope.plan)) for path, scope in self._edition.plans.items()}

    @property
    def is_empty(self) -> bool:
        """Whether nothing is defined."""
        return not self.shared and not any(self.by_plan.values())

    def vocabulary(self, plan: Plan | None) -> "Vocabulary":
        """What the words of a plan's pages mean; of no plan, those of the whole handbook."""
        path = plan.path if plan else ""
        if path not in self._known:
            lineage = [step.path for step in plan.lineage()] if plan else []
            found = [*self.shared, *(each for step in reversed(lineage) for each in self.by_plan[step])]
            self._known[path] = Vocabulary({word: each for each in found for word in each.words})
        return self._known[path]

    def _inside(self, plan: Plan) -> Iterator[Definition]:
        for section in plan.sections.values():
            yield from (self._of(entry, plan.path) for entry in section.walk() if type(entry).defines and _said(entry))

    def _of(self, entry: Entry, plan: str) -> Definition:
        meaning, formula = (str(getattr(entry, name, None) or "") for name in type(entry).defines)
        item = entry.address() if plan else None
        place = "-".join((*plan.split("/"), entry.place.kind, *entry.address_item)) if plan else entry.id
        also = tuple(getattr(entry, "also", ()))
        return Definition(str(getattr(entry, "name", "")), also, meaning, formula, place, plan, item)

    def whole(self, definition: Definition) -> str:
        """Meaning and formula in one line, for a tip."""
        if not definition.formula:
            return definition.text
        pair = known("fields", "formula") or ("算式", "formula")
        said = self._edition.word("{name}：{text}", "{name}: {text}")
        formula = said.format(name=self._edition.word(*pair), text=definition.formula)
        return self._edition.word("；", "; ").join(part for part in (definition.text, formula) if part)


def _said(entry: Entry) -> bool:
    return any(getattr(entry, name, None) for name in type(entry).defines)


@record
class Vocabulary:
    """Words with their meanings. `pattern` finds them, the longest first; a Latin word only whole."""

    meanings: Mapping[str, Definition]

    @property
    def pattern(self) -> str:
        """A regular expression; empty where there are no words."""
        words = sorted((word for word in self.meanings if len(word) >= SHORTEST), key=lambda word: (-len(word), word))
        return "|".join(_bounded(word) for word in words)


def _bounded(word: str) -> str:
    before = f"(?<!{_LATIN})" if re.match(_LATIN, word) else ""
    after = f"(?!{_LATIN})" if re.search(f"{_LATIN}$", word) else ""
    return f"{before}{re.escape(word)}{after}"


@record
class Explained:
    """A term on a page, as HTML that explains it."""

    html: str


class Explainer:
    """Explains terms on one page, each once: where it stands first in the running text, else in the head of a table."""

    def __init__(self, edition: "Edition", plan: Plan | None, href: str) -> None:
        self._glossary, self._href = edition.glossary, href
        self._vocabulary = self._glossary.vocabulary(plan)
        pattern = self._vocabulary.pattern
        self._pattern = re.compile(pattern) if pattern else None
        self._seen: set[str] = set()

    def in_narrative(self, narrative: Narrative) -> Iterator[tuple[int, int, Explained]]:
        """Each term that the running text holds for the first time: where, and the HTML that explains it."""
        if self._pattern is not None:
            text = running_text(narrative)
            yield from ((*found.span(), Explained(self._link(found[0]))) for found in self._first(text))

    def in_head(self, text: str) -> str:
        """The head of a column as HTML; where all of it is a term, that is explained unless it was before."""
        meaning = self._vocabulary.meanings.get(text)
        if meaning is None or meaning.anchor in self._seen:
            return escape(text)
        self._seen.add(meaning.anchor)
        return self._link(text)

    def _first(self, text: str) -> Iterator[re.Match[str]]:
        for found in self._pattern.finditer(text) if self._pattern else ():
            name = self._vocabulary.meanings[found[0]].anchor
            if name not in self._seen:
                self._seen.add(name)
                yield found

    def _link(self, word: str) -> str:
        meaning = self._vocabulary.meanings[word]
        href, tip = escape(f"{self._href}#{meaning.anchor}"), escape(self._glossary.whole(meaning))
        return f'<a class="pg-term" href="{href}" data-tip="{tip}">{escape(word)}</a>'
