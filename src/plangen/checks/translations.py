"""Translations: what a handbook of several languages has no wording for, and narratives that translate nothing."""

from collections import Counter
from collections.abc import Iterator

from plangen.findings import Finding, Level, check
from plangen.model import Handbook
from plangen.model.label import CALLED
from plangen.model.translating import untranslated
from plangen.values import Span


@check(
    "PG282",
    Level.INFO,
    takes="handbook",
    zh="还有 {count} 处没有{language}的文字",
    en="texts without a wording in {language}: {count}",
    fix_zh="plangen export --untranslated 逐条列出；没写之前显示手册本身的语言",
    fix_en="plangen export --untranslated lists them; until then the handbook's own language is shown",
)
def texts_are_translated(handbook: Handbook) -> Iterator[Finding]:
    """Texts of a plan without a wording in one of the handbook's languages.

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
    for language in handbook.languages[1:]:
        found = list(untranslated(handbook, language))
        first = {(each.year, each.plan): each.span for each in reversed(found)}
        counts = Counter((each.year, each.plan) for each in found)
        for (year, plan), span in sorted(first.items()):
            yield Finding("PG282", span, {"count": counts[year, plan], "language": CALLED[language]}, year or None)


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
