"""The page of scenarios: a card each, the figures that differ side by side, what is found in one alone."""

from collections.abc import Iterator

from plangen.findings import Level, level_of, message
from plangen.site.comparison import Comparison
from plangen.site.edition import Edition
from plangen.site.scenarios.side_by_side import chart, number, table, title_of, variances
from plangen.views import Block, Card, Cards, Column, Entries, Heading, Line, Link, Row, Table, Tally, Words, phrase


def lede(edition: Edition, comparison: Comparison) -> Line:
    """`3 种情景：保底、目标（为准）、挑战。…`."""
    count = len(comparison.scenarios)
    names = edition.word("、", ", ").join(title_of(edition, comparison, index) for index in range(count))
    binding = next(each.title for each in comparison.scenarios if each.binding)
    text = edition.word(
        "{count} 种情景：{names}。别处没有写情景的数，都是“{binding}”的。",
        "{count} scenarios: {names}. Numbers without a scenario are those of “{binding}”.",
    )
    return phrase(text, count=Tally(count, "scenarios"), names=names, binding=binding)


def blocks(edition: Edition, comparison: Comparison) -> Iterator[Block]:
    """Cards of the headline, then chart and table of each section, then findings of one scenario alone."""
    yield cards(edition, comparison)
    for kind in dict.fromkeys(address.kind for address in comparison.addresses):
        title = edition.kinds[kind].title(edition.language)
        mine = [address for address in comparison.addresses if address.kind == kind]
        count = edition.word("{n} 个数不同", "{n} figures differ", n=len(mine))
        link = (Link(edition.word("打开这一章", "open the chapter"), page=f"{comparison.scope.plan.path}/{kind}/"),)
        yield Heading(title, kind, aside=count, link=link)
        yield from chart(edition, comparison, mine)
        yield table(edition, comparison, kind, mine)
    yield from _found(edition, comparison)


def overview_strip(edition: Edition, comparison: Comparison) -> Iterator[Block]:
    """The scenarios at a glance, for the plan's overview."""
    word = edition.word
    link = (Link(word("逐项对比", "side by side"), page=f"{comparison.scope.plan.path}/scenarios/"),)
    yield Heading(word("情景", "Scenarios"), "scenarios", aside=comparison.headline_name, link=link)
    yield cards(edition, comparison)


def cards(edition: Edition, comparison: Comparison) -> Block:
    """A card a scenario: the figure that the plan is judged by, and how far it is from the binding one."""
    address, made = comparison.headline, []
    for index, scenario in enumerate(comparison.scenarios):
        figure = (number(comparison, address, index, with_unit=True),)
        note: Line = (Words(edition.word("为准", "binding"), bold=True),)
        if not scenario.binding:
            note = variances(edition, comparison, address, index)
        made.append(Card(scenario.title, figure, note))
    columns = (
        Column("scenario", edition.word("情景", "Scenario")),
        Column("figure", comparison.headline_name, numeric=True),
        Column("variance", edition.word("与为准情景之差", "Variance")),
    )
    rows = tuple(Row(((each.label,), each.figure, each.note)) for each in made)
    return Cards(tuple(made), Table("scenario-cards", "", columns, rows))


def _found(edition: Edition, comparison: Comparison) -> Iterator[Block]:
    """What the checks find in one scenario and not in the plan itself."""
    mine = edition.findings_of(comparison.scope.plan)
    found = [each for each in mine if each.scenario and level_of(each) is not Level.INFO]
    if found:
        count = edition.word("{n} 个", "{n}", n=len(found))
        title = edition.word("只在某个情景里的差额", "Gaps of one scenario")
        yield Heading(title, "scenario-gaps", aside=count)
        yield Entries(tuple(((message(f, edition.language),), (), (Words(f.code, "muted"),)) for f in found))
