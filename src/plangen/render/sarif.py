"""Remarks as SARIF 2.1.0, the form that code scanning services, editors and viewers of findings read."""

import json
from collections.abc import Iterable, Sequence
from urllib.parse import quote

from plangen.findings import Level
from plangen.render.remarks import ranked
from plangen.values import Span, named
from plangen.views import Manual, Remark

SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
FINGERPRINT = "plangen/v1"
"""The name of the remark's id among the fingerprints; a new way of making ids gets a new one."""
_LANGUAGES = {"zh-Hans": "zh-CN", "zh-Hant": "zh-TW", "en": "en"}
_LEVELS = {Level.ERROR: "error", Level.WARNING: "warning", Level.INFO: "note"}


def sarif(remarks: Iterable[Remark], manuals: Sequence[Manual], language: str, version: str) -> str:
    """One run of plangen as a SARIF log. Accepted remarks are there as suppressed results with the reason."""
    rules = {manual.rule: index for index, manual in enumerate(manuals)}
    driver = {
        "name": "plangen",
        "version": version,
        "language": "en",
        "rules": [_rule(manual) for manual in manuals],
    }
    run = {
        "tool": {"driver": driver},
        "language": _LANGUAGES[named(language)],
        "columnKind": "unicodeCodePoints",
        "results": [_result(remark, rules) for remark in ranked(remarks)],
    }
    log = {"$schema": SCHEMA, "version": "2.1.0", "runs": [run]}
    return json.dumps(log, ensure_ascii=False, indent=2) + "\n"


def _rule(manual: Manual) -> dict[str, object]:
    return {
        "id": manual.rule,
        "shortDescription": {"text": manual.short},
        "fullDescription": {"text": manual.full},
        "help": {"text": manual.page},
        "defaultConfiguration": {"level": _LEVELS[manual.level]},
    }


def _result(remark: Remark, rules: dict[str, int]) -> dict[str, object]:
    said = "\n".join(filter(None, (remark.text, remark.hint)))
    result: dict[str, object] = {"ruleId": remark.rule}
    if remark.rule in rules:
        result["ruleIndex"] = rules[remark.rule]
    result |= {
        "level": _LEVELS[remark.level],
        "message": {"text": said},
        "locations": [_location(remark.span)],
        "partialFingerprints": {FINGERPRINT: remark.id},
    }
    if remark.related:
        related = enumerate(remark.related, 1)
        result["relatedLocations"] = [{"id": n, **_location(span), **_message(text)} for n, (span, text) in related]
    if remark.accepted:
        result["suppressions"] = [{"kind": "external", "justification": remark.accepted}]
    return result


def _message(text: str) -> dict[str, object]:
    return {"message": {"text": text}} if text else {}


def _location(span: Span) -> dict[str, object]:
    region = {
        "startLine": span.line,
        "startColumn": span.column,
        "endLine": span.end_line,
        "endColumn": span.end_column,
    }
    artifact = {"uri": quote(span.file, safe="/"), "uriBaseId": "%SRCROOT%"}
    return {"physicalLocation": {"artifactLocation": artifact, "region": region}}
