"""Terms: a word has one meaning in the whole handbook, and one in each plan."""

from collections.abc import Iterable, Iterator, Sequence

from plangen.compute import PlanScope
from plangen.findings import Finding, Level, check
from plangen.model import Handbook, Item
from plangen.model.label import said_in
from plangen.values import Span

_Place = tuple[str, *tuple[int, ...]]
_Clash = tuple[str, Item, Item, _Place]
"""A word of two terms: the term that has it first, the other one, and where in that."""


@check(
    "PG436",
    Level.ERROR,
    takes="handbook",
    zh="“{term}”在 {file}:{line} 已经有一个意思（{one}），这里又有一个（{other}）",
    en="“{term}” has a meaning at {file}:{line} ({one}) and another one here ({other})",
    fix_zh="两条其实是一个意思就合成一条；是两样东西就给其中一个换名称，或把这个词从它的 also 里去掉",
    fix_en="make them one term if they mean the same; if they are two things, rename one or take the word out of also",
)
def a_word_has_one_meaning(handbook: Handbook) -> Iterator[Finding]:
    """No word stands for two terms of `shared/terms.yml`, by `name` or `also`, in any language of the handbook.

    A year's own `shared/terms.yml` changes terms by their id; a plan may give a word its own meaning in `kpis.yml`.

    Why: readers would be told one of the two meanings wherever the word stands, and nobody would see which, or that
    there is another one.
    Bad:
        # shared/terms.yml
        end-customer: {name: 终端客户, also: [终端], definition: 自己用、不再转卖的客户}
        outlet: {name: 终端, definition: 卖给消费者的门店}
    Good:
        # shared/terms.yml
        end-customer: {name: 终端客户, definition: 自己用、不再转卖的客户}
        outlet: {name: 终端门店, also: [终端], definition: 卖给消费者的门店}
    """
    for year, terms in handbook.terms.items():
        yield from _told("PG436", _clashes(terms, handbook.languages), year)


@check(
    "PG437",
    Level.WARNING,
    takes="plan",
    zh="“{term}”在 {file}:{line} 已经有一个意思（{one}），这里又有一个（{other}）",
    en="“{term}” has a meaning at {file}:{line} ({one}) and another one here ({other})",
    fix_zh="两处口径写成一样；是两样东西就给其中一个换名称",
    fix_en="give both the same definition and formula; if they are two things, rename one",
)
def a_plan_gives_a_word_one_meaning(scope: PlanScope) -> Iterator[Finding]:
    """No two KPIs of a plan have one name and different definitions or formulas, in any language of the handbook.

    The same definition twice is no doubt: one measure may stand with two targets.

    Why: the pages of the plan explain the word, and readers would be told the last meaning only.
    Bad:
        # kpis.yml
        dealers: {name: 达成率, definition: 经销商实际占目标的比例, target: 90%}
        stores: {name: 达成率, definition: 直营店实际占目标的比例, target: 95%}
    Good:
        # kpis.yml
        dealers: {name: 经销商达成率, definition: 经销商实际占目标的比例, target: 90%}
        stores: {name: 直营店达成率, definition: 直营店实际占目标的比例, target: 95%}
    """
    entries = (entry for section in scope.plan.sections.values() for entry in section.walk())
    terms = [entry for entry in entries if isinstance(entry, Item) and any(_meaning(entry))]
    clashes = _clashes(terms, scope.handbook.languages)
    yield from _told("PG437", (each for each in clashes if _meaning(each[1]) != _meaning(each[2])), scope.year)


def _meaning(term: Item) -> tuple[object, ...]:
    return tuple(getattr(term, name, None) for name in type(term).defines)


def _told(code: str, clashes: Iterable[_Clash], year: int) -> Iterator[Finding]:
    """A finding for each word and place, however many languages have the clash."""
    told: set[tuple[str, Span]] = set()
    for word, one, other, place in clashes:
        span = other.span(*place)
        if (word, span) not in told:
            told.add((word, span))
            first = one.key_span()
            args = {"term": word, "file": first.file, "line": first.line, "one": one.id, "other": other.id}
            yield Finding(code, span, args, year, related=((first, str(getattr(one, "name", ""))),))


def _clashes(terms: Sequence[Item], languages: Iterable[str]) -> Iterator[_Clash]:
    """Words of two terms, language by language."""
    for language in languages:
        first: dict[str, Item] = {}
        for term in terms:
            for where, text in _words(term):
                word = said_in(text, language) or text
                if first.setdefault(word, term) is not term:
                    yield word, first[word], term, where


def _words(term: Item) -> Iterator[tuple[_Place, str]]:
    """The words of a term, each with its place in it."""
    yield ("name",), getattr(term, "name", "")
    yield from ((("also", place), text) for place, text in enumerate(getattr(term, "also", ())))
