"""The pages of the published example that are opened: every kind of page, and the richest of each kind of section."""

YEARS = (2025, 2026)
PARENT, CHILD = "adhesives/", "adhesives/east-china/"
KINDS = {
    "home": "",
    "calendar": "calendar/",
    "roles": "roles/",
    "responsibility": "responsibility/",
    "unset": "unset/",
    "gaps": "gaps/",
    "terms": "terms/",
    "checks": "checks/",
    "sources": "sources/",
    "overview": CHILD,
    "market": f"{CHILD}market/",
    "objectives": f"{CHILD}objectives/",
    "phases": f"{CHILD}phases/",
    "org": f"{CHILD}org/",
    "budget": f"{CHILD}budget/",
    "plan-calendar": f"{CHILD}calendar/",
    "who": f"responsibility/{CHILD}",
    "role": f"roles/{CHILD}region-manager/",
    "lost": "404.html",
}
"""What a page is → its address inside a year; opened in both years."""
RICH = {
    "analysis": "household/daily-care/analysis/",
    "campaigns": "household/appliances/campaigns/",
    "channels": "headquarters/sales/channels/",
    "competitors": f"{CHILD}competitors/",
    "documents": f"{CHILD}documents/",
    "duties": "gates/duties/",
    "incentives": "household/daily-care/incentives/",
    "kpis": "liquor/field-platform/kpis/",
    "policies": f"{CHILD}policies/",
    "procedures": "headquarters/sales/procedures/",
    "register": "jewellery/register/",
    "review": "household/daily-care/review/",
    "risks": f"{CHILD}risks/",
    "routines": f"{CHILD}routines/",
    "scenarios": f"{CHILD}scenarios/",
    "scorecards": "headquarters/assessment/scorecards/",
    "segments": "liquor/field-platform/segments/",
    "support": f"{CHILD}support/",
    "swot": f"{CHILD}swot/",
    "training": "gates/training/",
    "changes-of-the-year": "changes/",
    "changes": f"{CHILD}changes/",
    "cards": f"{CHILD}changes/cards/",
    "parent": PARENT,
    "unit": "headquarters/organisation/",
    "company": "sales-company/",
}
"""The richest page of each other kind, in the draft year."""
REPORTED = {
    "customer-lists": f"2025/{CHILD}segments/",
    "kpi-results": f"2025/{CHILD}kpis/",
    "scores": f"2025/{CHILD}scorecards/",
}
"""Pages with results of CSV files, which the closed months have."""
PATHS = {f"{year}-{kind}": f"{year}/{path}" for year in YEARS for kind, path in KINDS.items()}
PATHS |= {kind: f"2026/{path}" for kind, path in RICH.items()} | REPORTED
OBJECTIVES = {year: f"{year}/{CHILD}objectives/" for year in YEARS}


def kind_of(path: str, sections: frozenset[str]) -> str:
    """What kind of page a path inside the site is: a section's, one of a year's own, a role's, a plan's, a text."""
    _, *parts = path.removesuffix("index.html").strip("/").split("/")
    if not parts:
        return "home"
    own = {"404.html", "calendar", "cards", "changes", "checks", "gaps", "scenarios", "sources", "terms", "unset"}
    if parts[0] in ("responsibility", "roles"):
        return parts[0] if len(parts) == 1 else f"{parts[0]} of one"
    return parts[-1] if parts[-1] in sections | own else "plan or text"
