"""From a place on a finished page back to the file that somebody wrote: the page itself is gone when it is read of."""

from pathlib import Path
from urllib.parse import unquote

from plangen.findings import Finding
from plangen.site.tongues import split
from plangen.values.span import Span

_PAGE = "index.html"


def at_source(finding: Finding, root: Path, content: str) -> Finding:
    """The finding at the text that the page was made of, on the line that has the link; as it is where none is known.

    `content` is the content folder below `root`. A page `2026/a/b/index.html` comes from `2026/a/b.md`, from the
    overview `2026/a/b/index.md`, or from a section without words of its own, `2026/a/b.yml`; one below a language
    from the same with its tag, `2026/a/b.en.md`, where there is such a file.
    """
    base, file_name = split(finding.span.file)
    year, _, rest = file_name.partition("/")
    if not (year.isdecimal() and rest.endswith(_PAGE)):
        return finding
    page = f"{year}/{rest.removesuffix(_PAGE)}".rstrip("/")
    told = (f"{page}.{base}.md", f"{page}/index.{base}.md") if base else ()
    for name in (*told, f"{page}.md", f"{page}/index.md", f"{page}.yml", f"{page}.yaml", f"{page}/plan.yml"):
        file = root / content / name
        if file.is_file():
            path = f"{content}/{name}"
            return finding.with_(span=_line(path, file, str(finding.args.get("link", ""))), year=int(year))
    return finding


def _line(path: str, file: Path, link: str) -> Span:
    """Where a file names a link, as it is typed or by its end; the whole file where it does not."""
    end = link.rpartition("#")
    wanted = [link, unquote(link), f"#{unquote(end[2])}" if end[1] else ""]
    lines = file.read_text(encoding="utf-8", errors="replace").splitlines()
    for text in filter(None, wanted):
        for number, line in enumerate(lines, 1):
            if text in line:
                return Span.at(path, number, line.index(text) + 1, len(text))
    return Span.whole(path)
