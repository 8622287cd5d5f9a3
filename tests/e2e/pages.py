"""The pages of the published example."""

YEARS = (2025, 2026)
PARENT, CHILD = "adhesives/", "adhesives/east-china/"
KINDS = {
    "home": "",
    "calendar": "calendar/",
    "roles": "roles/",
    "responsibility": "responsibility/",
    "unset": "unset/",
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
    "parent-who": f"responsibility/{PARENT}",
    "who": f"responsibility/{CHILD}",
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
ROLES = {
    "adhesives": ("marketing-director", "marketing-manager", "order-clerk", "company-specialist", "finance"),
    "adhesives/east-china": ("region-manager", "rep", "store-lead"),
}
"""The roles of 2025 by plan; in 2026 one has another id and one is new."""
NEXT = {"rep": ("area-rep", "service-specialist")}


def _role_pages(year: int) -> dict[str, str]:
    named = [
        (plan, now)
        for plan, ids in ROLES.items()
        for role in ids
        for now in (NEXT.get(role, (role,)) if year > 2025 else (role,))
    ]
    return {f"{year}-role-{role}": f"{year}/roles/{plan}/{role}/" for plan, role in named}


PATHS = (
    {f"{year}-{kind}": f"{year}/{path}" for year in YEARS for kind, path in KINDS.items()}
    | SCENARIOS
    | CHANGES
    | CALENDARS
)
PATHS |= {name: path for year in YEARS for name, path in _role_pages(year).items()}
OBJECTIVES = {year: f"{year}/{CHILD}objectives/" for year in YEARS}
