"""The definition of a finding code: level, sentences in each language, manual page."""

from collections.abc import Mapping
from dataclasses import dataclass

from plangen.findings.finding import Finding, Level


@dataclass(frozen=True, slots=True)
class Code:
    """What a code means. `says` and `fix` are templates by language (`zh`, `en`), filled with a finding's args.

    `manual` is the English manual page: first sentence, then `Why:`, `Bad:`, `Good:` blocks.
    """

    code: str
    level: Level
    says: Mapping[str, str]
    fix: Mapping[str, str]
    manual: str


class _Arguments(dict[str, object]):
    def __missing__(self, key: str) -> str:
        return "{" + key + "}"


CODES: dict[str, Code] = {}
"""Every code that is known, filled by `declare` and `check` at import."""


def declare(code: str, level: Level, *, zh: str, en: str, fix_zh: str, fix_en: str, manual: str) -> str:
    """Register a code that is found while reading (not by a check function) and return it.

    Raises ValueError where the code exists: codes are unique and never reused.
    """
    if code in CODES:
        raise ValueError(f"code {code} is declared twice")
    CODES[code] = Code(code, level, {"zh": zh, "en": en}, {"zh": fix_zh, "en": fix_en}, manual)
    return code


def level_of(finding: Finding) -> Level:
    """The level of a finding's code."""
    return CODES[finding.code].level


def message(finding: Finding, language: str = "zh") -> str:
    """The sentence of a finding in a language."""
    return _say(CODES[finding.code].says, finding, language)


def way_out(finding: Finding, language: str = "zh") -> str:
    """What the writer can do about a finding."""
    return _say(CODES[finding.code].fix, finding, language)


def _say(templates: Mapping[str, str], finding: Finding, language: str) -> str:
    template = templates["en" if language.startswith("en") else "zh"]
    return template.format_map(_Arguments(finding.args))
