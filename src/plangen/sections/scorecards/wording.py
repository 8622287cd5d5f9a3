"""How a criterion is scored, and what happened to it, in words with numbers."""

from plangen.compute import PlanScope
from plangen.sections.numbers import shown
from plangen.sections.scorecards.model import Card, Criterion, Example
from plangen.sections.scorecards.tree import Whole, charged, weighted
from plangen.views import Inline, Line, Link, Num, Words, phrase

PERIODS = {"month": ("每月", "every month"), "quarter": ("每季", "every quarter"), "year": ("每年", "every year")}
AWARDS = {"all-or-nothing": ("做不到不得分", "all or nothing"), "judged": ("由考核人评定", "judged")}
ROUNDS = {"up": ("不足一次按一次", "a part counts as one"), "down": ("不足一次不计", "a part does not count")}


def periods(card: Card, scope: PlanScope) -> str:
    """How often there is a score; empty where nothing says so."""
    return scope.word(*PERIODS[card.period]) if card.period else ""


def link(reference: str, kind: str, scope: PlanScope) -> Inline:
    """A link to what a reference means; ✕ where nothing is there."""
    address = scope.resolve(reference, kind)
    return Link(scope.name_of(address), address) if address else Words(f"✕ {reference}", "bad")


def rule_of(criterion: Criterion, parent: Whole, scope: PlanScope) -> Line:
    """Everything that decides how many points there are."""
    word = scope.word
    parts: list[Line] = [(criterion.text,)] if criterion.text else []
    if criterion.deduct is not None:
        parts.append(_deduction(criterion, scope))
    if charged(parent, criterion):
        parts.append((word("发生一次扣完", "lost with one event"),))
    if criterion.cap is not None:
        cap = shown(scope, criterion.address("cap"), with_unit=True)
        parts.append(phrase(word("最多扣 {n}", "at most {n}"), n=cap))
    if criterion.repeat is not None:
        factor = shown(scope, criterion.address("repeat"))
        parts.append(phrase(word("连续发生扣 {n} 倍", "{n} times for repeats"), n=factor))
    if criterion.award is not None:
        parts.append((word(*AWARDS[criterion.award]),))
    if criterion.measure is not None:
        parts.append((word("按 ", "by "), link(criterion.measure, "", scope)))
    if criterion.card is not None:
        parts.append((word("按 ", "by "), link(criterion.card, "scorecards", scope), word(" 的得分率", ", its share")))
    if not parts and criterion.criteria:
        below = (
            ("各项按权重合计", "its criteria by weight")
            if weighted(criterion)
            else ("各项相加", "its criteria together")
        )
        parts.append((Words(word(*below), "muted"),))
    return tuple(one for line in parts for one in (word("；", "; "), *line))[1:] or (Num(None),)


def _deduction(criterion: Criterion, scope: PlanScope) -> Line:
    """扣 4 分/天（不足一次按一次），25 天扣完."""
    word = scope.word
    rate = shown(scope, criterion.address("deduct"), with_unit=True)
    line = phrase(word("扣 {n}", "less {n}"), n=rate)
    if criterion.round is not None:
        rounds = word(*ROUNDS[criterion.round])
        line = (*line, word("（{rounds}）", " ({rounds})", rounds=rounds))
    end = scope.quantity(criterion.address("exhausted"))
    if end is not None and end.is_exact and not criterion.cap:
        number = shown(scope, criterion.address("exhausted"), with_unit=True)
        line = (*line, *phrase(word("，{n}扣完", ", gone after {n}"), n=number))
    return line


def happened(worked: Example, criterion: Criterion, scope: PlanScope) -> Line:
    """What an example says of a criterion."""
    result = worked.results.get(criterion.id)
    if result is None:
        return (Num(None),)
    parts: list[Line] = []
    if result.score is not None:
        parts.append(
            phrase(scope.word("评 {n}", "scored {n}"), n=shown(scope, result.address("score"), with_unit=True))
        )
    if result.events is not None:
        parts.append((shown(scope, result.address("events"), with_unit=True),))
    if result.repeated is not None:
        again = shown(scope, result.address("repeated"), with_unit=True)
        parts.append(phrase(scope.word("连续 {n}", "repeated {n}"), n=again))
    parts += [(result.note,)] if result.note else []
    return tuple(one for line in parts for one in (scope.word("；", "; "), *line))[1:] or (Num(None),)
