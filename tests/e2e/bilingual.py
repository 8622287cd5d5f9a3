"""A small English handbook of two years: what the example has not. Its page `history` is in the first year only."""

_YEARS = ("2025", "2026")
_PLAN = {
    "plan.yml": "name: Sales\ntitle: Sales plan <A & B>\nperiod: FY\nchapters: [objectives, phases, org, budget]\n",
    "index.md": "We sell {{ objectives/revenue.target }} <b>and</b> “more”.\n",
    "objectives.yml": """\
revenue:
  name: Revenue
  target: 100–120万元
  channel:
    own-store: {target: 40万元}
    dealer: {target: 60–80万元}
customers:
  name: Customers
  target: 30家
  channel:
    own-store: {target: 10家}
    dealer: {target: 20家}
""",
    "phases.yml": """\
opening:
  name: Opening
  start: {year}-01-05
  end: {year}-03-31
  tasks:
    training: {{name: Training, start: {year}-01-05, end: {year}-01-09}}
    visits: {{name: Visits, start: 待定, end: 待定, after: [training]}}
""",
    "org.yml": """\
roles:
  head: {name: Head of sales, initial: 1人, headcount: 1人}
  rep: {name: Sales representative, initial: 2人, headcount: 3–5人, reports_to: head}
""",
    "budget.yml": """\
travel:
  name: Travel
  stated: {amount: 9000元}
  lines:
    trains: {name: Trains, amount: 约6000元}
    hotels: {name: Hotels, amount: 待定}
""",
}
SMALL = {
    "mkdocs.yml": "site_name: Small\ndocs_dir: content\ntheme: {name: material, palette: {scheme: slate}}\n"
    "plugins: [search, plangen]\n",
    "content/handbook.yml": "format: 1\ntitle: Small\nlanguage: en\ncurrent: 2026\nas_of: 2026-01-05\n",
    "content/shared/dimensions.yml": "channel:\n  name: Channel\n"
    "  members: {own-store: {name: Own shop}, dealer: {name: Dealer}}\n",
    "content/2025/sales/history.md": "# History\n\nHow it began.\n",
    **{
        f"content/{year}/sales/{name}": text.format(year=year) if name == "phases.yml" else text
        for year in _YEARS
        for name, text in _PLAN.items()
    },
}
"""Path → text of every file."""
