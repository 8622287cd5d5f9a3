"""What a CSV file must look like: the codes of tables whose cells could otherwise be misread."""

from plangen.findings import Finding, Level, declare
from plangen.values import told
from plangen.values.span import Span

PG120 = declare(
    "PG120",
    Level.ERROR,
    zh="引号写法不对：{what_zh}",
    en="the quotes are not well written: {what_en}",
    fix_zh="以半角双引号开头的单元格要以它结尾；里面的双引号写两个",
    fix_en="end with a plain double quote what begins with one; double each quote inside",
    manual="""A cell begins with a double quote and does not end with one.

Why:
    Until the next quote everything is one cell: rows vanish inside it, and the numbers after it move to other columns.

Bad:
    name,value
    "own-store,180万元

Good:
    name,value
    "own-store",180万元
""",
)

PG121 = declare(
    "PG121",
    Level.ERROR,
    zh="这一行有 {found} 个单元格，表头有 {expected} 个",
    en="this row has {found} cells, the header has {expected}",
    fix_zh="补上或删去多余的逗号；数字里的千分位逗号要把整个数放进双引号",
    fix_en="add or remove commas; put a number with thousands commas in double quotes",
    manual="""A row has more or fewer cells than the header.

Why:
    A missing or surplus comma moves every value after it under another column's name. The usual cause is a thousands
    comma: 1,092 without quotes is two cells.

Bad:
    name,value
    own-store,1,800,000

Good:
    name,value
    own-store,"1,800,000"
""",
)

PG122 = declare(
    "PG122",
    Level.ERROR,
    zh="表头有问题：{what_zh}",
    en="the header cannot be used: {what_en}",
    fix_zh="{fix_zh}",
    fix_en="{fix_en}",
    manual="""The first line of a CSV file is no header: a name is empty or stands twice, or commas separate nothing.

Why:
    A column is found by its name. Of two columns with one name a reader would silently use one; a file separated by
    semicolons, tabs or full-width commas would be one wide column.

Bad:
    value;as_of
    180万元;2026-01-05

Good:
    value,as_of
    180万元,2026-01-05
""",
)

Why = tuple[str, str, str, str]
NO_HEADER = ("文件是空的", "the file is empty", "第一行写列名，或删除这个文件", "name the columns in line 1")
EMPTY_NAME = ("列名是空的", "a column has no name", "写上列名，或删除整列", "name the column, or delete it")


def header_finding(span: Span, why: Why, related: tuple[tuple[Span, str], ...] = ()) -> Finding:
    """The finding PG122 with one of its reasons."""
    args = dict(zip(("what_zh", "what_en", "fix_zh", "fix_en"), why, strict=True))
    return Finding(PG122, span, args, related=related)


def repeated(name: str) -> Why:
    """The reason that a column's name stands twice."""
    return (
        *told("列名“{name}”重复", 'the column "{name}" stands twice', name=name),
        "改名或删除其中一列",
        "rename or delete one of them",
    )


def separated_by(mark: str, name_zh: str, name_en: str) -> Why:
    """The reason that something else than commas separates the cells."""
    seen = ("列由{name}“{mark}”分隔，不是半角逗号", "the columns are separated by {name}, not by commas")
    hidden = ("列由{name}分隔，不是半角逗号", "the columns are separated by {name}, not by commas")
    said = told(*(seen if mark.strip() else hidden), name=(name_zh, name_en), mark=mark)
    return (*said, "另存为逗号分隔的 CSV", "save it as CSV with commas")
