"""The pages of the published example."""

YEARS = (2025, 2026)
PARENT, CHILD = "adhesives/", "adhesives/east-china/"
KINDS = {
    "home": "",
    "calendar": "calendar/",
    "gaps": "gaps/",
    "checks": "checks/",
    "sources": "sources/",
    "parent-overview": PARENT,
    "parent-market": f"{PARENT}market/",
    "parent-objectives": f"{PARENT}objectives/",
    "parent-org": f"{PARENT}org/",
    "parent-duties": f"{PARENT}duties/",
    "overview": CHILD,
    "market": f"{CHILD}market/",
    "objectives": f"{CHILD}objectives/",
    "swot": f"{CHILD}swot/",
    "phases": f"{CHILD}phases/",
    "org": f"{CHILD}org/",
    "duties": f"{CHILD}duties/",
    "budget": f"{CHILD}budget/",
    "rules": f"{CHILD}rules/",
    "plan-calendar": f"{CHILD}calendar/",
    "lost": "404.html",
}
"""What a page is → its address inside a year; every page of the site, so that none goes unopened."""
SCENARIOS = {"parent-scenarios": f"2026/{PARENT}scenarios/", "scenarios": f"2026/{CHILD}scenarios/"}
"""The pages of a year that has scenarios, of every plan that they change."""
CALENDARS = {"parent-calendar": f"2025/{PARENT}calendar/"}
"""The calendar of a plan that has days of its own in one year only."""
CHANGES = {
    "changes": "2026/changes/",
    "parent-changes": f"2026/{PARENT}changes/",
    "parent-cards": f"2026/{PARENT}changes/cards/",
    "plan-changes": f"2026/{CHILD}changes/",
    "plan-cards": f"2026/{CHILD}changes/cards/",
}
"""The pages of a year that has one before."""
PATHS = {f"{year}-{kind}": f"{year}/{path}" for year in YEARS for kind, path in KINDS.items()}
PATHS |= SCENARIOS | CALENDARS | CHANGES
OBJECTIVES = {year: f"{year}/{CHILD}objectives/" for year in YEARS}
