"""The cards of the home page: the target that units have together, what is reached, what is open, what changed."""

from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal

from plangen.diff import Weight
from plangen.site.edition import CHANGES, Edition
from plangen.site.home.headlines import Headlines, added, is_known
from plangen.site.overview import cards_table, first_card, open_count
from plangen.values import Quantity, dotted
from plangen.views import Block, Card, Cards, Headline, Line, Link, Num, Tally, Words, phrase, progress_of

MOST = 4
_LARGE = Decimal(10) ** 8


def cards(edition: Edition) -> Iterator[Block]:
    """The four most important of those that there are."""
    found = [*_targets(edition), *_open(edition), *_changed(edition)][:MOST]
    if found:
        yield Cards(tuple(found), cards_table(edition, found))


def _targets(edition: Edition) -> Iterator[Card]:
    """The units' target together with what is reached of it; where nothing adds up, the first unit's key figure."""
    headlines = Headlines(edition)
    together = headlines.together
    known = [each for each in together if is_known(each.target)]
    if len(together) < 2 or not known:
        for plan in edition.scope.plan_year.roots()[:1]:
            first = first_card(edition, edition.of(plan))
            if first is not None:
                yield replace(first, label=dotted(edition.language, (plan.head.name, first.label)))
        return
    yield _target(edition, together)
    reached = [each for each in known if is_known(each.actual) and is_known(each.due)]
    if reached:
        yield from _reached(edition, reached)


def _target(edition: Edition, together: list[Headline]) -> Card:
    word = edition.word
    number = large(added([each.target for each in together], with_unit=True))
    count = Tally(len(together), "targets")
    label = word("{name}目标", "{name} target").format(name=together[0].name)
    both = [each for each in together if is_known(each.target) and is_known(each.last)]
    note = phrase(word("{n} 个单元合计", "{n} units together"), n=count)
    if both:
        apart = added([each.target for each in both], [each.last for each in both], with_unit=True, signed=True)
        text = word("，比 {year} 年 {apart}（{n} 个单元可比）", ", {apart} on {year} ({n} comparable)")
        note += phrase(text, year=str(edition.year - 1), apart=apart, n=Tally(len(both), "comparable"))
    return Card(label, (number,), note, about="target")


def _reached(edition: Edition, reached: list[Headline]) -> Iterator[Card]:
    """Actual to date against the target to date; the share of one unit, of several by how much they are apart."""
    word = edition.word
    target = added([each.target for each in reached], with_unit=True)
    due = added([each.due for each in reached], with_unit=True)
    actual = added([each.actual for each in reached], with_unit=True)
    bar = progress_of(actual, target, due)
    plan = phrase(word("同期目标 {n}", "target to date {n}"), n=due)
    yield Card(word("累计实际", "Actual to date"), (actual,), (*((bar,) if bar else ()), *plan), about="reached")
    apart = added([each.variance for each in reached], with_unit=True, signed=True)
    note = phrase(word("差异 {n}", "variance {n}"), n=apart)
    if len(reached) == 1:
        share = replace(reached[0].attainment, with_unit=True)
        yield Card(word("同期达成", "Attainment"), (share,), note, share.tone, "reached")
    else:
        units = phrase(word("{n} 个单元已报", "{n} units reported"), n=Tally(len(reached), "reported"))
        yield Card(word("同期差异", "Variance"), (apart,), units, about="reached")


def large(number: Num) -> Num:
    """Money of 100 million and more in that unit: a card has no room for long rows of digits."""
    quantity = number.quantity
    known = isinstance(quantity, Quantity) and not quantity.unset and quantity.low is not None
    if known and number.unit == "万元" and abs(quantity.low or 0) >= _LARGE:  # type: ignore[union-attr]
        return replace(number, unit="亿元", digits=3)
    return number


def _open(edition: Edition) -> Iterator[Card]:
    """What is not set and what is open; each only where there is any."""
    word = edition.word
    owed = len(edition.roles.everything_owed)
    gaps = sum(open_count(edition, scope.plan) for scope in edition.plans.values())
    found = Tally(gaps, "gaps", Link("", page="checks/"))
    if owed:
        owners = sum(1 for role in edition.roles.roles if edition.roles.owed(role))
        note: Line = phrase(word("{n} 位负责人", "{n} owner(s)"), n=Tally(owners, "owners"))
        if gaps:
            note += phrase(word("；另有 {n} 个未关闭的差额", "; and {n} open gap(s)"), n=found)
        left = Tally(owed, "unset", Link("", page="unset/"))
        figure: Line = (left, Words(word(" 项", ""), "muted"))
        yield Card(word("尚待填写", "Not set yet"), figure, note, "unset", "open")
    if gaps:
        waived = Tally(sum(1 for finding in edition.findings_of() if finding.waived), "waived")
        said = phrase(word("其中 {n} 个已豁免", "{n} of them waived"), n=waived) if waived.number else ()
        yield Card(word("未关闭的差额", "Open gaps"), (found, Words(word(" 个", ""), "muted")), said, about="open")


def _changed(edition: Edition) -> Iterator[Card]:
    """How much is not as it was last year."""
    since, word = edition.since, edition.word
    if since is None or not since.changes.edits:
        return
    heavy = sum(each.weight is Weight.BREAKING for each in since.changes.consequences)
    edits = Tally(len(since.changes.edits), "edits", Link("", page=f"{CHANGES}/"))
    note = phrase(word("其中 {n} 处要先看", "{n} of them breaking"), n=Tally(heavy, "edits breaking"))
    label = word("比 {year} 年改了", "Edits since {year}").format(year=since.before.year)
    yield Card(label, (edits, Words(word(" 处", ""), "muted")), note if heavy else ())
