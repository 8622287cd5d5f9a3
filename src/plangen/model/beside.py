"""Side files: a CSV table that lies in the folder of the section that names it."""

from collections.abc import Mapping
from pathlib import PurePosixPath

from plangen.findings import Finding, Level, declare
from plangen.source import CsvTable, SourceFile, read_csv
from plangen.values import Span
from plangen.values.near import did_you_mean

NO_TABLE = declare(
    "PG236",
    Level.ERROR,
    zh="旁边没有表格文件“{name}”{near_zh}",
    en="there is no CSV file “{name}” here{near_en}",
    fix_zh="把 CSV 放在这个文件旁边，写它的文件名",
    fix_en="put the CSV beside this file and write its name",
    manual="""A section names a CSV file that does not lie beside it.

Why: a breakdown that is not found would be silently missing.
Bad:
    # objectives.yml
    revenue: {name: 销售额, cells: cell.csv}
    # 2026/demo/cells.csv
    channel,target
    dealer,60万元
Good:
    # objectives.yml
    revenue: {name: 销售额, cells: cells.csv}
    # 2026/demo/cells.csv
    channel,target
    dealer,60万元
""",
)

UNREAD = declare(
    "PG237",
    Level.WARNING,
    zh="没有哪个章节用到表格文件 {name}",
    en="no section uses the CSV file {name}",
    fix_zh="在章节里写它的文件名（如 cells: {name}），或删掉它",
    fix_en="name it in a section (such as cells: {name}), or delete it",
    manual="""A CSV file lies beside a plan's sections, and none of them names it.

Why: its numbers look as if they were planned with, and are in no sum.
Bad:
    # objectives.yml
    revenue: {name: 销售额, target: 60万元}
    # 2026/demo/cells.csv
    channel,target
    dealer,60万元
Good:
    # objectives.yml
    revenue: {name: 销售额, cells: cells.csv}
    # 2026/demo/cells.csv
    channel,target
    dealer,60万元
""",
)


class Tables(dict[str, SourceFile]):
    """The CSV files of a handbook by their paths; `used` are those that a section named."""

    def __init__(self, files: Mapping[str, SourceFile]) -> None:
        super().__init__({file.path: file for file in files.values() if file.path.endswith(".csv")})
        self.used: set[str] = set()

    def unread(self, folder: str, year: int, others: frozenset[str] = frozenset()) -> list[Finding]:
        """The findings of the files in a folder that nobody named; `others` are names of files of another use."""
        lost = [
            (path, name)
            for path, name in ((path, PurePosixPath(path).name) for path in sorted(self))
            if str(PurePosixPath(path).parent) == folder and path not in self.used and name not in others
        ]
        return [Finding(UNREAD, Span.whole(path), {"name": name}, year) for path, name in lost]


def beside(file: SourceFile, tables: Tables, name: str, span: Span) -> tuple[CsvTable | None, list[Finding]]:
    """The CSV file of a name in the folder of another file, which names it at a span. Finds PG236."""
    folder = PurePosixPath(file.path).parent
    there = {PurePosixPath(path).name: table for path, table in tables.items() if PurePosixPath(path).parent == folder}
    if name in there:
        tables.used.add(there[name].path)
        return read_csv(there[name].path, there[name].data)
    zh, en = did_you_mean(name, there)
    return None, [Finding(NO_TABLE, span, {"name": name, "near_zh": zh, "near_en": en})]
