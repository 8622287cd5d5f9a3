"""Remarks as workflow commands of GitHub Actions, which shows them at the changed lines of a pull request.

GitHub keeps ten annotations of a level for a step and drops the rest without a word. So the ten most important are
written, the tenth says how many more there are, and those are listed in the log.
"""

from collections.abc import Iterable, Iterator, Sequence
from hashlib import sha256

from plangen.findings import Level
from plangen.render.remarks import ranked
from plangen.values import say
from plangen.views import Remark

KEPT = 10
"""How many annotations of a level GitHub keeps for a step."""
_COMMANDS = {Level.ERROR: "error", Level.WARNING: "warning", Level.INFO: "notice"}
_WORDS = {
    "error": ("个错误", "errors"),
    "warning": ("个警告", "warnings"),
    "notice": ("项提示", "notes"),
    "hint": ("改法：", "way out: "),
    "more": (
        "另有 {count} {what}没有标在行上（{rules}）：见这一步的日志，或运行 {command}",
        "and {count} more without an annotation ({what}: {rules}): see the log of this step, or run {command}",
    ),
    "accepted": ("另有 {count} 项已豁免，没有标出；运行 {command} 查看", "{count} waived, not shown; run {command}"),
    "group": ("没有标在行上的 {count} 条", "{count} without an annotation"),
}


def github_annotations(remarks: Sequence[Remark], language: str, command: str = "plangen check") -> str:
    """The workflow commands of remarks; `command` is what shows all of them. Accepted ones are only counted."""
    open_ones = ranked(remark for remark in remarks if not remark.accepted)
    accepted = len(remarks) - len(open_ones)
    lines, left = list[str](), list[Remark]()
    for level in Level:
        mine = [remark for remark in open_ones if remark.level is level]
        kept = KEPT - 1 if level is Level.INFO and accepted else KEPT
        folded = _folded(mine[kept:], language, command)
        shown = mine[:kept]
        lines += [_annotation(each, language, folded if each is shown[-1] else "") for each in shown]
        left += mine[kept:]
    if accepted:
        lines.append(f"::notice title=plangen::{_data(_word(language, 'accepted', count=accepted, command=command))}")
    return "".join(f"{line}\n" for line in (*lines, *_log(left, language)))


def _annotation(remark: Remark, language: str, folded: str) -> str:
    parts = [remark.text, _word(language, "hint") + remark.hint if remark.hint else "", folded]
    where = {"file": remark.span.file, "line": remark.span.line, "endLine": remark.last_line}
    if remark.last_line == remark.span.line:  # columns are refused with several lines
        where |= {"col": remark.span.column, "endColumn": max(remark.span.end_column - 1, remark.span.column)}
    named = ",".join(f"{name}={_property(str(value))}" for name, value in (*where.items(), ("title", remark.title)))
    return f"::{_COMMANDS[remark.level]} {named}::{_data(chr(10).join(filter(None, parts)))}"


def _folded(rest: Sequence[Remark], language: str, command: str) -> str:
    """What the last annotation of a level says of those that have no place; empty where all have one."""
    if not rest:
        return ""
    what = _word(language, _COMMANDS[rest[0].level])
    return _word(language, "more", count=len(rest), what=what, rules=_counted(rest), command=command)


def _counted(remarks: Iterable[Remark]) -> str:
    rules = [remark.rule for remark in remarks]
    return ", ".join(f"{rule} × {rules.count(rule)}" for rule in sorted(set(rules)))


def _log(remarks: Sequence[Remark], language: str) -> Iterator[str]:
    """Remarks as lines of the log, folded; nothing in them is taken for a command."""
    if not remarks:
        return
    lines = [f"{each.span}  {each.rule} {each.level.value}  {_one_line(each.text)}" for each in remarks]
    token = sha256("\n".join(lines).encode()).hexdigest()
    yield f"::group::{_data(_word(language, 'group', count=len(lines)))}"
    yield f"::stop-commands::{token}"
    yield from lines
    yield f"::{token}::"
    yield "::endgroup::"


def _word(language: str, key: str, **values: object) -> str:
    return say(_WORDS[key], language).format(**values)


def _one_line(text: str) -> str:
    return " ".join(text.splitlines())


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
