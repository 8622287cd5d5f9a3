"""The handbook's own settings: the years it names must be there."""

from collections.abc import Iterator

from plangen.findings import Finding, Level, check
from plangen.model import Handbook


@check(
    "PG230",
    Level.ERROR,
    takes="handbook",
    zh="写着 {year} 年，却没有 {year} 年的文件夹；已有：{known}",
    en="the year {year} is named, but there is no folder {year}; there are: {known}",
    fix_zh="改成已有的年度，或用 plangen new year {year} 新建",
    fix_en="name a year that is there, or make it with plangen new year {year}",
)
def named_years_exist(handbook: Handbook) -> Iterator[Finding]:
    """The current year, and each year the handbook says something of, has a folder.

    Why: `latest` would lead to another year than the one that was meant.
    Bad:
        # handbook.yml
        format: 1
        title: 手册
        current: 2030
    Good:
        # handbook.yml
        format: 1
        title: 手册
        current: 2026
    """
    known = ", ".join(str(year) for year in sorted(handbook.years)) or "–"
    head = handbook.head
    if head.current is not None and head.current not in handbook.years:
        yield Finding("PG230", head.span("current"), {"year": head.current, "known": known})
    for name, entry in head.years.items():
        if name not in {str(year) for year in handbook.years}:
            yield Finding("PG230", entry.key_span(), {"year": name, "known": known})
