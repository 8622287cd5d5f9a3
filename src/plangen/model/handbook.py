"""The handbook: its settings, its waivers, its dimensions and its plan years."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Annotated, Any, ClassVar, Literal

from pydantic import Field, model_validator

from plangen.model.calendar import Calendar
from plangen.model.dimension import Dimensions
from plangen.model.entry import Entry
from plangen.model.fields import Chosen, Date, Day, Id, Plain, Plains, Reads, SetShare, Text, scalar
from plangen.model.label import LANGUAGES
from plangen.model.names import RightName
from plangen.model.plan import PlanYear
from plangen.model.profile import Profile
from plangen.model.review import Review
from plangen.model.scenario import BASE, Scenario
from plangen.model.sealing import Sealing
from plangen.model.section import Part
from plangen.model.source_document import SourceRegister
from plangen.model.terms import Term
from plangen.model.untranslated import Untranslated
from plangen.model.year import Year
from plangen.source import YamlMapping, YamlScalar
from plangen.values import Language, Quantity, Refused
from plangen.values.working_days import WorkingDays

FORMAT = 1
"""The content format that this plangen reads and writes."""


def _format(value: Any) -> int:
    text = scalar(value)
    if text != str(FORMAT):
        raise Refused("PG221", text=text, known=FORMAT)
    return FORMAT


FormatVersion = Annotated[int, Reads(_format, {"const": FORMAT})]


def own_language(head: YamlMapping) -> Language:
    """The language that a handbook's settings name, before they are bound: its own texts may be in several."""
    said = head.get("language")
    return next((tag for tag in LANGUAGES if isinstance(said, YamlScalar) and said.text == tag), LANGUAGES[0])


class Waiver(Entry):
    """An accepted finding: which code at which address, why, who answers for it and until when."""

    code: Plain
    """The finding's code."""
    target: Plain | None = Field(default=None, alias="address")
    """The finding's address; any address where it is missing."""
    year: Year | None = None
    scenario: Id | None = None
    """The scenario it holds for; all of them where it says nothing."""
    reason: Text
    """Why it is accepted."""
    owner: Text
    """Who answers for it."""
    until: Date
    """The last day it is accepted."""


class YearHead(Part):
    """What the handbook says of one year."""

    state: Annotated[Literal["draft", "current", "closed"], Chosen] = "draft"
    title: Text | None = None
    binding: Id = BASE
    """The scenario that the year means; `base`, the plan's own files, where it says nothing."""
    scenarios: dict[Id, Text] = {}
    """What the year's scenarios are called, in the order in which they are compared."""


class HandbookHead(Entry):
    """The file `handbook.yml`."""

    governs: ClassVar[Mapping[str, str]] = {"calendar": "rules", "tolerance": "rules", "waivers": "rules"}
    format: FormatVersion
    """The content format's version."""
    title: Text
    """What the handbook is called."""
    language: Annotated[Language, Chosen] = "zh-Hans"
    """The handbook's own language: that of its texts and of generated words."""
    languages: tuple[Annotated[Language, Chosen], ...] = ()
    """The languages that it is published in; its own alone where it says nothing."""
    currency: Annotated[Literal["CNY"], Chosen] = "CNY"
    """The currency of all amounts."""
    current: Year | None = None
    """The year that `latest` leads to; the newest where it is missing."""
    as_of: Date | None = None
    """The day the content speaks of; the last commit's where it is missing."""
    calendar: Calendar | None = None
    """Which days are worked: public holidays, the company's own days; weekends only where it says nothing."""
    edit_url: Plain | None = None
    """Where a source file is opened: an address with `{file}` and `{line}`, such as that of your forge's editor."""
    tolerance: SetShare | None = None
    """How far a number with 约 may be off in a sum."""
    years: dict[str, YearHead] = {}
    """What is to be said of a year."""
    owners: dict[str, Plains] = {}
    """What roles are called on the forge, for `plangen owners`; `default` is for what belongs to no role."""
    waivers: tuple[Waiver, ...] = ()
    """Findings that are accepted for a time."""
    review: Review | None = None
    """How changes are reviewed: what is major, what is accepted, who approves."""

    @model_validator(mode="before")
    @classmethod
    def _format_first(cls, data: Any) -> Any:
        """Refuse an unknown format before judging keys that another format may know."""
        if isinstance(data, dict) and isinstance(data.get("format"), str) and data["format"] != str(FORMAT):
            return {"format": data["format"], "title": data.get("title", "-")}
        return data


@dataclass(slots=True)
class Handbook:
    """Everything that was read: settings, dimensions and season profiles by year, plan years in order.

    `years` are the years as their binding scenario has them; `variants` the same years in each other scenario.
    `sealed` are the closed years, each with its seal and its amendments; `then` the settings that those were sealed
    with, which go on to hold for their figures. `sources` is the register of source documents, of all years together.
    """

    head: HandbookHead
    dimensions: dict[int, Dimensions] = field(default_factory=dict)
    years: dict[int, PlanYear] = field(default_factory=dict)
    as_of: Day = field(default_factory=lambda: Day(None))
    profiles: dict[int, dict[str, Profile]] = field(default_factory=dict)
    scenarios: dict[int, tuple[Scenario, ...]] = field(default_factory=dict)
    variants: dict[int, dict[str, PlanYear]] = field(default_factory=dict)
    sealed: dict[int, tuple[Sealing, ...]] = field(default_factory=dict)
    then: dict[int, HandbookHead] = field(default_factory=dict)
    names: dict[int, tuple[RightName, ...]] = field(default_factory=dict)
    """By year the right names of things, each with the names that it replaces."""
    terms: dict[int, tuple[Term, ...]] = field(default_factory=dict)
    """By year the defined terms that all plans share."""
    sources: SourceRegister = field(default_factory=lambda: SourceRegister({}))
    spoken: Language | None = None
    """The language that it is told in; its own where this says nothing."""
    untranslated: tuple[Untranslated, ...] = ()
    """The texts that it has no wording for in a further language; its own language's stand in."""
    foreign: Mapping[str, str] = field(default_factory=dict)
    """These texts, each with the language that it is in."""

    def binding(self, year: int) -> str:
        """The id of the scenario that a year means; empty where it has no scenarios."""
        return next((each.id for each in self.scenarios.get(year, ()) if each.binding), "")

    @property
    def language(self) -> Language:
        """The language that it is told in: that of generated words, and of texts that have several."""
        return self.spoken or self.head.language

    @property
    def languages(self) -> tuple[Language, ...]:
        """The languages that it is published in, its own first."""
        return tuple(dict.fromkeys((self.head.language, *self.head.languages)))

    @property
    def current_year(self) -> int | None:
        """The year that `latest` leads to: the named one, else the newest."""
        return self.head.current or max(self.years, default=None)

    def settings(self, year: int) -> HandbookHead:
        """The settings that the figures of a year are computed with: of a sealed year those it was sealed with."""
        return self.then.get(year, self.head)

    def day(self, year: int) -> Day:
        """The day that a year's figures speak of: of a sealed year the one on which it was sealed, for ever."""
        then = self.sealed[year][-1].as_of if year in self.sealed else None
        return self.as_of if then is None else Day(date.fromisoformat(then) if then else None)

    def state(self, year: int) -> str:
        """`draft`, `current` or `closed`; of a sealed year `sealed`, or `amended`."""
        if year in self.sealed:
            return "amended" if len(self.sealed[year]) > 1 else "sealed"
        named = self.head.years.get(str(year))
        if named is not None:
            return named.state
        return "current" if year == self.current_year else "draft"

    def working_days(self, year: int) -> WorkingDays:
        """Which days are worked, as the settings of a year have it; weekdays where they say nothing."""
        calendar = self.settings(year).calendar
        return calendar.working_days(self.language) if calendar else WorkingDays()

    def review(self) -> Review:
        """How changes are reviewed; the defaults where the handbook says nothing."""
        return self.head.review or Review()

    def tolerance(self) -> Quantity | None:
        """How far 约 may be off, as a share."""
        return self.head.tolerance
