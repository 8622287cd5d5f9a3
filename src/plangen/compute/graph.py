"""The graph: one set of addresses over all plans and years, computed in order, with every problem as a finding."""

from collections.abc import Iterable, Iterator, Mapping

from plangen.compute import codes
from plangen.compute.figures import Figures
from plangen.compute.joint import JOINT, Memory
from plangen.compute.rule import Rule
from plangen.compute.verbs import VERBS
from plangen.findings import Finding
from plangen.values import Figure, Key, Quantity, Refused

ALIKE = ("sum", "difference", "mean", "weighted", "last", "max", "min")
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
    run = _Run(waiting, figures, findings)
    for key in waiting:
        if key not in figures:
            run.resolve(key)
    return Figures(figures), findings


class _Run:
    """The computing of rules that wait: `figures` and `findings` grow."""

    def __init__(self, rules: Mapping[Key, Rule], figures: dict[Key, Figure], findings: list[Finding]) -> None:
        self.rules, self.figures, self.findings = rules, figures, findings
        self.known: dict[int, list[Quantity]] = {}
        """Inputs that are known in full, by the identity of the rule's tuple: the cells of a table share one."""
        self.memory = Memory()
        self.circular = False

    def resolve(self, start: Key) -> None:
        """Compute one rule and, before it, whatever it needs: depth first, without recursion."""
        if self._is_ready(start):
            return
        path = {start: self._inputs(start)}
        while path:
            key, pending = next(reversed(path.items()))
            needed = next((used for used in pending if used not in self.figures and used in self.rules), None)
            if needed is None:
                known = self._quantities(self.rules[key])
                self.figures[key] = _evaluate(self.rules[key], known, self.memory, self.findings)
                del path[key]
            elif needed in path:
                keys = list(path)
                self.findings.append(_cycle(keys[keys.index(needed) :], self.rules))
                self.figures[needed] = _unset(self.rules[needed], None, "")
                self.circular = True
            else:
                path[needed] = self._inputs(needed)

    def _is_ready(self, key: Key) -> bool:
        """Compute a rule whose inputs are all there already, as most are; False where it has to wait."""
        rule = self.rules[key]
        known = self._quantities(rule)
        if len(known) == len(rule.inputs):
            self.figures[key] = _evaluate(rule, known, self.memory, self.findings)
            return True
        return False

    def _inputs(self, key: Key) -> Iterator[Key]:
        inputs = self.rules[key].inputs
        return iter(() if id(inputs) in self.known else inputs)

    def _quantities(self, rule: Rule) -> list[Quantity]:
        """The inputs that are there. Once a circle was cut, a figure may change: then nothing is kept."""
        known = self.known.get(id(rule.inputs))
        if known is None:
            known = [figure.quantity for figure in map(self.figures.get, rule.inputs) if figure is not None]
            if len(known) == len(rule.inputs) and not self.circular:
                self.known[id(rule.inputs)] = known
        return known


def _evaluate(rule: Rule, known: list[Quantity], memory: Memory, findings: list[Finding]) -> Figure:
    if len(known) < len(rule.inputs):
        return _unset(rule, known[0] if known and rule.verb in ALIKE else None, rule.note)
    try:
        quantity = memory.part(rule, known) if rule.verb in JOINT else VERBS[rule.verb](known, rule.settings)
    except Refused as error:
        own = rule.key.address
        findings.append(Finding(error.code, rule.place(error.offset), error.args_, rule.key.year, own, (own,)))
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
