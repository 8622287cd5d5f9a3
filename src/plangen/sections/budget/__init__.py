"""The budget: groups of costs with lines, stated totals and caps."""
