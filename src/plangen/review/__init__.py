"""The review desk: a comparison in words, and the formats that it is read in."""

from plangen.review.report import Block, Comparison, Report, report

__all__ = ["Block", "Comparison", "Report", "report"]
