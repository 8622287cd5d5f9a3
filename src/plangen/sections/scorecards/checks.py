"""Checks of scorecards: points and weights against their whole, totals of the paper, deductions, rules."""

from collections.abc import Iterator

from plangen.compute import PlanScope
from plangen.findings import Finding, Level, check
from plangen.sections.scorecards.model import Card, Scorecards
from plangen.sections.scorecards.tree import Whole, below, charged, everything, pairs
from plangen.sections.scorecards.wording import periods
from plangen.values import SHARE, Quantity, agrees, write_quantity


def say(quantity: Quantity | None, scope: PlanScope) -> str:
    """A number in a sentence."""
    return write_quantity(quantity, language=scope.language) if quantity is not None else "—"


def _apart(section: Scorecards, scope: PlanScope) -> Iterator[tuple[Whole, Quantity, Quantity, Quantity]]:
    """Everything with written points and criteria that cannot come to them: points, sum and difference."""
    for whole in everything(section):
        points, parts, gap = (scope.quantity(whole.address("points", facet)) for facet in ("", "rollup", "gap"))
        if points is None or parts is None or gap is None or points.unset or parts.unset or gap.unset:
            continue
        if not agrees(points, parts, scope.handbook.tolerance()):
            yield whole, points, parts, gap


def _points_finding(code: str, whole: Whole, scope: PlanScope, *numbers: Quantity) -> Finding:
    points, parts, gap = numbers
    args = {"name": whole.name, "points": say(points, scope), "sum": say(parts, scope), "gap": say(gap, scope)}
    about = (whole.address("points"), whole.address("points", "gap"))
    related = ((whole.key_span("criteria"), args["sum"]),)
    return Finding(code, whole.span("points"), args, scope.year, about[0], about, related)


@check(
    "SCR101",
    Level.WARNING,
    takes="scorecards",
    zh="“{name}”是 {points}，下面各项只有 {sum}，还有 {gap} 没有列出",
    en="“{name}” is {points}, its criteria come to {sum}: {gap} belong to none",
    fix_zh="补上缺的考核项（分值未定写 待定），或改分值",
    fix_en="add the missing criteria (TBD where the points are not known), or change the points",
)
def points_of_no_criterion(section: Scorecards, scope: PlanScope) -> Iterator[Finding]:
    """The criteria below come to the points above.

    Why: points that no criterion explains are given or withheld by nobody's rule.
    Bad:
        # scorecards.yml
        rep:
          name: 业务员考核表
          points: 40分
          criteria: {report: {name: 周报, points: 20分, text: 按时交}}
    Good:
        # scorecards.yml
        rep:
          name: 业务员考核表
          points: 20分
          criteria: {report: {name: 周报, points: 20分, text: 按时交}}
    """
    for whole, points, parts, gap in _apart(section, scope):
        if gap.low is not None and gap.low > 0:
            yield _points_finding("SCR101", whole, scope, points, parts, gap)


@check(
    "SCR102",
    Level.ERROR,
    takes="scorecards",
    zh="“{name}”是 {points}，下面各项加起来却有 {sum}，多 {gap}",
    en="“{name}” is {points}, its criteria come to {sum}: {gap} too many",
    fix_zh="改分值，或改下面各项",
    fix_en="change the points, or those of the criteria",
)
def more_points_than_the_whole(section: Scorecards, scope: PlanScope) -> Iterator[Finding]:
    """The criteria below do not come to more than the points above.

    Why: who does everything right would score more than there is.
    Bad:
        # scorecards.yml
        rep:
          name: 业务员考核表
          points: 20分
          criteria: {report: {name: 周报, points: 40分, text: 按时交}}
    Good:
        # scorecards.yml
        rep:
          name: 业务员考核表
          points: 40分
          criteria: {report: {name: 周报, points: 40分, text: 按时交}}
    """
    for whole, points, parts, gap in _apart(section, scope):
        if gap.high is not None and gap.high < 0:
            yield _points_finding("SCR102", whole, scope, points, parts, -gap)


@check(
    "SCR103",
    Level.ERROR,
    takes="scorecards",
    zh="“{name}”各项权重合计 {sum}，应为 100%（差 {gap}）",
    en="the weights of “{name}” come to {sum}, not 100% ({gap} apart)",
    fix_zh="补足或减去 {gap}",
    fix_en="add or take away {gap}",
)
def weights_make_the_whole(section: Scorecards, scope: PlanScope) -> Iterator[Finding]:
    """The weights of the criteria come to 100%.

    Why: with less nobody can reach the total, with more the total is passed.
    Bad:
        # scorecards.yml
        rep:
          name: 业务员考核表
          criteria:
            daily: {name: 日常, weight: 70%, text: 按计划}
            attendance: {name: 出勤, weight: 20%, text: 满勤}
    Good:
        # scorecards.yml
        rep:
          name: 业务员考核表
          criteria:
            daily: {name: 日常, weight: 70%, text: 按计划}
            attendance: {name: 出勤, weight: 30%, text: 满勤}
    """
    whole_share = Quantity.exact(1, SHARE)
    for whole in everything(section):
        sum_ = scope.quantity(whole.address("weights"))
        if sum_ is None or sum_.unset or agrees(sum_, whole_share, scope.handbook.tolerance()):
            continue
        over = sum_.certainly_above(whole_share)
        args = {
            "name": whole.name,
            "sum": say(sum_, scope),
            "gap": say(sum_ - whole_share if over else whole_share - sum_, scope),
        }
        address = whole.address("weights")
        yield Finding("SCR103", whole.key_span("criteria"), args, scope.year, address, (address,))


@check(
    "SCR104",
    Level.WARNING,
    takes="scorecards",
    zh="“{name}”共 {points}，{what_zh} {taken}，比它还多",
    en="“{name}” is {points}; {what_en} {taken}, which is more",
    fix_zh="改扣分，或改分值",
    fix_en="change the deduction or the points",
)
def deduction_above_points(section: Scorecards, scope: PlanScope) -> Iterator[Finding]:
    """One event takes away no more than there is, nor may all of them together.

    Why: the deduction that is written is not the one that is made; nobody can lose more than everything.
    Bad:
        # scorecards.yml
        rep:
          name: 业务员考核表
          criteria: {report: {name: 周报, points: 10分, deduct: 20分/次}}
    Good:
        # scorecards.yml
        rep:
          name: 业务员考核表
          criteria: {report: {name: 周报, points: 10分, deduct: 5分/次}}
    """
    words = {"deduct": ("一次就扣", "one event takes"), "cap": ("最多扣", "the cap is")}
    for criterion in (each for card in section.items.values() for each in below(card)):
        points = scope.quantity(criterion.address("points"))
        for field, (zh, en) in words.items():
            taken = scope.quantity(criterion.address(field))
            if points is None or taken is None or points.unset or taken.unset:
                continue
            plain = Quantity(taken.low, taken.high, points.unit, taken.about)
            if taken.unit.over == points.unit.over and plain.certainly_above(points):
                args = {"name": criterion.name, "points": say(points, scope), "taken": say(taken, scope)}
                args |= {"what_zh": zh, "what_en": en}
                address = criterion.address(field)
                yield Finding("SCR104", criterion.span(field), args, scope.year, address, (address,))


@check(
    "SCR105",
    Level.WARNING,
    takes="scorecards",
    zh="“{role}”{period}有两张考核表：{first}、{second}",
    en="“{role}” has two cards {period}: {first} and {second}",
    fix_zh="合成一张，或写一张总表，用 card 关联这两张",
    fix_en="make them one, or write a card that takes both over (card)",
)
def one_card_for_a_role(section: Scorecards, scope: PlanScope) -> Iterator[Finding]:
    """A role has one card for a period, or a card that takes the others over.

    Why: with two scores for one month nobody knows which one counts.
    Bad:
        # scorecards.yml
        quantity: {name: 数量, role: rep, period: month, criteria: {sales: {name: 销量, points: 100分, text: 完成}}}
        process: {name: 流程, role: rep, period: month, criteria: {orders: {name: 订货率, points: 100分, text: 完成}}}
        # org.yml
        roles: {rep: {name: 业务员}}
    Good:
        # scorecards.yml
        quantity: {name: 数量, role: rep, period: month, criteria: {sales: {name: 销量, points: 100分, text: 完成}}}
        process: {name: 流程, role: rep, period: month, criteria: {orders: {name: 订货率, points: 100分, text: 完成}}}
        both:
          name: 双百分制
          role: rep
          period: month
          criteria:
            first: {name: 数量, weight: 50%, card: quantity}
            second: {name: 流程, weight: 50%, card: process}
        # org.yml
        roles: {rep: {name: 业务员}}
    """
    every = [each for card in section.items.values() for each in below(card)]
    taken_over = {each.card for each in every if each.card is not None}
    first: dict[tuple[str, str], Card] = {}
    for card in section.items.values():
        for role in card.role if card.id not in taken_over else ():
            other = first.setdefault((role, card.period or ""), card)
            if other is not card:
                args = {"role": scope.named(role), "first": other.name, "second": card.name}
                args["period"] = periods(card, scope)
                related = ((other.span("role"), other.name),)
                about = (card.address(), other.address())
                yield Finding("SCR105", card.span("role"), args, scope.year, about[0], about, related)


@check(
    "SCR106",
    Level.INFO,
    takes="scorecards",
    zh="“{name}”没有写怎么给分",
    en="nothing says how “{name}” is scored",
    fix_zh="写 text（要求）、deduct、award、measure 或 card",
    fix_en="write text (what is expected), deduct, award, measure or card",
)
def criterion_without_rule(section: Scorecards, scope: PlanScope) -> Iterator[Finding]:
    """A criterion says how its points are given: by a text, a deduction, a figure or another card.

    Why: points without a rule are given by mood.
    Bad:
        # scorecards.yml
        rep: {name: 业务员考核表, criteria: {report: {name: 周报, points: 10分}}}
    Good:
        # scorecards.yml
        rep: {name: 业务员考核表, criteria: {report: {name: 周报, points: 10分, text: 周五前交，内容齐全}}}
    """
    for card in section.items.values():
        for parent, criterion in pairs(card):
            if not criterion.has_rule and not charged(parent, criterion):
                address = criterion.address()
                yield Finding("SCR106", criterion.key_span(), {"name": criterion.name}, scope.year, address)


@check(
    "SCR107",
    Level.ERROR,
    takes="scorecards",
    zh="“{name}”文件写总分 {stated}，实际是 {points}",
    en="the paper states {stated} for “{name}”; it is {points}",
    fix_zh="改 stated，或改各项分值",
    fix_en="change stated, or the points of the criteria",
)
def stated_total_differs(section: Scorecards, scope: PlanScope) -> Iterator[Finding]:
    """The total that the paper states is the card's total.

    Why: one of the two is wrong, and scores are compared with the wrong one.
    Bad:
        # scorecards.yml
        rep:
          name: 业务员考核表
          stated: {points: 100分}
          criteria: {report: {name: 周报, points: 90分, text: 按时交}}
    Good:
        # scorecards.yml
        rep:
          name: 业务员考核表
          stated: {points: 90分}
          criteria: {report: {name: 周报, points: 90分, text: 按时交}}
    """
    for card in section.items.values():
        stated, points = card.stated, scope.quantity(card.address("points"))
        if stated is None or stated.points is None or points is None:
            continue
        if not agrees(stated.points, points, scope.handbook.tolerance()):
            args = {"name": card.name, "stated": say(stated.points, scope), "points": say(points, scope)}
            about = (card.address("points"),)
            yield Finding("SCR107", stated.span("points"), args, scope.year, stated.address("points"), about)
