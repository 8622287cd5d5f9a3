"""CODEOWNERS: the file in which a forge reads whom to ask about a change, written and read."""

import re
from collections.abc import Iterable, Iterator

from plangen.values import record

BEGIN = "# plangen owners: begin. Written from the plans; `plangen owners` writes it again."
END = "# plangen owners: end"
_PIECE = re.compile(r"\\.|\*\*/|/\*\*$|\*\*|\*|\?|[^\\*?/]+|/")
_JOKERS = {"**/": "(?:.*/)?", "/**": "/.*", "**": ".*", "*": "[^/]*", "?": "[^/]"}


@record
class Ownership:
    """Who is asked about a path below the repository's top; a folder ends with `/`, and the top is empty."""

    path: str
    owners: tuple[str, ...]


@record
class OwnerLine:
    """One rule of a CODEOWNERS file, with its line."""

    line: int
    pattern: str
    owners: tuple[str, ...]

    def __str__(self) -> str:
        return " ".join((self.pattern, *self.owners))


def code_owners(ownerships: Iterable[Ownership]) -> str:
    """The block that plangen writes. Of several rules for a path the last holds, as everywhere in such files."""
    rules = ("  ".join((_pattern(each.path), " ".join(each.owners))).rstrip() for each in ownerships)
    return "\n".join((BEGIN, *rules, END)) + "\n"


def _pattern(path: str) -> str:
    """A path as a pattern. What would mean something else, and that GitHub cannot escape, becomes `?`: any letter."""
    if not path:
        return "*"
    plain = "".join("?" if each in "*?[]#!\\" or (each.isspace() and each != " ") else each for each in path)
    return "/" + plain.replace(" ", "\\ ")


def with_block(text: str, block: str) -> str | None:
    """A file with its block replaced, and everything around it kept. None where it has no block."""
    first, last = _bounds(text.split("\n"))
    if last < 0:
        return None
    lines = text.split("\n")
    return "\n".join([*lines[:first], *block.rstrip("\n").split("\n"), *lines[last + 1 :]])


def lines_in(text: str, *, of_block: bool = False) -> list[OwnerLine]:
    """The rules of a CODEOWNERS file; only those of plangen's block where there is one and that is asked for."""
    lines = text.split("\n")
    first, last = _bounds(lines) if of_block else (0, len(lines))
    return list(_read(lines, first, last if last >= 0 else len(lines)))


def _bounds(lines: list[str]) -> tuple[int, int]:
    """The first and the last line of the block; (0, -1) where it is not whole."""
    mark = BEGIN.partition(".")[0]
    first = next((index for index, line in enumerate(lines) if line.startswith(mark)), -1)
    last = next((index for index, line in enumerate(lines) if line.startswith(END) and index > first), -1)
    return (first, last) if first >= 0 and last >= 0 else (0, -1)


def _read(lines: list[str], first: int, last: int) -> Iterator[OwnerLine]:
    for number, line in enumerate(lines[first:last], first + 1):
        parts = re.split(r"(?<!\\)\s+", line.strip())
        pattern = parts[0]
        if pattern and pattern[0] not in "#[^":  # comments, and the headings of GitLab's sections
            owners = tuple(parts[1:])
            comment = next((index for index, each in enumerate(owners) if each.startswith("#")), len(owners))
            yield OwnerLine(number, pattern, owners[:comment])


def owners_of(path: str, lines: Iterable[OwnerLine]) -> tuple[str, ...]:
    """Who owns a file: the owners of the last rule that matches it."""
    found: tuple[str, ...] = ()
    for line in lines:
        if re.fullmatch(_regex(line.pattern), path):
            found = line.owners
    return found


def _regex(pattern: str) -> str:
    """A pattern as gitignore has them, without ranges and negation: no forge knows these here."""
    body = pattern.strip("/")
    pieces = (_JOKERS.get(piece) or re.escape(piece.removeprefix("\\")) for piece in _PIECE.findall(body))
    anywhere = "" if "/" in pattern.rstrip("/") else "(?:.*/)?"
    children = pattern.endswith(("/*", "/**"))
    below = "/.*" if pattern.endswith("/") else "" if children else "(?:/.*)?"
    return anywhere + "".join(pieces) + below
