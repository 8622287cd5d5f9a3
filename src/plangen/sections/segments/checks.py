"""Checks of the tiers: quadrants complete, a cadence for each, clear borders; work and regions have their own files."""

import re
from collections.abc import Iterator

from plangen.compute import PlanScope
from plangen.findings import Finding, Level, check
from plangen.sections.segments.model import Scheme, Segments, Treatment
from plangen.sections.segments.quadrants import TWO, place_of, places, said, taken
from plangen.sections.tallies import fits
from plangen.values import write_quantity
from plangen.values.near import nearest, question

BORDER = re.compile(
    r"(?P<tier>[^，。；、\s]{1,20}?)\s*(?P<with>及|[(（]?含[)）]?)?(?P<side>以上|以下)(?P<told>[(（][^)）]*[)）])?"
)
"""A border in words: A级以上, B 及以下, A级以上（含A级）."""


@check(
    "SEG102",
    Level.WARNING,
    takes="segments",
    zh="“{name}”没有{places}的象限",
    en="“{name}” has no quadrant for {places}",
    fix_zh="在 quadrants 里补上；打算放弃的客户也写上一个象限，在 treatment 写明放弃",
    fix_en="add it under quadrants; write one also for customers that are given up, and say so in treatment",
)
def quadrants_are_complete(section: Segments, scope: PlanScope) -> Iterator[Finding]:
    """Two axes make four quadrants, and each of them is written.

    Why: a customer of the missing quadrant belongs to nobody.
    Bad:
        # segments.yml
        customers:
          name: 客户
          axes: {volume: {name: 需求量, split: 5万元/月}, closing: {name: 成交时间, split: 15天, better: lower}}
          quadrants:
            a: {name: 甲, at: {volume: high, closing: low}}
            b: {name: 乙, at: {volume: low, closing: low}}
            c: {name: 丙, at: {volume: high, closing: high}}
    Good:
        # segments.yml
        customers:
          name: 客户
          axes: {volume: {name: 需求量, split: 5万元/月}, closing: {name: 成交时间, split: 15天, better: lower}}
          quadrants:
            a: {name: 甲, at: {volume: high, closing: low}}
            b: {name: 乙, at: {volume: low, closing: low}}
            c: {name: 丙, at: {volume: high, closing: high}}
            d: {name: 丁, at: {volume: low, closing: high}}
    """
    for scheme in section.items.values():
        missing = [place for place in places(scheme) if place not in taken(scheme)]
        if missing and all(place_of(quadrant, scheme) for quadrant in scheme.quadrants.values()):
            names = scope.word("；", "; ").join(said(place, scheme, scope) for place in missing)
            args = {"name": scheme.name, "places": names}
            yield Finding("SEG102", scheme.key_span("quadrants"), args, scope.year, scheme.address())


@check(
    "SEG103",
    Level.ERROR,
    takes="segments",
    zh="“{name}”里{names}是同一个象限：{place}",
    en="“{name}”: {names} are one quadrant: {place}",
    fix_zh="改其中一个的 at，或合成一个",
    fix_en="change at of one of them, or make them one",
)
def quadrants_stand_once(section: Segments, scope: PlanScope) -> Iterator[Finding]:
    """No two quadrants lie at the same place.

    Why: two treatments for one customer, and whoever serves him picks one.
    Bad:
        # segments.yml
        customers:
          name: 客户
          axes: {volume: {name: 需求量, split: 5万元/月}, closing: {name: 成交时间, split: 15天, better: lower}}
          quadrants:
            a: {name: 甲, at: {volume: high, closing: low}}
            b: {name: 乙, at: {volume: high, closing: low}}
    Good:
        # segments.yml
        customers:
          name: 客户
          axes: {volume: {name: 需求量, split: 5万元/月}, closing: {name: 成交时间, split: 15天, better: lower}}
          quadrants:
            a: {name: 甲, at: {volume: high, closing: low}}
            b: {name: 乙, at: {volume: low, closing: low}}
    """
    for scheme in section.items.values():
        for place, quadrants in taken(scheme).items():
            if len(quadrants) > 1:
                names = scope.word("和", " and ").join(
                    scope.word("“{name}”", "“{name}”", name=quadrant.name) for quadrant in quadrants
                )
                args = {"name": scheme.name, "names": names, "place": said(place, scheme, scope)}
                related = tuple((quadrant.span("at"), quadrant.name) for quadrant in quadrants[:-1])
                about = tuple(quadrant.address() for quadrant in quadrants)
                yield Finding("SEG103", quadrants[-1].span("at"), args, scope.year, about[-1], about, related)


@check(
    "SEG104",
    Level.ERROR,
    takes="segments",
    zh="“{name}”的象限要有两个维度，“{quadrant}”写的是 {written}，维度有 {axes}",
    en="the quadrants of “{name}” need two axes; “{quadrant}” names {written}, the axes are {axes}",
    fix_zh="axes 写两个维度，每个象限的 at 给这两个维度各写 high 或 low",
    fix_en="write two axes, and for each of them high or low under at of every quadrant",
)
def quadrants_name_both_axes(section: Segments, scope: PlanScope) -> Iterator[Finding]:
    """A quadrant says for each of the two axes on which side it lies.

    Why: with one side alone it is two quadrants.
    Bad:
        # segments.yml
        customers:
          name: 客户
          axes: {volume: {name: 需求量, split: 5万元/月}, closing: {name: 成交时间, split: 15天, better: lower}}
          quadrants: {a: {name: 甲, at: {volume: high}}}
    Good:
        # segments.yml
        customers:
          name: 客户
          axes: {volume: {name: 需求量, split: 5万元/月}, closing: {name: 成交时间, split: 15天, better: lower}}
          quadrants: {a: {name: 甲, at: {volume: high, closing: low}}}
    """
    nothing = scope.word("空", "nothing")
    for scheme in section.items.values():
        for quadrant in scheme.quadrants.values():
            if len(scheme.axes) != TWO or set(quadrant.at) != set(scheme.axes):
                written, axes = (", ".join(names) or nothing for names in (quadrant.at, scheme.axes))
                args = {"name": scheme.name, "quadrant": quadrant.name, "written": written, "axes": axes}
                yield Finding("SEG104", quadrant.span("at"), args, scope.year, quadrant.address())


@check(
    "SEG101",
    Level.WARNING,
    takes="segments",
    zh="“{name}”里“{tier}”没有写多久联系一次",
    en="“{name}” does not say how often “{tier}” is contacted",
    fix_zh="写上 contact 或 visit，例如 1次/周；不打算联系就在 note 里写明",
    fix_en="write contact or visit, such as 1 time/week; where none is meant, say so in note",
)
def every_tier_has_a_cadence(section: Segments, scope: PlanScope) -> Iterator[Finding]:
    """Where some tiers have a cadence, every one has; a `note` may say why not.

    Why: the tiers that nobody is told to call are those that are lost.
    Bad:
        # segments.yml
        customers: {name: 客户, tiers: {a: {name: A类, contact: 1次/周}, b: {name: B类, treatment: 经常联系}}}
    Good:
        # segments.yml
        customers: {name: 客户, tiers: {a: {name: A类, contact: 1次/周}, b: {name: B类, contact: 2次/月}}}
    """
    for scheme in section.items.values():
        silent = [tier for tier in scheme.all_tiers if tier.contact is None and tier.visit is None]
        for tier in silent if len(silent) < len(scheme.all_tiers) else ():
            if not tier.note:
                args = {"name": scheme.name, "tier": tier.name}
                yield Finding("SEG101", tier.key_span(), args, scope.year, tier.address())


@check(
    "SEG108",
    Level.WARNING,
    takes="segments",
    zh="“{name}”写明{what} {stated}，列出来的是 {number}",
    en="“{name}” announces {stated} ({what}), there are {number}",
    fix_zh="补上缺的，或改 stated",
    fix_en="add what is missing, or change stated",
)
def as_many_as_announced(section: Segments, scope: PlanScope) -> Iterator[Finding]:
    """There are as many tiers, and as many with a mark, as the paper announces.

    Why: a tier was lost on the way, or the announcement is of an older version.
    Bad:
        # segments.yml
        rating: {name: 诚信等级, stated: {tiers: 3级}, tiers: {a: {name: A级}, b: {name: B级}}}
    Good:
        # segments.yml
        rating: {name: 诚信等级, stated: {tiers: 2级}, tiers: {a: {name: A级}, b: {name: B级}}}
    """
    words = {"tiers": ("等级", "tiers"), "marked": ("有标识的", "with a mark")}
    for scheme in section.items.values():
        for field, word in words.items():
            stated = getattr(scheme.stated, field) if scheme.stated else None
            number = scope.quantity(scheme.address(field))
            if stated is not None and number is not None and not fits(stated, number, scope):
                args = {"name": scheme.name, "what": scope.word(*word)}
                args |= {"stated": write_quantity(stated, language=scope.language)}
                args |= {"number": write_quantity(number, language=scope.language)}
                assert scheme.stated is not None
                address = scheme.address(field)
                yield Finding("SEG108", scheme.stated.span(field), args, scope.year, address, (address,))


@check(
    "SEG109",
    Level.WARNING,
    takes="segments",
    zh="“{name}”的“{upper}”和“{lower}”没有说清 {tier} 自己归哪一边",
    en="“{name}”: “{upper}” and “{lower}” do not say on which side {tier} itself is",
    fix_zh="在其中一处写明，例如 {tier}{border}",
    fix_en="say so in one of them, such as {tier}{border}",
)
def borders_are_clear(section: Segments, scope: PlanScope) -> Iterator[Finding]:
    """Of 以上 and 以下 the same tier, one says whether the tier itself counts.

    Why: in law both words include it; whoever is on the border gets both treatments, or neither.
    Bad:
        # segments.yml
        rating:
          name: 诚信等级
          tiers: {a: {name: A级}, b: {name: B级}}
          treatments: {serve: {text: 服务为主, applies: A级以上}, inspect: {text: 重点检查, applies: A级以下}}
    Good:
        # segments.yml
        rating:
          name: 诚信等级
          tiers: {a: {name: A级}, b: {name: B级}}
          treatments: {serve: {text: 服务为主, applies: A级以上（含）}, inspect: {text: 重点检查, applies: A级以下}}
    """
    for scheme in section.items.values():
        found = list(_borders(scheme))
        for tier, side, told, upper in found:
            lower = next((each for each in found if each[:2] == (tier, "以下")), None)
            if side == "以上" and lower is not None and not told and not lower[2]:
                args = {"name": scheme.name, "upper": upper.applies, "lower": lower[3].applies, "tier": tier}
                args["border"] = "以上（含）"  # the words that are looked for, whatever the language
                related = ((upper.span("applies"), upper.text),)
                about = (upper.address(), lower[3].address())
                yield Finding("SEG109", lower[3].span("applies"), args, scope.year, about[1], about, related)


def _borders(scheme: Scheme) -> Iterator[tuple[str, str, bool, Treatment]]:
    """The borders that treatments name: tier, 以上 or 以下, whether it says if the tier counts, and the treatment."""
    for treatment in scheme.treatments.values():
        for border in BORDER.finditer(treatment.applies):
            told = bool(border["with"]) or "含" in (border["told"] or "") or "包括" in (border["told"] or "")
            yield border["tier"].strip(), border["side"], told, treatment


@check(
    "SEG111",
    Level.ERROR,
    takes="segments",
    zh="“{tier}”要升降到 {to}，“{name}”里没有这一级{hint_zh}",
    en="“{tier}” moves to {to}, which “{name}” does not have{hint_en}",
    fix_zh="moves 里写同一个划分里的等级 id",
    fix_en="write ids of tiers of the same scheme under moves",
)
def moves_lead_to_tiers(section: Segments, scope: PlanScope) -> Iterator[Finding]:
    """A customer moves to a tier of the same scheme.

    Why: the rule cannot be followed.
    Bad:
        # segments.yml
        customers: {name: 客户, tiers: {a: {name: A类}, b: {name: B类, moves: {first: 季度采购翻倍}}}}
    Good:
        # segments.yml
        customers: {name: 客户, tiers: {a: {name: A类}, b: {name: B类, moves: {a: 季度采购翻倍}}}}
    """
    for scheme in section.items.values():
        known = [tier.id for tier in scheme.all_tiers]
        for tier in scheme.all_tiers:
            for to in tier.moves:
                if to not in known:
                    hints = question(next(iter(nearest(to, known)), ""))
                    args = {"tier": tier.name, "to": to, "name": scheme.name, "hint_zh": hints[0], "hint_en": hints[1]}
                    span = scheme.place.key_span((*tier.path, "moves", to))
                    yield Finding("SEG111", span, args, scope.year, tier.address())
