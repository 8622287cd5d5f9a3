"""Remarks as a code quality report of GitLab, which compares it with the target branch's and shows what is new."""

import json
from collections.abc import Iterable

from plangen.findings import Level
from plangen.render.remarks import ranked
from plangen.views import Remark

_SEVERITIES = {Level.ERROR: "critical", Level.WARNING: "minor", Level.INFO: "info"}
"""An error refuses the content; `blocker` is left to what stops a release."""


def gitlab_code_quality(remarks: Iterable[Remark]) -> str:
    """The report. Accepted remarks are left out: the form has no place for a reason."""
    rows = [_issue(remark) for remark in ranked(remarks) if not remark.accepted]
    return json.dumps(rows, ensure_ascii=False, indent=2) + "\n"


def _issue(remark: Remark) -> dict[str, object]:
    return {
        "description": remark.text,
        "check_name": remark.rule,
        "fingerprint": remark.id,
        "severity": _SEVERITIES[remark.level],
        "location": {"path": remark.span.file, "lines": {"begin": remark.span.line, "end": remark.last_line}},
    }
