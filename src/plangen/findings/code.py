"""The definition of a finding code: level, sentences in each language, manual page."""

from collections.abc import Mapping
from inspect import cleandoc
from typing import TypedDict, Unpack

from plangen.findings.finding import Finding, Level
from plangen.values import Quantity, Unit, record, say, write_quantity, write_unit


@record
class Code:
    """What a code means. `says` and `fix` are templates by language (`zh`, `en`), filled with a finding's args.

    `text` is the English manual page as it stands in the source; `indented` says that it is a docstring.
    """

    code: str
    level: Level
    says: Mapping[str, str]
    fix: Mapping[str, str]
    text: str
    indented: bool = False

    @property
    def manual(self) -> str:
        """The English manual page: first sentence, then `Why:`, `Bad:`, `Good:` blocks."""
        return cleandoc(self.text) if self.indented else self.text  # which may show a tab: `cleandoc` loses it


class _Arguments(dict[str, object]):
    """The args of a sentence; quantities are written for readers, and what is not there stays in its braces."""

    def __missing__(self, key: str) -> str:
        return "{" + key + "}"


CODES: dict[str, Code] = {}
"""Every code that is known, filled by `declare` and `check` at import."""


class Wording(TypedDict):
    """What a code says and its way out, in each language: templates that a finding's args fill."""

    zh: str
    en: str
    fix_zh: str
    fix_en: str


def declare(code: str, level: Level, *, manual: str, indented: bool = False, **words: Unpack[Wording]) -> str:
    """Register a code that is found while reading (not by a check function) and return it.

    Raises ValueError where the code exists: codes are unique and never reused.
    """
    if code in CODES:
        raise ValueError(f"code {code} is declared twice")
    says = {"zh": words["zh"], "en": words["en"]}
    fix = {"zh": words["fix_zh"], "en": words["fix_en"]}
    CODES[code] = Code(code, level, says, fix, manual, indented)
    return code


def level_of(finding: Finding) -> Level:
    """The level of a finding's code."""
    return CODES[finding.code].level


def message(finding: Finding, language: str = "zh") -> str:
    """The sentence of a finding in a language; the scenario that it is found in stands before it."""
    said = _say(CODES[finding.code].says, finding, language)
    if not finding.scenario:
        return said
    return say(("〔{scenario}〕{said}", "[{scenario}] {said}"), language, scenario=finding.scenario, said=said)


def way_out(finding: Finding, language: str = "zh") -> str:
    """What the writer can do about a finding."""
    return _say(CODES[finding.code].fix, finding, language)


def _say(templates: Mapping[str, str], finding: Finding, language: str) -> str:
    template = say((templates["zh"], templates["en"]), language)
    args = {name: _written(name, finding.args, language) for name in finding.args}
    return template.format_map(_Arguments(args))


def _written(name: str, args: Mapping[str, object], language: str) -> object:
    """A quantity or a unit for readers; of a word (a pair, or `what_zh` and `what_en`) that of the language."""
    value, other = args[name], args.get(f"{name.removesuffix('_zh')}_en")
    if name.endswith("_zh") and isinstance(value, str) and isinstance(other, str):
        return say((value, other), language)
    match value:
        case Quantity():
            return write_quantity(value, language=language)
        case Unit():
            return write_unit(value, language)
        case (str() as zh, str() as en):
            return say((zh, en), language)
        case _:
            return value
