"""Prose of narratives as readers see it: references with their values, blocks by their names, changes word by word."""

from collections.abc import Collection, Iterable, Iterator
from re import Match
from re import compile as pattern

from plangen.diff import Changes, Passage, Run, Side, runs
from plangen.review.names import Names
from plangen.review.words import say
from plangen.source import without_source_marks
from plangen.source.references import fold
from plangen.values import Address, Refused, dotted, record, write_quantity

_REFERENCE = pattern(r"\{\{\s*([^\s{}]+)(?=[\s}])([^{}]*)\}\}")
_OPTION = pattern(r"""(\w[\w-]*)\s*=\s*("[^"]*"|'[^']*'|[^\s"'=]+)""")
_LINK = pattern(r"!?\[([^\[\]]+)\]\([^()]*\)")
_OPENING = pattern(r"[ >]*(`{3,}|~{3,})[ \t]*plan-(\w+)")
_FROM = pattern(r"from:\s*[\"']?([^\s\"']+)")
_BLOCK = "#"
"""What begins the marker that a block is compared as: `{{ #table objectives }}`."""


@record
class Prose:
    """A passage of a narrative, what it is called, and how its words changed."""

    passage: Passage
    title: str
    runs: tuple[Run, ...]


class ProseWords:
    """Tells the passages of one comparison."""

    def __init__(self, changes: Changes, names: Names, words: Collection[str]) -> None:
        self._changes, self._names, self._words = changes, names, words

    def told(self, passage: Passage) -> Prose:
        """One passage; a reference that only its writing changed of, and not what it shows, is the same."""
        title = " › ".join(self._names.passage(passage))
        before, after = _seen(passage)
        found = runs(_marked(before), _marked(after), self._words)
        sides = {"old": self._changes.before, "new": self._changes.after, "same": self._changes.after}
        shown = [Run(run.kind, self._shown(run.text, sides[run.kind], passage.plan)) for run in found]
        read = tuple(_joined(Run(run.kind, _LINK.sub(r"\1", run.text)) for run in shown))
        seen = read if any(run.kind != "same" for run in read) else tuple(_joined(shown))
        return Prose(passage, title, tuple(map(_broken, seen)))

    def _shown(self, text: str, side: Side, plan: str) -> str:
        return _REFERENCE.sub(lambda found: self._reference(found, side, plan), text)

    def _reference(self, found: Match[str], side: Side, plan: str) -> str:
        """What stands on the page for a reference; the reference itself where it leads nowhere."""
        if found[1].startswith(_BLOCK):
            return self._block(found, plan)
        options = {name: value.strip("\"'") for name, value in _OPTION.findall(fold(found[2]))}
        try:
            address = Address.parse(fold(found[1]), plan=plan)
            if not address.measure:
                return options.get("text") or self._names.item(address.plan, address.kind, address.item)
            return self._number(address, options, side) or found[0]
        except Refused:
            return found[0]

    def _number(self, address: Address, options: dict[str, str], side: Side) -> str:
        """A figure as a narrative shows it; nothing where there is none. Raises Refused where its unit does not fit."""
        quantity, plan = side.scope.quantity(address), side.scope.plan_year.plans.get(address.plan)
        if quantity is None:
            return ""
        own = plan.head.unit if plan and quantity.unit.is_money and address.kind == "objectives" else ""
        digits = options.get("digits", "")
        places = int(digits) if digits.isascii() and digits.isdigit() else None
        return write_quantity(quantity, options.get("unit") or own, places, language=self._names.language)

    def _block(self, found: Match[str], plan: str) -> str:
        """A block by its form and the section that it shows: `[表：目标]`."""
        named, _, kind = found[2].strip().rpartition(":")
        title = self._names.section(kind)
        if named and named != plan:
            title = dotted(self._names.language, (self._names.plan(named), title))
        return say(self._names.language, "block", title)


def _seen(passage: Passage) -> tuple[str, str]:
    """Both texts without the sources that they name; with them where nothing else differs."""
    before, after = without_source_marks(passage.before), without_source_marks(passage.after)
    return (before, after) if before != after else (passage.before, passage.after)


def _marked(text: str) -> str:
    """The text with each of plangen's blocks as one marker; a block without an end stays as it is."""
    found: list[str] = []
    inside: list[str] = []
    closing = ""
    for line in text.split("\n"):
        opened = None if inside else _OPENING.match(line)
        if opened:
            inside, closing = [line], opened[1]
        elif inside and line.strip(" >\t") == closing:
            found.append(_marker(inside))
            inside = []
        else:
            (inside or found).append(line)
    return "\n".join([*found, *inside])


def _marker(lines: list[str]) -> str:
    """What a block is compared as, by its opening line and its body."""
    opened, source = _OPENING.match(lines[0]), _FROM.search("\n".join(lines[1:]))
    return f"{{{{ {_BLOCK}{opened[2] if opened else ''} {source[1] if source else ''} }}}}"


def _broken(run: Run) -> Run:
    """A paragraph that was parted or joined has nothing but a line break to show: its mark stands for it."""
    bare = run.kind != "same" and not run.text.strip()
    return Run(run.kind, run.text.replace("\n", "¶")) if bare else run


def _joined(shown: Iterable[Run]) -> Iterator[Run]:
    """Runs without changes that nobody sees, and equal neighbours as one."""
    found: list[Run] = []
    for run in shown:
        same = bool(found) and (found[-1].kind, run.kind, found[-1].text) == ("old", "new", run.text)
        kind = "same" if same else run.kind
        if same:
            found.pop()
        if found and found[-1].kind == kind:
            found[-1] = Run(kind, found[-1].text + run.text)
        else:
            found.append(Run(kind, run.text))
    return iter(found)
