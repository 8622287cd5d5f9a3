"""Problems as values: findings, their codes, the check decorator."""

from plangen.findings.check import CHECKS, Check, check
from plangen.findings.code import CODES, Code, declare, level_of, message, way_out
from plangen.findings.finding import Finding, Level

__all__ = ["CHECKS", "CODES", "Check", "Code", "Finding", "Level", "check", "declare", "level_of", "message", "way_out"]
