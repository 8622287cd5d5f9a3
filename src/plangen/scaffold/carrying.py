"""Carrying a year over: the splices that make next year's files of this year's."""

from calendar import monthrange
from collections import defaultdict
from collections.abc import Iterator, Mapping
from datetime import date

from plangen.model import Day, Entry, Handbook
from plangen.source import (
    Node,
    Splice,
    YamlMapping,
    YamlScalar,
    YamlSequence,
    edited,
    in_braces,
    read_text,
    read_yaml,
    removals,
)
from plangen.values import Span

CLEARED = ("was", "original")
"""Fields that speak of the year itself: what an item was called before, what a target was before it was revised."""


class Carrying:
    """The files of a year with what is to be changed in them."""

    def __init__(self, files: Mapping[str, bytes]) -> None:
        self.files = files
        self.days: list[Span] = []
        self.cleared: dict[str, list[Span]] = {name: [] for name in CLEARED}
        self._splices: dict[str, list[Splice]] = defaultdict(list)
        self._gone: dict[Span, set[str]] = defaultdict(set)
        self._holders: dict[str, dict[Span, YamlMapping]] = {}

    def replace(self, span: Span, text: str) -> None:
        """Put a text in the place of another."""
        self._splices[span.file].append(Splice(span, text))

    def remove(self, key: YamlScalar) -> None:
        """Take a key out, with its value."""
        self._gone[key.span].add(key.text)

    def holder(self, key: YamlScalar) -> YamlMapping:
        """The mapping that holds a key, as its file has it."""
        file = key.span.file
        if file not in self._holders:
            root, _ = read_yaml(file, self.files[file])
            self._holders[file] = dict(_keys(root)) if root is not None else {}
        return self._holders[file][key.span]

    def lines(self, file: str) -> list[str]:
        """The lines of a file as it was, without line ends."""
        return read_text(file, self.files[file])[0].split("\n")

    def between(self, key: YamlScalar) -> str:
        """What stands between a key's value and the next key, in the mapping that holds the key."""
        if in_braces(self.holder(key), self.lines(key.span.file)):
            return ", "
        return f"\n{' ' * (key.span.column - 1)}"

    def texts(self) -> dict[str, bytes]:
        """The files as they are afterwards."""
        splices = {file: list(some) for file, some in self._splices.items()}
        mappings: dict[Span, tuple[YamlMapping, set[str]]] = {}
        for span, names in self._gone.items():
            mapping = self._holders[span.file][span]
            mappings.setdefault(mapping.span, (mapping, set()))[1].update(names)
        for mapping, names in mappings.values():
            file = mapping.span.file
            splices.setdefault(file, []).extend(removals(mapping, names, self.lines(file)))
        return {file: edited(data, splices[file]) if file in splices else data for file, data in self.files.items()}


def _keys(node: Node) -> Iterator[tuple[Span, YamlMapping]]:
    if isinstance(node, YamlMapping):
        for entry in node.entries:
            yield entry.key.span, node
            yield from _keys(entry.value)
    elif isinstance(node, YamlSequence):
        for item in node.items:
            yield from _keys(item)


def shifted(day: date, years: int = 1) -> date:
    """The same day of another year; the last day of a month stays the last, so that 29 February becomes the 28th."""
    last = monthrange(day.year + years, day.month)[1]
    ends = day.day == monthrange(day.year, day.month)[1]
    return date(day.year + years, day.month, last if ends else day.day)


def every_entry(handbook: Handbook, year: int) -> Iterator[Entry]:
    """All entries of a year, in every scenario: what one scenario covers is seen in another."""
    for plan_year in (handbook.years[year], *handbook.variants.get(year, {}).values()):
        for plan in plan_year.plans.values():
            for top in (plan.head, *plan.sections.values()):
                yield from top.walk()


def carry_on(carrying: Carrying, handbook: Handbook, year: int) -> None:
    """What happens to every copied year: days move on by a year, renames and revisions of the old one go."""
    seen: set[Span] = set()
    for entry in every_entry(handbook, year):
        for name in type(entry).model_fields:
            node, key = (there.get((*entry.path, name)) for there in (entry.place.nodes, entry.place.keys))
            if node is None or node.span in seen:
                continue
            value = getattr(entry, name)
            if isinstance(value, Day) and isinstance(node, YamlScalar):
                seen.add(node.span)
                if name not in entry.past:
                    _move(carrying, value, node)
            elif name in CLEARED and value is not None and isinstance(key, YamlScalar):
                seen.add(node.span)
                carrying.holder(key)
                carrying.remove(key)
                carrying.cleared[name].append(key.span)


def _move(carrying: Carrying, day: Day, node: YamlScalar) -> None:
    if day.value is None:
        return
    new = shifted(day.value)
    same = (new.month, new.day) == (day.value.month, day.value.day) and node.text[:4] == f"{day.value.year:04}"
    text = f"{new.year:04}{node.text[4:]}" if same else new.isoformat()
    carrying.replace(node.span, f"{node.style}{text}{node.style}")
    carrying.days.append(node.span)
