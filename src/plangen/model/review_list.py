"""The review of a copied year: files `review.csv` list what was carried over, and what was looked at since."""

from collections import Counter
from collections.abc import Iterable, Iterator

from plangen.findings import Finding, Level, declare
from plangen.model.carried import Carried, carried
from plangen.model.handbook import Handbook
from plangen.model.plan import ReviewLine
from plangen.source import CsvTable, SourceFile, read_csv
from plangen.values import record

REVIEW = "review.csv"
"""The file beside each `plan.yml`, and beside the year's own page."""
COLUMNS = ("address", "scenario", "carried", "hash", "reviewed", "by")
EXCERPT = 40
"""How many characters of what was carried over are shown for reading."""

NO_REVIEW = declare(
    "PG713",
    Level.ERROR,
    zh="复核清单缺这一列：{column}",
    en="the review list lacks the column {column}",
    fix_zh="表头写 address,scenario,carried,hash,reviewed,by，或从 git 里找回这个文件",
    fix_en="write the header address,scenario,carried,hash,reviewed,by, or take the file back from git",
    manual="""A file `review.csv` lacks one of its columns.

Why: what is not reviewed could not be counted any more.
Bad:
    # 2026/demo/review.csv
    address,reviewed
    objectives/revenue.target,
Good:
    # 2026/demo/review.csv
    address,scenario,carried,hash,reviewed,by
""",
)


@record
class Debt:
    """What one role still has to look at in one plan of a copied year: so many values, so many texts."""

    plan: str
    owner: str
    values: int
    texts: int

    @property
    def count(self) -> int:
        """Values and texts together."""
        return self.values + self.texts


def read_review(file: SourceFile, year: int) -> tuple[tuple[ReviewLine, ...], list[Finding]]:
    """The lines of one `review.csv`; none where it cannot be read. Finds PG713 and what `read_csv` finds."""
    table, findings = read_csv(file.path, file.data)
    if table is None:
        return (), [finding.with_(year=year) for finding in findings]
    missing = [name for name in COLUMNS if table.column(name) is None]
    if missing:
        return (), [Finding(NO_REVIEW, table.header[0].span, {"column": missing[0]}, year)]
    return tuple(_lines(table)), []


def _lines(table: CsvTable) -> Iterator[ReviewLine]:
    places = [table.column(name) or 0 for name in COLUMNS]
    for row in table.rows:
        address, scenario, _, mark, reviewed, by = (row[place].text for place in places)
        yield ReviewLine(address, scenario, mark, reviewed, by, row[places[0]].span)


def review_rows(things: Iterable[Carried]) -> Iterator[tuple[str, ...]]:
    """The rows of a new `review.csv`, its header first: nothing is reviewed yet."""
    yield COLUMNS
    for each in things:
        excerpt = " ".join(each.text.split())
        short = excerpt if len(excerpt) <= EXCERPT else f"{excerpt[:EXCERPT]}…"
        yield each.local, each.scenario, short, each.hash, "", ""


def open_items(handbook: Handbook, year: int) -> list[tuple[ReviewLine, Carried]]:
    """Everything that a year carries over from the one before and that nobody looked at, with its line.

    Looked at is what is marked in the review list, and what says something else by now. A declared rename
    (`was`) is no other thing.
    """
    reviews = handbook.years[year].reviews
    if not any(reviews.values()):
        return []
    there: dict[tuple[str, str, str, str], Carried] = {}
    for each in carried(handbook, year):
        for address in (each.local, *each.former):
            there.setdefault((each.plan, address, each.scenario, each.hash), each)
    found = []
    for plan, lines in reviews.items():
        for line in lines:
            thing = there.get((plan, line.address, line.scenario, line.hash))
            if thing is not None and not line.done:
                found.append((line, thing))
    return found


def review_debt(handbook: Handbook, year: int) -> list[Debt]:
    """The review debt of a year: by plan and responsible role how much was carried over and not looked at since.

    Empty for a year without `review.csv`, and for one that is all reviewed: who demands zero asks for an empty list.
    """
    return debts_of(thing for _, thing in open_items(handbook, year))


def debts_of(things: Iterable[Carried]) -> list[Debt]:
    """How many values and texts each role answers for, plan by plan."""
    values, texts = Counter[tuple[str, str]](), Counter[tuple[str, str]]()
    for thing in things:
        (texts if thing.is_text else values)[thing.plan, thing.owner] += 1
    return [Debt(*key, values[key], texts[key]) for key in sorted({*values, *texts})]


def lost_lines(handbook: Handbook, year: int) -> list[tuple[str, ReviewLine]]:
    """The lines, each with its plan, that speak of what the year does not have (any more), and are not marked.

    A paragraph has no address of its own: a changed one is told from a removed one by nobody.
    """
    reviews = handbook.years[year].reviews
    if not any(reviews.values()):
        return []
    there = {
        (each.plan, name, each.scenario) for each in carried(handbook, year) for name in (each.local, *each.former)
    }
    return [
        (plan, line)
        for plan, lines in reviews.items()
        for line in lines
        if not line.done and not line.is_page and (plan, line.address, line.scenario) not in there
    ]
