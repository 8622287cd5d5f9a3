"""Translations: what a handbook of several languages has no wording for, and narratives that translate nothing."""

from collections import Counter
from collections.abc import Iterator, Mapping
from functools import reduce
from itertools import chain
from re import compile as pattern

from plangen.findings import Finding, Level, check
from plangen.model import Handbook
from plangen.model.label import CALLED, LANGUAGES
from plangen.model.translating import untranslated
from plangen.values import Language, Pair, Span, told

_TAG = pattern(r"(?i)[a-z]{2}([-_][a-z]{2,4})*")
"""What may be meant as a language at the end of a file's name."""


@check(
    "PG282",
    Level.INFO,
    takes="handbook",
    zh="还没有译文的文字：{languages}",
    en="texts not translated yet: {languages}",
    fix_zh="plangen export --untranslated 逐条列出；没写之前显示手册本身的语言",
    fix_en="plangen export --untranslated lists them; until then the handbook's own language is shown",
)
def texts_are_translated(handbook: Handbook) -> Iterator[Finding]:
    """Texts of a plan without a wording in some of the handbook's languages.

    Why:  readers of that language find another one in its place.
    Bad:
        # handbook.yml
        format: 1
        title: {zh-Hans: 手册, en: Handbook}
        languages: [zh-Hans, en]
        # objectives.yml
        revenue: {name: 销售额, target: 100万元}
    Good:
        # handbook.yml
        format: 1
        title: {zh-Hans: 手册, en: Handbook}
        # objectives.yml
        revenue: {name: 销售额, target: 100万元}
    """
    if handbook.spoken:  # told in a further language its texts do not know the others any more
        return
    missing = {language: list(untranslated(handbook, language)) for language in handbook.languages[1:]}
    counts = {language: Counter((each.year, each.plan) for each in found) for language, found in missing.items()}
    first: dict[tuple[int, str], Span] = {}
    for each in chain.from_iterable(missing.values()):
        first.setdefault((each.year, each.plan), each.span)
    for key, span in sorted(first.items()):
        told_of = {language: count[key] for language, count in counts.items() if count[key]}
        yield Finding("PG282", span, {"languages": _by_language(told_of)}, key[0] or None)


def _by_language(counts: Mapping[Language, int]) -> Pair:
    """How many texts each language lacks, in one line: a finding has one place, where several may lack the same."""
    each = [told("{language} {n} 处", "{language} {n}", language=CALLED[tag], n=n) for tag, n in counts.items()]
    return reduce(lambda before, last: told("{before}、{last}", "{before}, {last}", before=before, last=last), each)


@check(
    "PG283",
    Level.ERROR,
    takes="handbook",
    zh="“{name}”是译文，原文 {original} 不在",
    en="“{name}” is a translation, and its original {original} is not there",
    fix_zh="补上 {original}，或改掉文件名里的语言",
    fix_en="add {original}, or take the language out of the file's name",
)
def translations_have_an_original(handbook: Handbook) -> Iterator[Finding]:
    """A narrative in another language that stands alone.

    Why:  every page exists in all languages, so that a reader can change the language anywhere.
    """
    for year, plan_year in handbook.years.items():
        for _, home in plan_year.homes():
            for page, narratives in home.translated.items():
                if page not in home.narratives:
                    for narrative in narratives.values():
                        args = {"name": narrative.file.rpartition("/")[2], "original": f"{page}.md"}
                        yield Finding("PG283", Span.whole(narrative.file), args, year)


@check(
    "PG284",
    Level.WARNING,
    takes="handbook",
    zh="“{name}”是单独的一页，不是 {original} 的译文：没有 {tag} 这个语言",
    en="“{name}” is a page of its own, and no translation of {original}: there is no language {tag}",
    fix_zh="译文的文件名用这些语言代号：{known}；另外的一页就换个名字",
    fix_en="a translation is named by one of these languages: {known}; a page of its own wants another name",
)
def translations_are_in_a_known_language(handbook: Handbook) -> Iterator[Finding]:
    """A narrative beside another one, with what looks like a language in its name and is none.

    Why:  `market.EN.md` or `market.fr.md` would be published as a page of its own, in every language.
    """
    known = ", ".join(LANGUAGES)
    for year, plan_year in handbook.years.items():
        for _, home in plan_year.homes():
            for name, narrative in home.narratives.items():
                page, _, tag = name.rpartition(".")
                if page in home.narratives and _TAG.fullmatch(tag):
                    args = {"name": f"{name}.md", "original": f"{page}.md", "tag": tag, "known": known}
                    yield Finding("PG284", Span.whole(narrative.file), args, year)
