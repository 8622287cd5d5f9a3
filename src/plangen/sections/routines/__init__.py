"""The routines: meetings, reports, calls and deadlines that come again, with their dates in the plan's period."""
