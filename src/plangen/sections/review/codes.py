"""Codes of what cannot be read as a review."""

from plangen.findings import Level, declare

NO_STRETCH = declare(
    "REV100",
    Level.ERROR,
    zh="“{text}”不是一段月份",
    en="“{text}” is no stretch of months",
    fix_zh="写成 2025 M08..M12、2025 H2、2025，或本计划年的 M01..M06；起点在前",
    fix_en="write 2025 M08..M12, 2025 H2, 2025, or M01..M06 of the plan's own year; the start first",
    manual="""A period of a review that is not written as months, quarters or halves of a year.

Why: growth between two stretches of time means something only where it is certain which months they have.
Bad:
    # review.yml
    period: 2025年8~12月
    results: {}
Good:
    # review.yml
    period: 2025 M08..M12
    results: {}
""",
)
