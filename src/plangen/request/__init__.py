"""The review of a request: what a branch changes in the handbook, for those who have to judge it."""

from plangen.request.range import Range, read_range
from plangen.request.request import ChangedYear, Request
from plangen.request.reviewing import review

__all__ = ["ChangedYear", "Range", "Request", "read_range", "review"]
