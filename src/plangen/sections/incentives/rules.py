"""Rules of incentives: thresholds in figures, pay at the steps of a ladder, pay for sample results."""

from collections.abc import Iterator
from itertools import pairwise

from plangen.compute import PlanScope, Rule
from plangen.sections.incentives.model import Condition, Incentive, Incentives, Rung, Sample
from plangen.values import SHARE, YUAN, Address, Key, Quantity, Unit

ITEMS = Unit(("条",))


def rules(section: Incentives, scope: PlanScope) -> Iterator[Rule]:
    """Every incentive, then how many there are."""
    for incentive in section.items.values():
        for condition in incentive.conditions.values():
            yield from _level(condition, scope)
        yield from _planned(incentive, scope)
        yield from _steps(incentive, scope)
        for sample in incentive.samples.values():
            yield from _pay(incentive, sample, scope)
    number = Quantity.exact(len(section.items), ITEMS)
    yield Rule(scope.key(total(scope)), "constant", (), section.span(), {"quantity": number})


def total(scope: PlanScope) -> Address:
    """The address of the number of incentives: `incentives/total.incentives`."""
    return Address(scope.plan.path, "incentives", ("total",), "incentives")


def _level(condition: Condition, scope: PlanScope) -> Iterator[Rule]:
    """A threshold that is a share, as a share of its figure; over the months of its period where it has one."""
    measure = scope.resolve(condition.measure) if condition.measure else None
    if measure is None or condition.threshold is None or condition.threshold.unit != SHARE:
        return
    base, span = scope.key(measure), condition.span("threshold")
    if condition.period is not None:
        months = tuple(scope.key(measure.at(month)) for month in condition.period.months)
        base = scope.key(condition.address("window"))
        yield Rule(base, "sum", months, condition.span("period"))
    inputs = (base, scope.key(condition.address("threshold")))
    yield Rule(scope.key(condition.address("level")), "product", inputs, span)


def _planned(incentive: Incentive, scope: PlanScope) -> Iterator[Rule]:
    """What a rate gives on the figure that it is paid on."""
    base = scope.resolve(incentive.base) if incentive.base and incentive.rate is not None else None
    if base is not None:
        inputs = (scope.key(incentive.address("rate")), scope.key(base))
        settings = {"units": (YUAN,)}
        yield Rule(scope.key(incentive.address("pay")), "product", inputs, incentive.span("rate"), settings)


def _steps(incentive: Incentive, scope: PlanScope) -> Iterator[Rule]:
    """What is paid at the beginning of each step, just below it, and by how much the pay jumps there."""
    steps = incentive.steps()
    for place, rung in enumerate(steps):
        span, at = rung.key_span(), scope.key(rung.address("at"))
        below = steps[place - 1] if place else None
        if incentive.counts == "part":
            if below is not None:
                yield from _slice(incentive, below, rung, scope)
            inputs = tuple(scope.key(each.address("slice")) for each in steps[:place])
            yield from _paid(rung, at, inputs, scope)
        else:
            variable = scope.key(rung.address("variable"))
            yield from _rated(incentive, rung, variable, scope.key(rung.address("at_least")), scope)
            yield from _paid(rung, at, (variable,) if rung.rate is not None else (), scope)
        if below is not None:
            yield from _before(incentive, below, rung, scope)
            before = scope.key(rung.address("before"))
            yield Rule(scope.key(rung.address("jump")), "difference", (at, before), span, {"both": True})


def _rated(incentive: Incentive, entry: Incentive | Rung, key: Key, result: Key, scope: PlanScope) -> Iterator[Rule]:
    """The rate of a step, or of all, times a result, which has to be money; times the base where steps are shares."""
    if entry.rate is None:
        return
    inputs, span = [scope.key(entry.address("rate")), result], entry.span("rate")
    steps = incentive.steps()
    if steps and steps[0].at_least.unit == SHARE:
        base = scope.resolve(incentive.base) if incentive.base else None
        if base is None:
            note = scope.word("按达成率分档，没有写 base", "steps of attainment without a base")
            yield Rule(key, "constant", (), span, {"quantity": Quantity.unset_(YUAN)}, note)
            return
        inputs.append(scope.key(base))
    yield Rule(key, "product", tuple(inputs), span, {"units": (YUAN,)})


def _slice(incentive: Incentive, rung: Rung, above: Rung, scope: PlanScope) -> Iterator[Rule]:
    """What a step pays where it is filled, for its own part."""
    if rung.rate is None:
        note = scope.word("这一档不按比例", "no rate in this step")
        nothing = {"quantity": Quantity.exact(0, YUAN)}
        yield Rule(scope.key(rung.address("slice")), "constant", (), rung.key_span(), nothing, note)
        return
    width = scope.key(rung.address("width"))
    ends = (scope.key(above.address("at_least")), scope.key(rung.address("at_least")))
    yield Rule(width, "difference", ends, rung.key_span())
    yield from _rated(incentive, rung, scope.key(rung.address("slice")), width, scope)


def _paid(rung: Rung, key: Key, parts: tuple[Key, ...], scope: PlanScope) -> Iterator[Rule]:
    """The parts and the fixed amount of a step together; nothing where there are none."""
    inputs = (*parts, scope.key(rung.address("amount"))) if rung.amount is not None else parts
    if inputs:
        yield Rule(key, "sum", inputs, rung.key_span())
    else:
        settings = {"quantity": Quantity.exact(0, YUAN)}
        yield Rule(key, "constant", (), rung.key_span(), settings, scope.word("不付", "nothing is paid"))


def _before(incentive: Incentive, below: Rung, rung: Rung, scope: PlanScope) -> Iterator[Rule]:
    """What the step below pays for a result that only just misses this one."""
    key = scope.key(rung.address("before"))
    if incentive.counts == "part":
        fixed = (scope.key(below.address("amount")),) if below.amount is not None else ()
        lower = (scope.key(each.address("slice")) for each in _up_to(incentive, below))
        yield Rule(key, "sum", (*lower, *fixed), rung.key_span())
        return
    missed = scope.key(rung.address("missed"))
    yield from _rated(incentive, below, missed, scope.key(rung.address("at_least")), scope)
    yield from _paid(below, key, (missed,) if below.rate is not None else (), scope)


def _up_to(incentive: Incentive, last: Rung) -> list[Rung]:
    steps = incentive.steps()
    return steps[: steps.index(last) + 1]


def step_of(incentive: Incentive, result: Quantity) -> Rung | None:
    """The step that a result belongs to; None below the first one, in a gap, and where that is not certain."""
    steps = [rung for rung in incentive.steps() if rung.at_least.unit == result.unit]
    if not result.is_exact:
        return None
    reached = [rung for rung in steps if rung.at_least.value <= result.value]
    last = reached[-1] if reached else None
    ends = last is not None and last.below is not None and last.below.is_exact and last.below.value <= result.value
    return None if ends else last


def below_all(incentive: Incentive, result: Quantity) -> bool:
    """Whether a result certainly reaches no step."""
    steps = incentive.steps()
    same = bool(steps) and steps[0].at_least.unit == result.unit
    return same and not result.unset and result.high is not None and result.high < steps[0].at_least.value


def _pay(incentive: Incentive, sample: Sample, scope: PlanScope) -> Iterator[Rule]:
    """What is paid for a sample result."""
    key, span, result = scope.key(sample.address("pay")), sample.span("result"), scope.key(sample.address("result"))
    rung = step_of(incentive, sample.result) if incentive.ladder else None
    variable = scope.key(sample.address("variable"))
    if rung is not None:
        yield from _on_ladder(incentive, rung, sample, scope)
    elif incentive.ladder:
        nothing = below_all(incentive, sample.result)
        quantity = Quantity.exact(0, YUAN) if nothing else Quantity.unset_(YUAN)
        note = scope.word("没有到第一档", "below the first step") if nothing else scope.word("没有对应的档", "no step")
        yield Rule(key, "constant", (), span, {"quantity": quantity}, note)
    elif incentive.rate is not None:
        yield from _rated(incentive, incentive, variable, result, scope)
        fixed = (scope.key(incentive.address("amount")),) if incentive.amount is not None else ()
        yield Rule(key, "sum", (variable, *fixed), span)
    elif incentive.amount is not None:
        yield Rule(key, "sum", (scope.key(incentive.address("amount")),), span)


def _on_ladder(incentive: Incentive, rung: Rung, sample: Sample, scope: PlanScope) -> Iterator[Rule]:
    """The pay of a result in a step: by its rate for everything, or for what is above the step and by those below."""
    result, span = scope.key(sample.address("result")), sample.span("result")
    variable, counted = scope.key(sample.address("variable")), result
    parts: tuple[Key, ...] = ()
    if incentive.counts == "part":
        counted = scope.key(sample.address("over"))
        yield Rule(counted, "difference", (result, scope.key(rung.address("at_least"))), span)
        parts = tuple(scope.key(each.address("slice")) for each in _up_to(incentive, rung)[:-1])
    yield from _rated(incentive, rung, variable, counted, scope)
    if rung.rate is not None:
        parts = (*parts, variable)
    yield from _paid(rung, scope.key(sample.address("pay")), parts, scope)


def neighbours(incentive: Incentive) -> Iterator[tuple[Rung, Rung]]:
    """Each step with the one above it."""
    return pairwise(incentive.steps())
