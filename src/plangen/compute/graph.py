"""The graph: one set of addresses over all plans and years, computed in order, with every problem as a finding."""

from collections.abc import Iterable, Iterator, Mapping

from plangen.compute import codes
from plangen.compute.figures import Figures
from plangen.compute.joint import JOINT, Memory
from plangen.compute.rule import Rule
from plangen.compute.verbs import VERBS
from plangen.findings import Finding
from plangen.values import Figure, Key, Quantity, Refused

ALIKE = ("sum", "difference")
"""Verbs whose result has the unit of each input, so that it is known even where some input is missing."""


def compute(typed: Iterable[Figure], rules: Iterable[Rule]) -> tuple[Figures, list[Finding]]:
    """Compute every rule.

    A rule whose input does not exist gives an unset figure; one whose verb refuses gives an unset figure and a finding.
    Two sources of one key are a finding (the first one counts), and so is a cycle, with its whole path.
    """
    findings: list[Finding] = []
    figures: dict[Key, Figure] = {}
    for figure in typed:
        if figure.key in figures:
            findings.append(_twice(figure, figures[figure.key]))
        figures.setdefault(figure.key, figure)
    waiting: dict[Key, Rule] = {}
    for rule in rules:
        other = figures.get(rule.key) or waiting.get(rule.key)
        if other is not None:
            findings.append(_twice(rule, other))
        else:
            waiting[rule.key] = rule
    memory = Memory()
    for key in waiting:
        if key not in figures:
            _resolve(key, waiting, figures, findings, memory)
    return Figures(figures), findings


def _resolve(
    start: Key, rules: Mapping[Key, Rule], figures: dict[Key, Figure], findings: list[Finding], memory: Memory
) -> None:
    """Compute one rule and, before it, whatever it needs: depth first, without recursion."""
    path = {start: _pending(rules[start], memory)}
    while path:
        key, pending = next(reversed(path.items()))
        needed = next((used for used in pending if used not in figures and used in rules), None)
        if needed is None:
            memory.ready.add(id(rules[key].inputs))
            figures[key] = _evaluate(rules[key], figures, findings, memory)
            del path[key]
        elif needed in path:
            keys = list(path)
            findings.append(_cycle(keys[keys.index(needed) :], rules))
            figures[needed] = _unset(rules[needed], None, "")
        else:
            path[needed] = _pending(rules[needed], memory)


def _pending(rule: Rule, memory: Memory) -> Iterator[Key]:
    """The inputs that have to be looked at: none where another rule with the same tuple of them was computed."""
    return iter(() if id(rule.inputs) in memory.ready else rule.inputs)


def _evaluate(rule: Rule, figures: Mapping[Key, Figure], findings: list[Finding], memory: Memory) -> Figure:
    kept = memory.get(rule) if rule.verb in JOINT else None
    if kept is not None:
        return Figure(rule.key, kept, rule.verb, rule.inputs, rule.span, rule.note, rule.settings)
    known = [figure.quantity for figure in map(figures.get, rule.inputs) if figure is not None]
    if len(known) < len(rule.inputs):
        return _unset(rule, known[0] if known and rule.verb in ALIKE else None, rule.note)
    try:
        joint = rule.verb in JOINT
        quantity = memory.compute(rule, known) if joint else VERBS[rule.verb](known, rule.settings)
    except Refused as error:
        args = {name: value if value != "" else "—" for name, value in error.args_.items()}  # a number without a unit
        own = rule.key.address
        findings.append(Finding(error.code, rule.place(error.offset), args, rule.key.year, own, (own,)))
        return _unset(rule, None, rule.note)
    except ArithmeticError:  # an exact result of more digits than there are
        findings.append(Finding("PG301", rule.span, {}, rule.key.year, rule.key.address))
        return _unset(rule, None, rule.note)
    none = quantity.unset and not any(each.unset for each in known)
    note = str(rule.settings.get("unset_note", rule.note)) if none else rule.note
    return Figure(rule.key, quantity, rule.verb, rule.inputs, rule.span, note, rule.settings)


def _unset(rule: Rule, like: Quantity | None, note: str) -> Figure:
    quantity = Quantity.unset_(like.unit) if like is not None else Quantity.unset_()
    return Figure(rule.key, quantity, rule.verb, rule.inputs, rule.span, note, rule.settings)


def _twice(second: Figure | Rule, first: Figure | Rule) -> Finding:
    where = first.source if isinstance(first, Figure) else first.span
    span = second.source if isinstance(second, Figure) else second.span
    related = ((where, str(first.key.address)),) if where else ()
    assert span is not None, "typed figures and rules always know their line"
    args = {"address": str(second.key.address), "first": str(where)}
    return Finding(codes.TWO_SOURCES, span, args, second.key.year, second.key.address, related=related)


def _cycle(cycle: list[Key], rules: Mapping[Key, Rule]) -> Finding:
    path = " → ".join(str(key.address) for key in [*cycle, cycle[0]])
    rule = rules[cycle[0]]
    related = tuple((rules[key].span, str(key.address)) for key in cycle)
    return Finding(codes.CYCLE, rule.span, {"path": path}, rule.key.year, rule.key.address, related=related)
