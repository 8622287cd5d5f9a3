"""The graph: order, cycles with their path, missing inputs, two sources, refusals as findings."""

from decimal import Decimal

from plangen.compute import Rule, compute
from plangen.findings import message
from plangen.values import YUAN, Address, Figure, Key, Quantity, Span

HERE = Span.at("content/x.yml", 3, 5)


def key(name: str) -> Key:
    """The key of a figure of the plan `p` in 2026."""
    return Key(2026, Address.parse(f"p:objectives/{name}.target"))


def typed(name: str, value: int) -> Figure:
    """An authored amount."""
    return Figure(key(name), Quantity.exact(value, YUAN), "typed", (), HERE)


def rule(name: str, verb: str, *inputs: str, **settings: object) -> Rule:
    """A rule over named figures."""
    return Rule(key(name), verb, tuple(key(one) for one in inputs), HERE, settings)


def test_rules_run_in_the_order_they_need() -> None:
    """A rule that is written before its inputs' rules still finds them."""
    figures, findings = compute(
        [typed("a", 2), typed("b", 3)], [rule("d", "sum", "c", "a"), rule("c", "sum", "a", "b")]
    )
    assert not findings
    assert figures[key("d")].quantity.value == Decimal(7)
    assert figures.origins(key("d")) == {key("a"), key("b"), key("c"), key("d")}
    assert set(figures.users(key("a"))) == {key("c"), key("d")}


def test_inputs_that_stand_in_a_circle_are_looked_at_again() -> None:
    """`c` has the very inputs of `b`, for which `a` was still cut off; at the end `a` is the stated 5."""
    shared = rule("b", "sum", "a").inputs
    rules = [rule("a", "complete", "b", "d"), Rule(key("b"), "sum", shared, HERE), Rule(key("c"), "sum", shared, HERE)]
    figures, findings = compute([typed("d", 5)], rules)
    assert [finding.code for finding in findings] == ["PG307"]
    assert figures[key("b")].quantity.unset
    assert figures[key("a")].quantity == figures[key("c")].quantity == Quantity.exact(5, YUAN)


def test_long_chains_do_not_recurse() -> None:
    """Five thousand figures in a row are computed without a deep call stack."""
    rules = [rule(f"x{i}", "sum", f"x{i - 1}") for i in range(5000, 0, -1)]
    figures, findings = compute([typed("x0", 1)], rules)
    assert not findings
    assert figures[key("x5000")].quantity.value == 1


def test_a_cycle_is_one_finding_with_its_path() -> None:
    """Two figures that need each other: one finding, the whole circle named, both unset."""
    figures, findings = compute([], [rule("a", "sum", "b"), rule("b", "sum", "a")])
    assert [finding.code for finding in findings] == ["PG307"]
    said = message(findings[0])
    assert "objectives/a.target → p:objectives/b.target" in said
    assert figures[key("a")].quantity.unset


def test_a_missing_input_gives_unset_not_zero() -> None:
    """What is not there is never counted as nothing."""
    figures, findings = compute([typed("a", 2)], [rule("s", "sum", "a", "gone")])
    assert not findings
    assert figures[key("s")].quantity.unset


def test_two_sources_of_one_address_are_an_error() -> None:
    """The first one counts, the second is named with both places."""
    figures, findings = compute([typed("a", 2)], [rule("a", "sum", "b")])
    assert [finding.code for finding in findings] == ["PG223"]
    assert figures[key("a")].quantity.value == 2


def test_units_that_do_not_fit_are_a_finding_at_the_rule() -> None:
    """元 + 家 is refused, with the line that asks for it, and the result is unset."""
    shops = Figure(key("n"), Quantity.exact(3, YUAN / YUAN * (YUAN * YUAN)), "typed", (), HERE)
    figures, findings = compute([typed("a", 2), shops], [rule("s", "sum", "a", "n")])
    assert [finding.code for finding in findings] == ["PG215"]
    assert findings[0].span == HERE
    assert figures[key("s")].quantity.unset
