"""The `@check` decorator: a check is one function whose docstring is its manual page."""

from collections.abc import Callable, Iterable
from typing import Unpack

from plangen.findings.code import Wording, declare
from plangen.findings.finding import Finding, Level
from plangen.values import record

Checker = Callable[..., Iterable[Finding]]


@record
class Check:
    """A registered check: its code, what it takes (`handbook`, `plan` or a section kind) and the function."""

    code: str
    takes: str
    run: Checker


CHECKS: dict[str, Check] = {}
"""Every check function, by code."""


def check(code: str, level: Level, *, takes: str, **words: Unpack[Wording]) -> Callable[[Checker], Checker]:
    """Register a check function.

    `takes` says what the function is called with: `handbook` once, `year` once per plan year, `plan` once per plan,
    or the name of a section kind, once per section of that kind.
    """

    def register(function: Checker) -> Checker:
        declare(code, level, manual=function.__doc__ or "", indented=True, **words)
        CHECKS[code] = Check(code, takes, function)
        return function

    return register
