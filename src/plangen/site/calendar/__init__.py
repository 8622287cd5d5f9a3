"""The calendar of a plan year: what is due when and for whom, as pages, as tables for one role, as calendar files."""
