"""Limits of the budget that must fire: shares of another figure, caps of groups, limits without an upper end."""

from pathlib import Path

import pytest

from handbooks import codes, open_files
from plangen.findings import message
from plangen.values import Address
from unit.sections.reading import Read, read

REVENUE = "revenue: {name: 销售额, target: 100万元}\n"


def found(group: str, objectives: str = REVENUE) -> Read:
    """A budget of one group `g` beside sales of 1000000元."""
    return read({"budget.yml": f"g: {{name: 费用, {group}}}\n", "objectives.yml": objectives})


def share(amount: str, limit: str) -> str:
    """A group of one line that is limited to a share of the sales."""
    return f"share_of: objectives/revenue.target, max_share: {limit}, lines: {{a: {{name: 甲, amount: {amount}}}}}"


@pytest.mark.parametrize(
    ("amount", "limit", "expected"),
    [
        ("5万元", "5%", []),  # 50000 of 1000000 is 5%
        ("50001元", "5%", ["BUD105"]),
        ("5万元", "<5%", ["BUD105"]),
        ("2000元", "2‰", []),
        ("2049元", "2‰", ["BUD105"]),  # 0.2049%: rounded to 0.01% it would be 0.2%
        ("8–12万元", "10%", ["BUD109"]),
        ("8–10万元", "10%", []),
        ("11–12万元", "10%", ["BUD105"]),
        ("≥8万元", "10%", ["BUD109"]),
        ("≤10万元", "10%", []),
        ("待定", "10%", []),
        ("2万元/月", "10%", ["PG215"]),
        ("20万元", "≥5%", ["BUD110"]),
    ],
)
def test_shares_of_exact_sales(amount: str, limit: str, expected: list[str]) -> None:
    """The cost is compared with limit × sales, neither of them rounded."""
    assert found(share(amount, limit)).codes == expected


@pytest.mark.parametrize(
    ("target", "expected"),
    [("160–200万元", []), ("100–200万元", ["BUD109"]), ("100–150万元", ["BUD105"]), ("≥100万元", ["BUD109"])],
)
def test_shares_of_sales_that_are_no_number(target: str, expected: list[str]) -> None:
    """80000 against 5% of the sales: 80000–100000, 50000–100000, 50000–75000, 50000 or more."""
    objectives = f"revenue: {{name: 销售额, target: {target}}}\n"
    assert found(share("8万元", "5%"), objectives).codes == expected


def test_a_share_says_what_is_allowed() -> None:
    """2‰ of 1000000 is 2000; 2049 ÷ 1000000 = 0.2049%, said with as many digits as it takes."""
    said = found(share("2049元", "2‰")).message("BUD105")
    assert said == "“费用”2,049 元，占 销售额 的 0.2049%，超过上限 0.2%（2,000 元）"


@pytest.mark.parametrize(
    ("stated", "lines", "expected"),
    [
        ("4万元", "a: {name: 甲, amount: 9万元}", ["BUD102", "BUD105"]),
        ("9万元", "a: {name: 甲, amount: 4万元}", ["BUD102", "BUD105"]),
        ("4万元", "a: {name: 甲, amount: 9万元}, b: {name: 乙, amount: 待定}", ["BUD102", "BUD105"]),
        ("9万元", "a: {name: 甲, amount: 4万元}, b: {name: 乙, amount: 待定}", ["BUD101", "BUD105"]),
        ("4万元", "a: {name: 甲, amount: 4万元}", []),
    ],
)
def test_the_larger_of_sum_and_stated_total_is_compared(stated: str, lines: str, expected: list[str]) -> None:
    """5% of 1000000 is 50000: whichever says 90000 is above it."""
    more = f"share_of: objectives/revenue.target, max_share: 5%, stated: {{amount: {stated}}}, lines: {{{lines}}}"
    assert found(more).codes == expected
    capped = f"stated: {{amount: {stated}}}, lines: {{{lines}}}, caps: {{c: {{name: 上限, limit: ≤5万元}}}}"
    assert found(capped).codes == [code.replace("105", "103") for code in expected]


def test_max_share_without_share_of() -> None:
    """A share of nothing limits nothing: it is an error, not silence."""
    read_ = found("max_share: 5%, lines: {a: {name: 甲, amount: 20万元}}")
    assert read_.codes == ["BUD108"]
    assert read_.message("BUD108") == "“费用”写了 max_share 5%，没写 share_of：不知道是谁的 5%"


@pytest.mark.parametrize(
    "line",
    [
        "lines: {a: {name: 甲, amount: 20000元, cap: ≥10000元}}",
        "lines: {a: {name: 甲, amount: 20000元}}, caps: {c: {name: 上限, limit: ≥10000元, line: a}}",
        "lines: {a: {name: 甲, amount: 20000元}}, caps: {c: {name: 上限, limit: '>10000元', basis: 每次}}",
    ],
)
def test_a_limit_has_an_upper_end(line: str) -> None:
    """≥10000元 is no limit, wherever it stands."""
    read_ = found(line)
    assert read_.codes == ["BUD110"]
    assert "没有上端" in read_.message("BUD110")


def test_more_than_a_cap_is_certainly_above_it() -> None:
    """>10000 is above 10000 whatever it comes to."""
    assert found("lines: {a: {name: 甲, amount: '>10000元', cap: 10000元}}").codes == ["BUD103"]


@pytest.mark.parametrize(
    ("address", "near"),
    [
        ("objectives/revenue", "objectives/revenue.target"),
        ("objectives/revenue.targt", "objectives/revenue.target"),
        ("objectives/revenue.target@Q1/own-store", "objectives/revenue.target@Q1"),
    ],
)
def test_share_of_what_is_no_figure(address: str, near: str, tmp_path: Path) -> None:
    """An item without a measure, a misspelt measure, a split that is not there: each is told with the nearest."""
    budget = f"g: {{name: 费用, share_of: {address}, max_share: 5%, lines: {{a: {{name: 甲, amount: 20万元}}}}}}\n"
    workspace = open_files(tmp_path, {"budget.yml": budget, "objectives.yml": REVENUE})
    assert codes(workspace) == ["PG212"]
    assert message(workspace.findings[0]) == f"找不到“{address}”，是不是“{near}”？"
    assert Address.parse(address, "demo") in workspace.findings[0].about
