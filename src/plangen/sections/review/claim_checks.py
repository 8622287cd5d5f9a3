"""Checks of what the paper claims: totals and their parts, growth, met or missed, up or down."""

from collections.abc import Iterator

from plangen.compute import PlanScope
from plangen.findings import Finding, Level, check
from plangen.sections.review.claims import like_for_like, status_of, trend_of
from plangen.sections.review.labels import CHOICES, FIELDS
from plangen.sections.review.model import NUMBERS, Result, Review
from plangen.sections.review.money import money_unit
from plangen.sections.tallies import fits
from plangen.values import YUAN, Quantity, agrees, write_quantity


def _said(quantity: Quantity | None, scope: PlanScope, unit: str = "") -> str:
    """A number in a message; `unit` is for money only."""
    if quantity is None:
        return "—"
    fitting = unit if quantity.unit.over == YUAN.over and not quantity.unit.per else ""
    return write_quantity(quantity, fitting, language=scope.language)


@check(
    "REV107",
    Level.ERROR,
    takes="review",
    zh="“{name}”的{field}写 {total}，分项之和是 {parts}，差 {rest}",
    en="“{name}”: the {field} {total} and the sum of its parts {parts} are {rest} apart",
    fix_zh="改正合计，或补上缺的分项；缺的数写 待定",
    fix_en="correct the total, or add the part that is missing; TBD where its number is not known",
)
def parts_add_up(section: Review, scope: PlanScope) -> Iterator[Finding]:
    """The parts of a result add up to the number that is written for it.

    Why: of two totals that are both on paper everybody quotes the one they like.
    Bad:
        # review.yml
        period: 2025 H2
        results:
          sales:
            name: 销售
            actual: 100万元
            data: 台账
            parts: {a: {name: 甲, actual: 60万元}, b: {name: 乙, actual: 30万元}}
    Good:
        # review.yml
        period: 2025 H2
        results:
          sales:
            name: 销售
            actual: 90万元
            data: 台账
            parts: {a: {name: 甲, actual: 60万元}, b: {name: 乙, actual: 30万元}}
    """
    for result in section.results.values():
        for field in ("actual", "before"):
            total, parts = scope.quantity(result.address(field)), scope.quantity(result.address(field, "rollup"))
            if total is None or parts is None or agrees(total, parts, scope.handbook.tolerance()):
                continue
            rest = scope.quantity(result.address(field, "gap"))
            unit = money_unit((total, parts, rest))
            args = {"name": result.name, "field": scope.word(*FIELDS[field]), "rest": _said(rest, scope, unit)}
            args |= {"total": _said(total, scope, unit), "parts": _said(parts, scope, unit)}
            address = result.address(field)
            related = ((result.span("parts"), scope.word("分项", "parts")),)
            yield Finding("REV107", result.span(field), args, scope.year, address, (address,), related)


@check(
    "REV108",
    Level.WARNING,
    takes="review",
    zh="“{name}”有 {number} 个数没有写是什么的：{amounts}",
    en="“{name}” has {number} amounts that do not say what they are of: {amounts}",
    fix_zh="给每个数写上 name：哪个区域、产品、客户或月份",
    fix_en="write a name for each: its region, product, customer or month",
)
def amounts_have_names(section: Review, scope: PlanScope) -> Iterator[Finding]:
    """Every part of a result says what it is the amount of.

    Why: four amounts in a row without a word can be added, compared and quoted in any way.
    Bad:
        # review.yml
        period: 2025 H2
        results: {sales: {name: 销售, data: 台账, parts: {a: {actual: 58304元}, b: {actual: 35120元}}}}
    Good:
        # review.yml
        period: 2025 H2
        results:
          sales: {name: 销售, data: 台账, parts: {a: {name: 一店, actual: 58304元}, b: {name: 二店, actual: 35120元}}}
    """
    for result in section.results.values():
        nameless = [piece for piece in result.parts.values() if piece.name is None]
        if nameless:
            found = [scope.quantity(piece.address("actual")) for piece in nameless]
            amounts = [_said(each, scope, money_unit(found)) for each in found]
            args = {"name": result.name, "number": len(nameless), "amounts": scope.word("、", ", ").join(amounts)}
            related = tuple((piece.key_span(), piece.id) for piece in nameless[1:])
            about = tuple(piece.address() for piece in nameless)
            yield Finding("REV108", nameless[0].key_span(), args, scope.year, about[0], about, related)


@check(
    "REV109",
    Level.WARNING,
    takes="review",
    zh="“{name}”说有 {announced}，列出 {listed}",
    en="“{name}” announces {announced} and lists {listed}",
    fix_zh="补上缺的那项，或改 stated.parts",
    fix_en="add the part that is missing, or correct stated.parts",
)
def announced_parts_are_listed(section: Review, scope: PlanScope) -> Iterator[Finding]:
    """A result has as many parts as the paper announces.

    Why: what was announced and left out was perhaps what did not sell.
    Bad:
        # review.yml
        period: 2025 H2
        results: {sales: {name: 销售, data: 台账, stated: {parts: 2类}, parts: {a: {name: 鸡汁, actual: 3万元}}}}
    Good:
        # review.yml
        period: 2025 H2
        results: {sales: {name: 销售, data: 台账, stated: {parts: 1类}, parts: {a: {name: 鸡汁, actual: 3万元}}}}
    """
    for result in section.results.values():
        announced = result.stated.parts if result.stated else None
        listed = scope.quantity(result.address("listed")) or Quantity.exact(0)
        if result.stated and announced is not None and not fits(announced, listed, scope):
            args = {"name": result.name, "announced": _said(announced, scope), "listed": _said(listed, scope)}
            address = result.address("listed") if result.parts else result.address()
            yield Finding("REV109", result.stated.span("parts"), args, scope.year, address, (address,))


@check(
    "REV110",
    Level.ERROR,
    takes="review",
    zh="“{name}”写的增长 {said}，按数算是 {found}",
    en="“{name}” states a growth of {said}; the numbers give {found}",
    fix_zh="改正写的增长，或改正实际和对比期的数",
    fix_en="correct the growth that is stated, or the two numbers",
)
def stated_growth_fits(section: Review, scope: PlanScope) -> Iterator[Finding]:
    """The growth that the paper states is the one that its numbers give, to the decimals that it is written with.

    Why: growth is what gets quoted, and nobody computes it again.
    Bad:
        # review.yml
        period: 2025 H2
        results: {paid: {name: 回款, actual: 60万元, before: 50万元, data: 财务部, stated: {growth: 25%}}}
    Good:
        # review.yml
        period: 2025 H2
        results: {paid: {name: 回款, actual: 60万元, before: 50万元, data: 财务部, stated: {growth: 20%}}}
    """
    for result in section.results.values():
        said, address = result.stated.growth if result.stated else None, result.address("growth")
        found = scope.quantity(address)
        if result.stated is None or said is None or found is None or _rounds_to(found, said, scope):
            continue
        args = {"name": result.name, "said": _said(said, scope), "found": _said(found, scope)}
        yield Finding("REV110", result.stated.span("growth"), args, scope.year, address, (address,))


def _rounds_to(found: Quantity, said: Quantity, scope: PlanScope) -> bool:
    """Whether a growth can be what is said: rounded to the decimals of what is said, in percent."""
    if agrees(found, said, scope.handbook.tolerance()) or not (found.is_exact and said.is_exact):
        return agrees(found, said, scope.handbook.tolerance())
    digits = max(0, -int(said.value.normalize().as_tuple().exponent) - 2)
    return found.unit == said.unit and write_quantity(found, "%", digits) == write_quantity(said, "%", digits)


@check(
    "REV111",
    Level.INFO,
    takes="review",
    zh="“{name}”写了增长 {said}，没有{lacks}的数，无从核对",
    en="“{name}” states a growth of {said} without the {lacks}, so that nobody can check it",
    fix_zh="写上实际和对比期的数；还不知道就写 待定",
    fix_en="write the numbers of both periods; TBD while they are not known",
)
def growth_has_a_base(section: Review, scope: PlanScope) -> Iterator[Finding]:
    """A growth that is stated has its two numbers.

    Why: half more than nobody knows what is no result.
    Bad:
        # review.yml
        period: 2025 Q4
        results: {sales: {name: 销量, actual: 1200件, data: 台账, stated: {growth: 50%}}}
    Good:
        # review.yml
        period: 2025 Q4
        results: {sales: {name: 销量, actual: 1200件, before: 800件, data: 台账, stated: {growth: 50%}}}
    """
    for result in section.results.values():
        said = result.stated.growth if result.stated else None
        lacks = [field for field in ("actual", "before") if _is_open(result, field, scope)]
        if result.stated and said is not None and lacks:
            words = scope.word("和", " and ").join(scope.word(*FIELDS[field]) for field in lacks)
            args = {"name": result.name, "said": _said(said, scope), "lacks": words}
            yield Finding("REV111", result.stated.span("growth"), args, scope.year, result.address())


def _is_open(result: Result, field: str, scope: PlanScope) -> bool:
    found = scope.quantity(result.address(field))
    return found is None or found.unset or bool(found.missing)


@check(
    "REV112",
    Level.ERROR,
    takes="review",
    zh="“{name}”写的是{said}，按数却是{found}（{number}）",
    en="“{name}” is said to be {said}; by the numbers it is {found} ({number})",
    fix_zh="改正写法，或改正数；越低越好的写 better: lower",
    fix_en="correct what is said, or the numbers; write better: lower where less is better",
)
def words_fit_the_numbers(section: Review, scope: PlanScope) -> Iterator[Finding]:
    """Met, missed, up, down and level are what the numbers say; of periods of other lengths those by the month.

    Why: the words are read, and the numbers are not.
    Bad:
        # review.yml
        period: 2025 H2
        results: {paid: {name: 回款, status: met, actual: 60万元, target: 80万元, data: 财务部, note: 另议}}
    Good:
        # review.yml
        period: 2025 H2
        results: {paid: {name: 回款, status: missed, actual: 60万元, target: 80万元, data: 财务部, note: 另议}}
    """
    for result in section.results.values():
        growth = like_for_like(result, scope) or result.address("growth")
        sides = {"status": (status_of(result, scope), result.address("attainment"))}
        sides["trend"] = (trend_of(result, scope), growth)
        for field, (found, address) in sides.items():
            said = getattr(result, field)
            if said and found and said != found:
                args = {"name": result.name, "said": scope.word(*CHOICES[said]), "found": scope.word(*CHOICES[found])}
                args["number"] = _said(scope.quantity(address), scope)
                yield Finding("REV112", result.span(field), args, scope.year, address, (address,))


@check(
    "REV113",
    Level.ERROR,
    takes="review",
    zh="“{name}”的{field} {number} 和{other} {first} 不是一个单位，比不了",
    en="“{name}”: the {field} {number} and the {other} {first} have different units, so that nothing can be compared",
    fix_zh="实际、对比期、目标和各分项用一个单位写",
    fix_en="write the actual, the number before, the target and all parts in one unit",
)
def one_unit(section: Review, scope: PlanScope) -> Iterator[Finding]:
    """The numbers of a result are of one unit.

    Why: 5 outlets are neither more nor less than 80 thousand.
    Bad:
        # review.yml
        period: 2025 H2
        results: {paid: {name: 回款, actual: 60万元, before: 50家, data: 财务部}}
    Good:
        # review.yml
        period: 2025 H2
        results: {paid: {name: 回款, actual: 60万元, before: 50万元, data: 财务部}}
    """
    words = {"actual": FIELDS["actual"], "before": FIELDS["before"], "target": ("目标", "target")}
    for result in section.results.values():
        known = {field: scope.quantity(result.address(field)) for field in NUMBERS if result.has(field)}
        given = {field: each for field, each in known.items() if each is not None and not each.unset}
        (first, *others) = given or [""]
        for field in others:
            if given[field].unit != given[first].unit:
                args = {"name": result.name, "field": scope.word(*words[field]), "number": _said(given[field], scope)}
                args |= {"other": scope.word(*words[first]), "first": _said(given[first], scope)}
                address = result.address(field)
                yield Finding("REV113", result.span(field), args, scope.year, address, (address,))
