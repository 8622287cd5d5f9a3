"""A section kind: the parts that its folder gives, found by convention."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from importlib import import_module
from inspect import isclass
from pkgutil import iter_modules
from types import ModuleType
from typing import TYPE_CHECKING, Any

from plangen.compute import PlanScope, Rule, Share, Tie
from plangen.model import Section
from plangen.values import say

if TYPE_CHECKING:
    from plangen.views import Block, Card, Due, Headline, LedgerLine, Line


@dataclass(frozen=True)
class SectionKind:
    """One kind of section. `package` is the folder's import name; everything else is read from its modules.

    `model.py` holds the one Section class; `rules.py` a function `rules(section, scope)`; `checks.py` check functions;
    `views.py` the functions `blocks`, `cards` and `summary`; `headline.py` (where a plan is judged by the kind) the
    function `headline`: a target with last year's and what is reached; `ledger.py` (where there are any) the function
    `ledger`: lines of the gap ledger; `dates.py` (where there are any) the function `dates`: what is due on which day;
    `role.py` (where the kind says more to a role than a list of items) the functions `blocks` and `tells`; `labels.py`
    the words `TITLE` and the number `ORDER`, and what the kind's own fields,
    choices and measures are called (`FIELDS`, `CHOICES`, `MEASURES`: pairs of Chinese and English), and `FIRST = False`
    where a new handbook begins without it; `example.yml` a small valid section, `example.en.yml` the same in English.
    """

    name: str
    package: str

    @cached_property
    def model(self) -> type[Section]:
        """The section's class."""
        module = import_module(f"{self.package}.model")
        found = [c for c in vars(module).values() if isclass(c) and issubclass(c, Section) and c is not Section]
        return next(c for c in found if c.__module__ == module.__name__)

    @cached_property
    def labels(self) -> ModuleType:
        """The module of words."""
        return import_module(f"{self.package}.labels")

    @property
    def is_first(self) -> bool:
        """Whether a new handbook begins with a section of this kind."""
        return bool(getattr(self.labels, "FIRST", True))

    @property
    def order(self) -> int:
        """Where the kind stands among the chapters of a plan, unless the plan says otherwise."""
        return int(self.labels.ORDER)

    def title(self, language: str) -> str:
        """What the kind is called in a language."""
        words: Mapping[str, str] = self.labels.TITLE
        return say((words["zh"], words["en"]), language)

    def rules(self, section: Section, scope: PlanScope) -> Iterator[Rule]:
        """The rules of a section."""
        module = self._optional("rules")
        yield from module.rules(section, scope) if module else ()

    def load_checks(self) -> None:
        """Register the kind's checks: the modules `checks` and `…_checks`."""
        for module in iter_modules(import_module(self.package).__path__):
            if module.name == "checks" or module.name.endswith("_checks"):
                import_module(f"{self.package}.{module.name}")

    def blocks(self, section: Section, scope: PlanScope) -> "Iterator[Block]":
        """What the section's page shows, each block made when it is asked for."""
        return iter(self._view("blocks")(section, scope))

    def cards(self, section: Section, scope: PlanScope) -> "tuple[Card, ...]":
        """The key figures that the plan's overview shows."""
        return tuple(self._view("cards")(section, scope))

    def summary(self, section: Section, scope: PlanScope) -> "Line":
        """The section in one line, for the list of chapters."""
        return tuple(self._view("summary")(section, scope))

    def lede(self, section: Section, scope: PlanScope) -> "Line":
        """The sentence below the page's title."""
        return tuple(self._view("lede")(section, scope))

    def overview(self, section: Section, scope: PlanScope) -> "tuple[Block, ...]":
        """Blocks for the plan's overview page; most kinds have none."""
        function = getattr(import_module(f"{self.package}.views"), "overview", None)
        return tuple(function(section, scope)) if function else ()

    def headline(self, section: Section, scope: PlanScope) -> "Headline | None":
        """What the plan is judged by, for the table of all plans; most kinds have nothing."""
        module = self._optional("headline")
        found: Headline | None = module.headline(section, scope) if module else None
        return found

    def ledger(self, section: Section, scope: PlanScope) -> "Iterator[LedgerLine]":
        """The open differences of a section, for the gap ledger; most kinds have none."""
        module = self._optional("ledger")
        yield from module.ledger(section, scope) if module else ()

    def dates(self, section: Section, scope: PlanScope) -> "Iterator[Due]":
        """What is due on which day, for the calendar of the year; many kinds have nothing."""
        module = self._optional("dates")
        yield from module.dates(section, scope) if module else ()

    def role(self, section: Section, scope: PlanScope, share: Share) -> "tuple[Iterator[Block], tuple[Tie, ...]]":
        """What a section says to one role in its own way, and the ties that it leaves to the plain list of items.

        The blocks are made when they are asked for.
        """
        module = self._optional("role")
        if module is None:
            return iter(()), share.ties
        return iter(module.blocks(section, scope, share)), tuple(tie for tie in share.ties if not module.tells(tie))

    def example(self, language: str = "zh") -> str:
        """The example section: scaffold, sample in the reference, input of the contract tests.

        In English it is `example.en.yml`, where the kind has one.
        """
        from importlib.resources import files

        folder = files(self.package)
        translated = folder.joinpath(f"example.{language}.yml")
        found = translated if translated.is_file() else folder.joinpath("example.yml")
        return found.read_text(encoding="utf-8")

    def _view(self, name: str) -> Callable[[Section, PlanScope], Iterable[Any]]:
        function: Callable[[Section, PlanScope], Iterable[Any]] = getattr(import_module(f"{self.package}.views"), name)
        return function

    def _optional(self, name: str) -> ModuleType | None:
        full = f"{self.package}.{name}"
        try:
            return import_module(full)
        except ModuleNotFoundError as error:
            if error.name != full:
                raise
            return None
