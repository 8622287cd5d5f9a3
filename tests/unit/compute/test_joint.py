"""Parts of one whole are computed together: ten thousand of them cost ten thousand steps, not a hundred million."""

from decimal import Decimal

import pytest

from plangen.compute import Rule, compute, joint
from plangen.compute.allocation import Weights, allocate
from plangen.values import YUAN, Address, Figure, Key, Quantity, Span

LINE = Span.whole("plan.yml")


def key(name: str) -> Key:
    """The key of an item's target."""
    return Key(2026, Address("demo", "objectives", (name,), "target"))


WHOLE = Figure(key("whole"), Quantity.exact(1_000_000, YUAN), "typed", (), LINE)


def parts(count: int, inputs: tuple[Key, ...], weights: Weights, step: Decimal) -> list[Rule]:
    """Rules that share inputs, weights and step."""
    settings = {"weights": weights, "step": step}
    return [Rule(key(f"p{n}"), "allocation", inputs, LINE, {"index": n, **settings}) for n in range(count)]


def test_a_set_is_computed_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """However many parts it has; each part is its own."""
    calls: list[Weights] = []

    def counted(whole: Quantity, weights: Weights, step: Decimal) -> tuple[Quantity, ...]:
        calls.append(weights)
        return allocate(whole, weights, step)

    monkeypatch.setattr(joint, "allocate", counted)
    weights = tuple(Decimal(n % 7 + 1) for n in range(10_000))
    rules = parts(10_000, (WHOLE.key,), weights, Decimal(1))
    figures, findings = compute([WHOLE], rules)
    assert findings == []
    assert len(calls) == 1
    found = [figures[rule.key].quantity.value for rule in rules]
    assert sum(found) == 1_000_000
    assert found == [part.value for part in allocate(WHOLE.quantity, weights, Decimal(1))]


def test_sets_with_the_same_inputs_are_kept_apart() -> None:
    """One whole in halves and in thirds, from one tuple of inputs."""
    inputs, step = (WHOLE.key,), Decimal(1)
    halves = parts(2, inputs, (Decimal(1),) * 2, step)
    thirds = [
        Rule(key(f"t{n}"), "allocation", inputs, LINE, {"index": n, "weights": (Decimal(1),) * 3, "step": step})
        for n in range(3)
    ]
    figures, _ = compute([WHOLE], [*halves, *thirds])
    assert [figures[rule.key].quantity.value for rule in halves] == [500_000, 500_000]
    assert [figures[rule.key].quantity.value for rule in thirds] == [333_334, 333_333, 333_333]


def test_inputs_that_are_computed_later_are_waited_for() -> None:
    """The whole is a sum that comes behind its parts in the list."""
    inputs, step = (key("sum"),), Decimal(1)
    total = Rule(key("sum"), "sum", (WHOLE.key, WHOLE.key), LINE)
    figures, findings = compute([WHOLE], [*parts(2, inputs, (Decimal(1),) * 2, step), total])
    assert findings == []
    assert figures[key("p1")].quantity.value == 1_000_000


def test_a_part_in_a_circle_does_not_spoil_the_others() -> None:
    """The sum counts its own first part: that one is cut off as unset; the second is half of what the sum is then."""
    inputs, step = (key("sum"),), Decimal(1)
    first, second = parts(2, inputs, (Decimal(1),) * 2, step)
    total = Rule(key("sum"), "sum", (first.key, WHOLE.key), LINE)
    figures, findings = compute([WHOLE], [total, first, second])
    assert [finding.code for finding in findings] == ["PG307"]
    assert figures[first.key].quantity.unset
    assert figures[second.key].quantity.value == 500_000
