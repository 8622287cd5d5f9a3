"""Findings as remarks: the one place where a finding becomes what forges and editors show at a line."""

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from hashlib import sha256

from plangen.compute import Figures
from plangen.findings import CODES, Finding, Level, level_of, message, way_out
from plangen.render.terminal.columns import visible
from plangen.values import Key, Span
from plangen.views import Manual, Remark

_ORDER = {Level.ERROR: 0, Level.WARNING: 1, Level.INFO: 2}
_PLACE = re.compile(r"(?<![\d:])\d+:\d+(?![\d:])")
_PLACED = {"byte", "where_zh", "where_en"}
"""Arguments that say where in the file something stands."""


def remarks_of(findings: Sequence[Finding], figures: Figures, language: str) -> list[Remark]:
    """Every finding as a remark, in the order given, weighed by how many figures hang on it."""
    ids = _ids(findings)
    by_finding = {finding.id: name for finding, name in reversed(list(zip(findings, ids, strict=True)))}
    following = Counter(finding.cause for finding in findings)
    return [
        Remark(
            level_of(finding),
            finding.span,
            _title(finding),
            visible(message(finding, language)),
            name,
            finding.code,
            hint=visible(way_out(finding, language)),
            accepted=visible(finding.waived),
            weight=_hanging(finding, figures) + following[finding.id],
            cause=by_finding.get(finding.cause, ""),
            related=tuple((span, _said(finding, key)) for span, key in finding.related),
        )
        for finding, name in zip(findings, ids, strict=True)
    ]


def ranked(remarks: Iterable[Remark]) -> list[Remark]:
    """The most important first: by level, accepted ones last, what follows from another last, then by weight."""
    return sorted(remarks, key=_rank)


def manuals_of(remarks: Iterable[Remark]) -> list[Manual]:
    """The manual pages of the finding codes among remarks, by code."""
    codes = [CODES[rule] for rule in sorted({remark.rule for remark in remarks}) if rule in CODES]
    return [
        Manual(
            code.code,
            code.level,
            code.manual.partition("\n")[0],
            re.split(r"\n\s*(?:Bad|Good):", code.manual)[0].strip(),
            code.manual.strip(),
        )
        for code in codes
    ]


def _rank(remark: Remark) -> tuple[object, ...]:
    last = bool(remark.accepted), bool(remark.cause)
    return (_ORDER[remark.level], *last, -remark.weight, remark.span, remark.rule, remark.id)


def _title(finding: Finding) -> str:
    return f"{finding.code} {visible(str(finding.address))}" if finding.address else finding.code


def _said(finding: Finding, key: str) -> str:
    return visible(str(finding.args.get(key, key)))


def _hanging(finding: Finding, figures: Figures) -> int:
    """How many figures are doubtful with a finding: those it is about, and all that is computed from them."""
    named = finding.about or ((finding.address,) if finding.address else ())
    if finding.year is None:
        return 0
    keys = {Key(finding.year, address, finding.scenario) for address in named}
    about = {key if key in figures else key._replace(scenario="") for key in keys} & figures.keys()
    return len(about) + len(figures.followers(about))


def _ids(findings: Sequence[Finding]) -> list[str]:
    """A name for each finding that holds no line number. What is found twice is told apart by its order."""
    seen: dict[str, int] = {}
    names = []
    for finding in findings:
        basis = basis_of(finding)
        seen[basis] = seen.get(basis, 0) + 1
        names.append(sha256(f"{basis}\n{seen[basis]}".encode()).hexdigest()[:32])
    return names


def basis_of(finding: Finding) -> str:
    """What a finding is known by wherever its lines have moved to: its code, what it speaks of, and its words."""
    args = [f"{name}={_PLACE.sub('', _text(value))}" for name, value in sorted(finding.args.items())]
    told = [each for each in args if each.partition("=")[0] not in _PLACED]
    where = str(finding.address or finding.span.file)
    return "\n".join((finding.code, str(finding.year), finding.scenario, where, *told))


def _text(value: object) -> str:
    return value.file if isinstance(value, Span) else str(value)
