"""Scorecards: how the work of a role is scored, by points, weights and deductions."""
