"""The review desk: a comparison in words, and the formats that it is read in."""

from plangen.review.report import Block, Report, report

__all__ = ["Block", "Report", "report"]
