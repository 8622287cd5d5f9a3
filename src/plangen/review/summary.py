"""The summary of a report: how much changed, in one sentence."""

from plangen.review.report import Report
from plangen.review.words import comma, say


def headline(report: Report) -> str:
    """`284 处改动，带动 1,724 个数，4 人的目标，24 段说明文字`."""
    language = report.language
    persons, roles = report.persons, report.roles
    parts = [say(language, "edits", report.edits)]
    parts += [say(language, "moves", f"{report.figures:,}")] if report.figures else []
    parts += [say(language, "targets", len(persons))] if persons else []
    parts += [say(language, "roles", len(roles))] if roles else []
    parts += [say(language, "passages", len(report.prose))] if report.prose else []
    return comma(language).join(parts)
