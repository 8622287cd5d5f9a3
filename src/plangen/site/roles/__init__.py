"""Roles: a page for each, who does what in a plan, and where everybody finds themselves."""
