"""Terms: a word has one meaning in the whole handbook."""

from collections.abc import Iterator

from plangen.findings import Finding, Level, check
from plangen.model import Handbook, Term
from plangen.model.label import said_in
from plangen.values import Span

_Place = tuple[str, *tuple[int, ...]]


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
        told: set[tuple[str, Span]] = set()
        for language in handbook.languages:
            for word, one, other, place in _clashes(terms, language):
                span = other.span(*place)
                if (word, span) not in told:
                    told.add((word, span))
                    first = one.key_span()
                    args = {"term": word, "file": first.file, "line": first.line, "one": one.id, "other": other.id}
                    yield Finding("PG436", span, args, year, related=((first, one.name),))


def _clashes(terms: tuple[Term, ...], language: str) -> Iterator[tuple[str, Term, Term, _Place]]:
    """Words of two terms, as a language says them: the term that has it first, the other one, and where in that."""
    first: dict[str, Term] = {}
    for term in terms:
        words: list[tuple[_Place, str]] = [(("name",), term.name)]
        words += [(("also", place), text) for place, text in enumerate(term.also)]
        for where, text in words:
            word = said_in(text, language) or text
            if first.setdefault(word, term) is not term:
                yield word, first[word], term, where
