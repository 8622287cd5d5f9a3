"""Translating: a handbook as another language tells it, and the texts that it has no wording for.

Names are looked up and figures computed once, in the handbook's own language; only what readers see is exchanged.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from typing import Any, TypeVar, cast

from plangen.model.entry import Entry, Path, label_fields
from plangen.model.handbook import Handbook
from plangen.model.label import Label, said_in
from plangen.model.plan import Plan, PlanYear
from plangen.model.scenario import Scenario
from plangen.model.untranslated import Untranslated
from plangen.source import Narrative
from plangen.values import Language, Span, is_chinese

T = TypeVar("T")
_KEPT = frozenset({"_place", "_path", "_item", "_members"})


def in_language(handbook: Handbook, language: Language) -> Handbook:
    """The handbook as a language tells it; texts without a wording in it stay, and are noted as `foreign`."""
    if language == handbook.head.language:
        return handbook
    told = _Telling(language)
    made = replace(
        handbook,
        head=told.entry(handbook.head),
        dimensions={year: told.entry(each) for year, each in handbook.dimensions.items()},
        profiles={year: told.values(each) for year, each in handbook.profiles.items()},
        then={year: told.entry(each) for year, each in handbook.then.items()},
        names={year: told.values(each) for year, each in handbook.names.items()},
        terms={year: told.values(each) for year, each in handbook.terms.items()},
        years={year: told.year(each) for year, each in handbook.years.items()},
        variants={year: {k: told.year(v) for k, v in each.items()} for year, each in handbook.variants.items()},
        scenarios={year: tuple(map(told.scenario, each)) for year, each in handbook.scenarios.items()},
        sources=replace(handbook.sources, documents=told.values(handbook.sources.documents)),
        spoken=language,
    )
    made.untranslated = tuple(untranslated(handbook, language))
    made.foreign = {each.text: handbook.head.language for each in made.untranslated if each.text}
    return made


@dataclass
class _Telling:
    """Exchanges texts for those of one language; what has none to exchange stays the same object."""

    language: Language
    known: dict[int, Any] = field(default_factory=dict)

    def entry(self, entry: T) -> T:
        """An entry, and all inside it; made once."""
        if id(entry) not in self.known:
            self.known[id(entry)] = self._entry(cast("Entry", entry))
        return cast("T", self.known[id(entry)])

    def _entry(self, entry: Entry) -> Entry:
        fields = {name: getattr(entry, name) for name in type(entry).model_fields}
        told = {name: self.values(value) for name, value in fields.items()}
        changed = {name: value for name, value in told.items() if value is not fields[name]}
        if not changed:
            return entry
        made = entry.model_copy(update=changed)
        for name in made.__dict__.keys() - fields.keys() - _KEPT:  # what was told from the texts before
            del made.__dict__[name]
        return made

    def values(self, value: T) -> T:
        """A value of a field, or a collection of them."""
        made: Any = value
        if isinstance(value, Label):
            made = said_in(value, self.language) or str(value)
        elif isinstance(value, Entry):
            made = self.entry(value)
        elif isinstance(value, dict):
            made = {key: self.values(inner) for key, inner in value.items()}
            made = value if all(made[key] is inner for key, inner in value.items()) else made
        elif isinstance(value, tuple):
            parts = [self.values(inner) for inner in value]
            made = value if all(new is old for new, old in zip(parts, value, strict=True)) else tuple(parts)
        return cast("T", made)

    def year(self, plain: PlanYear) -> PlanYear:
        """A year with its plans, parents before children."""
        made = replace(plain, plans={}, narratives=self._pages(plain), _entries=None, _made={})
        for path, plan in plain.plans.items():
            copy = replace(
                plan,
                head=self.entry(plan.head),
                sections=self.values(plan.sections),
                narratives=self._pages(plan),
                actuals=[self.entry(each) for each in plan.actuals],
                parent=None,
                children=[],
                _reported=None,
            )
            if plan.parent is not None:
                copy.parent = made.plans[plan.parent.path]
                copy.parent.children.append(copy)
            made.plans[path] = copy
        return made

    def _pages(self, home: PlanYear | Plan) -> dict[str, Narrative]:
        return {
            name: home.translated.get(name, {}).get(self.language, narrative)
            for name, narrative in home.narratives.items()
        }

    def scenario(self, scenario: Scenario) -> Scenario:
        """A scenario with its title."""
        return replace(scenario, title=self.values(scenario.title))


def untranslated(handbook: Handbook, language: Language) -> Iterator[Untranslated]:
    """Every text and narrative of the open years that a language has no wording for, each place once."""
    if language == handbook.head.language:
        return
    seen: set[Span] = set()
    for each in _lacking(handbook, language):
        if each.span not in seen:
            seen.add(each.span)
            yield each


def _lacking(handbook: Handbook, language: Language) -> Iterator[Untranslated]:
    own = handbook.head.language
    tops: list[Entry] = [handbook.head]
    for year in (each for each in handbook.years if each not in handbook.sealed):
        tops += [handbook.dimensions[year], *handbook.profiles.get(year, {}).values(), *handbook.terms.get(year, ())]
        for plan in handbook.years[year].plans.values():
            tops += [plan.head, *plan.sections.values()]
            tops += [each.head for each in handbook.years[year].differences if each.plan == plan.path]
    for top in tops:
        for entry in top.walk():
            yield from _of_entry(entry, own, language)
    for year in (each for each in handbook.years if each not in handbook.sealed):
        for plan_path, home in handbook.years[year].homes():
            for name, narrative in home.narratives.items():
                if language not in home.translated.get(name, {}):
                    span = Span.whole(narrative.file)
                    yield Untranslated(language, year, plan_path, name, "", "", span)


def _of_entry(entry: Entry, own: str, language: Language) -> Iterator[Untranslated]:
    place = entry.place
    for name in label_fields(type(entry)):
        for path, text in _texts(getattr(entry, name), (name,)):
            if said_in(text, language) is None and _has_words(text, own):
                where = str(entry.address()) if entry.address_item or place.kind else place.kind
                span = place.span((*entry.path, *path))
                yield Untranslated(language, place.year, place.plan, where, ".".join(map(str, path)), str(text), span)


def _texts(value: Any, path: Path) -> Iterator[tuple[Path, str]]:
    if isinstance(value, str):
        yield path, value
    elif isinstance(value, Mapping):
        for key, inner in value.items():
            yield from _texts(inner, (*path, key))
    elif isinstance(value, tuple):
        for index, inner in enumerate(value):
            yield from _texts(inner, (*path, index))


def _has_words(text: str, own: str) -> bool:
    """Whether a text is of a language at all: `KPI` and `A-100` in a Chinese handbook are the same everywhere."""
    if is_chinese(own):
        return any("㐀" <= letter <= "鿿" for letter in text)
    return any(letter.isalpha() for letter in text)
