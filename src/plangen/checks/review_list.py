"""The review of a copied year: what nobody looked at yet is told and counted, by who answers for it."""

from collections.abc import Iterator

from plangen.compute import YearScope, named_debts
from plangen.findings import Finding, Level, check
from plangen.model import lost_lines, open_items
from plangen.values import Span


@check(
    "PG711",
    Level.INFO,
    takes="year",
    zh="{plan}：照抄自上年，还没有复核的有 {values} 个数、{texts} 段文字（{owners}）",
    en="{plan}: carried over from last year and not reviewed yet: {values} values and {texts} texts ({owners})",
    fix_zh="改掉过时的；仍然有效的，用 plangen reviewed 标记",
    fix_en="change what is out of date; mark what still holds with plangen reviewed",
)
def carried_over_is_reviewed(scope: YearScope) -> Iterator[Finding]:
    """What `plangen rollover` copied is looked at before it counts as planned.

    Why: two years that differ by their number only are no plan. A value or text counts as reviewed once it says
    something else, or once its line in `review.csv` is marked (`plangen reviewed ADDRESS --by NAME --date DATE`).
    Bad:
        # objectives.yml
        revenue: {name: 销售额, target: 100万元}
        # 2026/demo/review.csv
        address,scenario,carried,hash,reviewed,by
        objectives/revenue.target,,100万元,x9a17da28ab0,,
    Good:
        # objectives.yml
        revenue: {name: 销售额, target: 100万元}
        # 2026/demo/review.csv
        address,scenario,carried,hash,reviewed,by
        objectives/revenue.target,,100万元,x9a17da28ab0,2026-01-05,boss
    """
    if scope.is_variant or not scope.plan_year.reviews:
        return
    first = {thing.plan: line.span for line, thing in reversed(open_items(scope.handbook, scope.year))}
    debts = list(named_debts(scope))
    for plan, span in sorted(first.items()):
        mine = [each for each in debts if each.debt.plan == plan]
        owners = scope.word("、", ", ").join(f"{each.owner} {each.debt.count}" for each in mine)
        values, texts = sum(each.debt.values for each in mine), sum(each.debt.texts for each in mine)
        args = {"plan": mine[0].plan, "values": values, "texts": texts, "owners": owners}
        yield Finding("PG711", span, args, scope.year)


@check(
    "PG712",
    Level.WARNING,
    takes="year",
    zh="复核清单有 {count} 行在计划里找不到对应的条目，第一行是 {address}",
    en="{count} line(s) of the review list speak of what the plan does not have; the first is {address}",
    fix_zh="条目改了 id，就写 was: 旧 id；删掉了，就用 plangen reviewed 标记或删去这几行",
    fix_en="where an id was changed, write was: old-id; where the item is gone, mark the lines or delete them",
)
def review_lines_lead_somewhere(scope: YearScope) -> Iterator[Finding]:
    """Each open line of `review.csv` speaks of something that is in the plan.

    Why: an item under a new id would drop out of the count without anybody having looked at it.
    Bad:
        # objectives.yml
        sales: {name: 销售额, target: 100万元}
        # 2026/demo/review.csv
        address,scenario,carried,hash,reviewed,by
        objectives/revenue.target,,100万元,x9a17da28ab0,,
    Good:
        # objectives.yml
        sales: {name: 销售额, target: 100万元, was: revenue}
        # 2026/demo/review.csv
        address,scenario,carried,hash,reviewed,by
        objectives/revenue.target,,100万元,x9a17da28ab0,,
    """
    if scope.is_variant or not scope.plan_year.reviews:
        return
    judged = {plan for plan in scope.plan_year.reviews if not plan or not scope.plan_year.plans[plan].broken}
    lost: dict[str, list[tuple[str, Span]]] = {}
    for plan, line in lost_lines(scope.handbook, scope.year):
        lost.setdefault(plan, []).append((line.address, line.span))
    for plan in sorted(judged & set(lost)):
        address, span = lost[plan][0]
        yield Finding("PG712", span, {"count": len(lost[plan]), "address": address}, scope.year)
