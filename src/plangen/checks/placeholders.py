"""Placeholders: `XX`, `20xx` and `___` in texts, left from a form that was never filled in."""

from collections.abc import Iterator
from re import compile as pattern

from plangen.compute import PlanScope
from plangen.findings import Finding, Level, check
from plangen.model import Entry, RefField, marked_fields

_MARK = "A-Za-z0-9×✕○〇"
PLACEHOLDER = pattern(
    rf"(?<![{_MARK}])(?:20)?(?:XX|xx|[×✕]{{2}}|[○〇]{{2}})[Xx×✕○〇]{{0,2}}(?![{_MARK}])|_{{3,}}|＿{{2,}}"
)
"""What stands for a word or a number that was to be filled in: `XX公司`, `20XX 年`, `“××”团队`, `____米`."""
LETTERS = frozenset("Xx×✕○〇_＿")


@check(
    "PG243",
    Level.WARNING,
    takes="plan",
    zh="文字里还有占位“{placeholder}”：{text}",
    en="the text still has the placeholder “{placeholder}”: {text}",
    fix_zh="填上实际内容；整项没定就写 待定",
    fix_en="fill it in; where all of it is open, write TBD",
)
def texts_have_no_placeholders(scope: PlanScope) -> Iterator[Finding]:
    """A name or a text of a plan does not hold `XX`, `20xx`, `××`, `○○` or `___`.

    A number written so (`XX万元`, `__万元`) is a value that is not set, and counted as one.

    Why: a form's placeholder looks like text and is published like text.
    Bad:
        # duties.yml
        rep:
          visits: {text: 拜访 XX 公司的客户, frequency: 每天}
        # org.yml
        roles: {rep: {name: 业务员, headcount: 1人}}
    Good:
        # duties.yml
        rep:
          visits: {text: 拜访印刷公司的客户, frequency: 每天}
        # org.yml
        roles: {rep: {name: 业务员, headcount: 1人}}
    """
    entries = (entry for section in scope.plan.sections.values() for entry in section.walk())
    for entry in (scope.plan.head, *entries):
        for name, text in _texts(entry):
            found = PLACEHOLDER.search(text)
            if found is not None:
                args = {"placeholder": found[0], "text": text if len(text) <= 40 else f"{text[:40]}…"}
                yield Finding("PG243", entry.span(name), args, scope.year, entry.address())


def _texts(entry: Entry) -> Iterator[tuple[str, str]]:
    """The fields of an entry with a text in which a placeholder may stand; ids and references are none."""
    texts = [
        (name, value) for name, value in vars(entry).items() if isinstance(value, str) and not LETTERS.isdisjoint(value)
    ]
    if texts:
        references = {name for name, _ in marked_fields(type(entry), RefField)}
        yield from (pair for pair in texts if pair[0] not in references and pair[0] in type(entry).model_fields)
