"""A second reader of source documents: PyYAML's own nodes and plain text, nothing of plangen."""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction
from functools import cache
from pathlib import Path
from typing import Any

import yaml

STANDINGS = ("carried", "other", "elsewhere", "missing", "left")
_COMMENT = re.compile(r"<!--\s*source\s*[:：](.*?)-->")
_ID = re.compile(r"[^\s,，、]+")


@dataclass(frozen=True)
class Mark:
    """One place that names one id: `spot` are the keys down to it, or page and heading; `words` is all that it says."""

    name: str
    year: int
    plan: str
    kind: str
    file: str
    line: int
    column: int
    spot: tuple[str, ...]
    words: str

    @property
    def place(self) -> tuple[str, int, str, str, str, int, int]:
        """What a carrier of the export says."""
        return self.name, self.year, self.plan, self.kind, self.file, self.line, self.column


@cache
def register(root: Path) -> dict[str, dict[str, dict[str, Any]]]:
    """The items by id, by document, in the order of the files."""
    files = sorted((root / "content/shared/sources").glob("*.yml"))
    loaded = [yaml.load(file.read_text("utf-8"), Loader=yaml.BaseLoader) for file in files]  # noqa: S506 (texts only)
    return {each["id"]: each["items"] for each in loaded}


@cache
def marks(root: Path) -> tuple[Mark, ...]:
    """Every place of every year that names an id."""
    content = root / "content"
    found: list[Mark] = []
    for year in sorted(path for path in content.glob("20*") if path.is_dir()):
        for file in sorted(year.rglob("*.yml")):
            found += _of_yaml(root, int(year.name), file)
        for file in sorted(year.rglob("*.md")):
            found += _of_text(root, int(year.name), file)
        shared = content / "shared/dimensions.yml"
        found += _of_yaml(root, int(year.name), shared) if shared.exists() else ()
    return tuple(found)


def _of_yaml(root: Path, year: int, file: Path) -> Iterator[Mark]:
    name = file.relative_to(root).as_posix()
    folder = file.parent.parent if file.parent.name == "scenarios" else file.parent
    plan = "" if folder.name == "shared" else folder.relative_to(root / f"content/{year}").as_posix()
    node = yaml.compose(file.read_text("utf-8"))
    for path, above, value in _sources(node, ()):
        kind = (path or ("scenarios",))[0] if file.parent.name == "scenarios" else file.stem
        for each in value.value if isinstance(value, yaml.SequenceNode) else [value]:
            at = each.start_mark
            words = "\n".join(_words(above))
            yield Mark(each.value, year, plan, kind, name, at.line + 1, at.column + 1, path, words)


def _sources(node: Any, path: tuple[str, ...]) -> Iterator[tuple[tuple[str, ...], Any, Any]]:
    """The keys down to each mapping that names a source, the mapping, and what it names."""
    if isinstance(node, yaml.MappingNode):
        for key, value in node.value:
            if key.value == "source" and not isinstance(value, yaml.MappingNode):
                yield path, node, value
            else:
                yield from _sources(value, (*path, key.value))
    elif isinstance(node, yaml.SequenceNode):
        for place, each in enumerate(node.value):
            yield from _sources(each, (*path, str(place)))


def _words(node: Any) -> Iterator[str]:
    if isinstance(node, yaml.ScalarNode):
        yield node.value
    elif isinstance(node, yaml.SequenceNode):
        for each in node.value:
            yield from _words(each)
    else:
        for key, value in node.value:
            if key.value not in ("source", "was", "owner"):
                yield key.value
                yield from _words(value)


def _of_text(root: Path, year: int, file: Path) -> Iterator[Mark]:
    """The front matter's and the comments' ids; what stands in a code fence is none."""
    name, folder = file.relative_to(root).as_posix(), file.parent.relative_to(root / f"content/{year}").as_posix()
    plan, lines = folder.removeprefix("."), file.read_text("utf-8").split("\n")
    front = lines.index("---", 1) if lines[0] == "---" else 0
    heading, fenced, seen = "", False, set()
    for number, line in enumerate(lines):
        fenced ^= line.lstrip("> ").startswith("```")
        titled = re.fullmatch(r"#{1,6}\s+(.*?)[\s#]*", line)
        heading = titled[1] if titled and not fenced and number > front else heading
        plain = re.sub(r"`[^`]*`", lambda code: " " * len(code[0]), line)
        comments = [] if fenced else [(each.start(1), each[1]) for each in _COMMENT.finditer(plain)]
        typed = re.match(r"source:(.*)", line) if number < front else None
        stretches = comments + ([(typed.start(1), re.sub(r"[\[\]]", " ", typed[1]))] if typed else [])
        for start, text in stretches:
            for each in _ID.finditer(text):
                spot = (file.stem, heading)
                if (each[0], spot) not in seen:
                    seen.add((each[0], spot))
                    at = start + each.start() + 1
                    words = "\n".join(lines)
                    yield Mark(each[0], year, plan, "narrative", name, number + 1, at, spot, words)


def statuses(root: Path, *years: int) -> dict[str, str]:
    """How every item stands in some years."""
    kinds: dict[str, set[str]] = {}
    for mark in marks(root):
        if mark.year in years:
            kinds.setdefault(mark.name, set()).add(mark.kind)
    return {
        name: "left"
        if item.get("left")
        else "carried"
        if item["kind"] in kinds.get(name, ())
        else "other"
        if name in kinds
        else "missing"
        for items in register(root).values()
        for name, item in items.items()
    }


def counted(root: Path, names: list[str], *years: int) -> dict[str, Any]:
    """Counts and share of some items, as the export has them."""
    found = Counter(statuses(root, *years)[name] for name in names)
    due = len(names) - found["left"]
    cut = f"{found['carried'] * 10_000 // due / 10_000:.4f}" if due else None
    return {
        "total": len(names),
        **{each: found[each] for each in ("left", "carried", "other", "missing")},
        "share": cut,
    }


def tally(root: Path, year: int, what: str, which: str) -> int:
    """A count of the page of a year, counted again: `missing S000-1`, `due S000-1`, `documents`."""
    documents = register(root)
    if what == "documents":
        return len(documents)
    others = {mark.year for mark in marks(root)} - {year}
    elsewhere = {name for name, status in statuses(root, *others).items() if status == "carried"}
    mine = statuses(root, year)
    names = [name for each in ([which] if which else documents) for name in documents[each]]
    standings = ["elsewhere" if mine[n] == "missing" and n in elsewhere else mine[n] for n in names]
    if what == "total":
        return len(names)
    return len(names) - standings.count("left") if what == "due" else standings.count(what)


def digits(text: str) -> set[str]:
    """The significant digits of every number in a text: those of 8000, 0.8 and 80% are one."""
    han = {"一": "1", "两": "2", "二": "2", "三": "3", "四": "4", "五": "5", "六": "6", "七": "7", "八": "8", "九": "9"}
    arabic = {each.replace(",", "").replace(".", "").strip("0") for each in re.findall(r"\d[\d,]*(?:\.\d+)?", text)}
    words = {value for sign, value in han.items() if sign in text} | (
        {"1", "5"} if re.search("[十百千半]", text) else set()
    )
    times = {
        plain(Fraction(number.replace(",", "")) * factor)
        for number in re.findall(r"\d[\d,]*(?:\.\d+)?", text)
        for factor in (12, Fraction(1, 12), 7, Fraction(1, 7), 3, 60, Fraction(1, 60))
    }
    return arabic | words | times


def plain(number: Fraction) -> str:
    """The significant digits of a number that has few; empty for others."""
    text = str(float(number)).rstrip("0").replace(".", "").strip("0")
    return text if len(text) < 6 else ""
