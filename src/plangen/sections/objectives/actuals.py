"""Rules of actuals: sums over members, quarters and the year to date; attainment, variance, pace and landing."""

from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal

from plangen.compute import Rule
from plangen.sections.objectives import lags
from plangen.sections.objectives.results import Results, last_day
from plangen.sections.objectives.split import Note, Split
from plangen.values import MONTH, Key, Period, Quantity, Span, say, told
from plangen.values.record import record

ROLLED_UP: Note = ("下级计划实际数合计", "sum of the child plans' actuals")
PARTS: Note = ("各部分实际数合计", "sum of the parts' actuals")
MONTHS: Note = ("各月实际数合计", "sum of the months' actuals")
LATEST: Note = ("最近一个月的数", "the latest month's")
CUMULATIVE: Note = ("累计实际", "cumulative actual")
SAME_MONTHS: Note = ("已报月份的目标合计", "targets of the months that are reported")
REACHED: Note = ("实际 ÷ 目标，取到 0.01%", "actual ÷ target, to 0.01%")
OVER: Note = ("实际 − 目标（越高越好）", "actual − target (higher is better)")
UNDER: Note = ("目标 − 实际（越低越好）", "target − actual (lower is better)")
OF_TARGET: Note = ("差异 ÷ 目标，取到 0.01%", "variance ÷ target, to 0.01%")
PER_MONTH: Note = ("÷ 月数，取到 0.01", "÷ months, to 0.01")
AT_PACE: Note = ("已报月份的月均 × 余下月数", "average of the reported months × months left")
LANDING: Note = ("估计：累计实际 + 按月均走完余下月份", "estimate: to date + the months left at the average pace")
SEASONAL: Note = ("估计：目标 × 累计达成率，按节奏走完", "estimate: target × attainment to date, along the phasing")
LANDINGS: Note = ("估计：各部分落点之和", "estimate: the parts' landings together")
CATCH_UP: Note = ("到该月应累计 − 累计实际", "cumulative target of that month − actual to date")
STILL: Note = ("目标 − 累计实际", "target − actual to date")
A_MONTH: Note = ("还差的 ÷ 余下月数，取到 0.01", "what is still missing ÷ months left, to 0.01")
AT_LEAST: Note = ("至少要做到的数", "the least that has to be reached")
AT_MOST: Note = ("最多可以到的数", "the most that is allowed")
NOTHING_YET: Note = ("还没有报满的月份", "no month is reported in full yet")
NONE: Note = ("目标是零或没有写全，没有比率", "none: the target is zero or lacks parts")
CENT = Decimal("0.01")


@record
class _Part:
    """A part whose actuals are computed: a member with its axis, or the whole (two empty texts)."""

    results: Results
    axis: str
    member: str

    @property
    def split(self) -> Split:
        """The objective."""
        return self.results.split

    @property
    def span(self) -> Span:
        """The line that asks for the figures: the objective's or the cell's target, or the objective itself."""
        cell = self.split.cells(self.axis).get(self.member) if self.member else None
        return (cell or self.split.objective).span("target")

    @property
    def target(self) -> Quantity:
        """The target as written; not set where it is computed."""
        cell = self.split.cells(self.axis).get(self.member)
        written = cell.target if cell else None if self.member else self.split.objective.target
        return written or Quantity.unset_()

    def key(self, measure: str = "target", *, period: Period | None = None) -> Key:
        """The key of a planned figure or of one that compares."""
        return self.split.key(measure, *filter(None, [self.member]), period=period)

    def actual(self, measure: str = "target", *, period: Period | None = None) -> Key:
        """The key of an actual figure."""
        return self.results.key(measure, self.member, period=period)

    def planned(self, period: Period) -> Key:
        """The target of a period: that of the whole where there is no other."""
        return self.key(period=None if period == self.split.period and period.length > 1 else period)

    def rule(self, key: Key, verb: str, inputs: tuple[Key, ...], note: Note, **settings: object) -> Rule:
        """A rule of this part."""
        return self.split.rule(key, verb, inputs, self.span, note, **settings)


def rules(split: Split) -> Iterator[Rule]:
    """Everything that follows from the actuals of one objective; nothing where there are none."""
    results = Results(split)
    yield from lags.rules(split)
    for axis, member in results.parts() if results.any else ():
        part = _Part(results, axis, member)
        yield from _months(part)
        yield from _quarters(part)
        yield from _whole(part)
        yield from _to_date(part)
        yield from _judged(part)
        yield from _ahead(part)


def _months(part: _Part) -> Iterator[Rule]:
    """The months of a part that is not reported itself: the sum of its parts, missing ones counted."""
    for month in part.split.period.months:
        if (part.member, month) not in part.results.rows:
            yield from _summed(part, month)


def _summed(part: _Part, period: Period | None) -> Iterator[Rule]:
    keys, missing = part.results.parts_of(part.axis, part.member, period)
    if keys:
        note = ROLLED_UP if part.results.below else PARTS
        yield part.rule(part.actual(period=period), "sum", tuple(keys), note, missing=missing)


def _reported(part: _Part, period: Period) -> tuple[tuple[Key, ...], int]:
    """The actual months of a period, or quarters that are reported as such; and how many months there are not yet."""
    found = [each for quarter in period.quarters for each in part.results.made_of(part.axis, part.member, quarter)]
    return tuple(part.actual(period=each) for each in found), period.length - sum(each.length for each in found)


def _quarters(part: _Part) -> Iterator[Rule]:
    for quarter in part.split.period.quarters if part.split.adds_over_time else ():
        if quarter.length == 1 or quarter == part.split.period or (part.member, quarter) in part.results.rows:
            continue
        made_of = part.results.made_of(part.axis, part.member, quarter)
        if made_of == [quarter]:
            yield from _summed(part, quarter)
        elif made_of:
            keys, missing = _reported(part, quarter)
            yield part.rule(part.actual(period=quarter), "sum", keys, MONTHS, missing=missing)


def _whole(part: _Part) -> Iterator[Rule]:
    """The actual of the whole period: reported, or the sum of the months so far; of a share the latest month's."""
    if (part.member, None) in part.results.rows:
        return
    keys, missing = _reported(part, part.split.period)
    if (part.member, part.split.period) in part.results.rows and part.split.period.length > 1:
        yield part.rule(part.actual(), "sum", (part.actual(period=part.split.period),), MONTHS)
    elif keys and part.split.adds_over_time:
        yield part.rule(part.actual(), "sum", keys, MONTHS, missing=missing)
    elif keys:
        yield part.rule(part.actual(), "sum", keys[-1:], LATEST)
    else:
        yield from _summed(part, None)


def _to_date(part: _Part) -> Iterator[Rule]:
    """Target and actual of the months that are in: the same months on both sides."""
    pieces = part.results.pieces_in(part.axis, part.member)
    if pieces and not part.split.adds_over_time:
        yield from _latest(part, pieces[-1])
    elif pieces:
        if part.results.monthly:
            targets = tuple(part.planned(piece) for piece in pieces)
            yield part.rule(part.key("ytd"), "sum", targets, SAME_MONTHS)
        actuals = tuple(part.actual(period=piece) for piece in pieces)
        yield part.rule(part.actual("ytd"), "sum", actuals, MONTHS)
        yield from _cumulative(part)


def _latest(part: _Part, month: Period) -> Iterator[Rule]:
    """Target and actual to date of what does not add up over months: those of the latest month that is in."""
    if part.results.monthly:
        yield part.rule(part.key("ytd"), "sum", (part.planned(month),), LATEST)
        yield part.rule(part.actual("ytd"), "sum", (part.actual(period=month),), LATEST)


def _cumulative(part: _Part) -> Iterator[Rule]:
    """The actual adding up month by month beside the cumulative target, up to the first month that is not in."""
    before: tuple[Key, ...] = ()
    for month in part.results.months_in_a_row() if not part.member and part.results.monthly else ():
        key = part.actual("cumulative", period=month)
        yield part.rule(key, "sum", (*before, part.actual(period=month)), CUMULATIVE)
        before = (key,)


def _judged(part: _Part) -> Iterator[Rule]:
    """Attainment and variance of every month and quarter that is in, and to date."""
    results, pieces = part.results, part.results.pieces_in(part.axis, part.member)
    if results.monthly and pieces:
        whole, months = part.split.period, {month for piece in pieces for month in piece.months}
        quarters = [q for q in whole.quarters if 1 < q.length < whole.length and set(q.months) <= months]
        for period in dict.fromkeys((*pieces, *quarters) if part.split.adds_over_time else pieces):
            yield from _compared(part, part.actual(period=period), part.planned(period), period)
        yield from _compared(part, part.actual("ytd"), part.key("ytd"), None)
        if part.split.adds_over_time:
            yield part.rule(part.key("progress"), "share", (part.actual("ytd"), part.key()), REACHED, asked=False)
    elif results.has(part.axis, part.member, None):
        over = results.is_closed(part.member) or sum(piece.length for piece in pieces) == part.split.period.length
        yield from _whole_judged(part, over=over)


def _whole_judged(part: _Part, *, over: bool) -> Iterator[Rule]:
    """A target without months: judged once its period is over, a share at any time; before that how far it is."""
    bound, target = _bound(part), part.key()
    if bound is not None:
        target, note = part.key("bound"), AT_LEAST if part.target.low is not None else AT_MOST
        yield part.rule(target, "constant", (), note, quantity=bound)
    if over or not part.split.adds_over_time:
        yield from _compared(part, part.actual(), target, None)
    else:
        yield part.rule(part.key("progress"), "share", (part.actual(), target), REACHED, asked=False)


def _bound(part: _Part) -> Quantity | None:
    """The one end of a target such as ≥13家, which is what has to be reached."""
    target = part.target
    if not target.is_bound:
        return None
    return replace(
        target, low=target.high if target.low is None else target.low, high=target.high or target.low, strict=False
    )


def _compared(part: _Part, actual: Key, target: Key, period: Period | None) -> Iterator[Rule]:
    none = part.split.scope.word(*NONE)
    attainment, variance = part.key("attainment", period=period), part.key("variance", period=period)
    yield part.rule(attainment, "share", (actual, target), REACHED, asked=False, unset_note=none)
    inputs, note = ((target, actual), UNDER) if part.split.objective.better == "lower" else ((actual, target), OVER)
    yield part.rule(variance, "difference", inputs, note)
    share = part.key("variance-share", period=period)
    yield part.rule(share, "share", (variance, target), OF_TARGET, asked=False, unset_note=none)


def _ahead(part: _Part) -> Iterator[Rule]:
    """The pace so far, and where it leads; what the next month needs to be back on the cumulative line."""
    pieces = part.results.pieces_in(part.axis, part.member) if part.split.adds_over_time else []
    count = sum(piece.length for piece in pieces)
    if part.split.adds_over_time:
        note = _labelled(pieces) if pieces else NOTHING_YET
        yield part.rule(part.key("elapsed"), "constant", (), note, quantity=_count(count))
    if not pieces:
        return
    yield part.rule(part.actual("monthly"), "quotient", (part.actual("ytd"), part.key("elapsed")), PER_MONTH, step=CENT)
    left = part.split.period.length - count
    if left:
        yield part.rule(part.key("remaining"), "constant", (), _left(left), quantity=_count(left))
        yield from _needed(part)
    yield from _landing(part, left)
    yield from _catch_up(part, pieces)


def _needed(part: _Part) -> Iterator[Rule]:
    """What every month that is left has to bring, so that the whole is reached; nothing once the period is over."""
    if part.results.monthly and last_day(part.split.scope.year, part.split.period) >= part.results.today:
        yield part.rule(part.key("rest"), "difference", (part.key(), part.actual("ytd")), STILL)
        yield part.rule(part.key("needed"), "quotient", (part.key("rest"), part.key("remaining")), A_MONTH, step=CENT)


def _landing(part: _Part, left: int) -> Iterator[Rule]:
    """Where the year ends if it goes on like this: the parts' landings together, else the pace over what is left."""
    phased = part.results.monthly and bool(part.split.objective.phasing)
    parts = part.results.landing_parts(part.axis, part.member)
    if parts:
        for measure in ("landing", "landing-phased") if phased else ("landing",):
            keys = tuple(key._replace(address=key.address.with_measure(measure)) for key in parts)
            yield part.rule(part.key(measure), "sum", keys, LANDINGS)
        return
    outlook: tuple[Key, ...] = ()
    if left:
        outlook = (part.key("outlook"),)
        yield part.rule(*outlook, "product", (part.actual("monthly"), part.key("remaining")), AT_PACE)
    yield part.rule(part.key("landing"), "sum", (part.actual("ytd"), *outlook), LANDING)
    if phased:
        yield part.rule(part.key("landing-phased"), "product", (part.key(), part.key("attainment")), SEASONAL)


def _left(months: int) -> Note:
    return told("余下 {left} 个月", "{left} months left", left=months)


def _labelled(months: list[Period]) -> Note:
    def named(language: str) -> str:
        return say(("、", ", "), language).join(month.label(language) for month in months)

    return told("已报：{months}", "reported: {months}", months=named)


def _count(months: int) -> Quantity:
    return Quantity.exact(months, MONTH)


def _catch_up(part: _Part, months: list[Period]) -> Iterator[Rule]:
    """Carry-over: what the first open month needs, where all months before it are in. Only the whole has a line."""
    whole = part.split.period.months
    if part.member or not part.results.monthly or months != part.results.months_in_a_row() or len(months) == len(whole):
        return
    coming = whole[len(months)]
    inputs = (part.key("cumulative", period=coming), part.actual("ytd"))
    yield part.rule(part.key("catch-up", period=coming), "difference", inputs, CATCH_UP)
