"""Where the numbers of pages come from: one data file for the pages of a plan, read when somebody asks."""

import hashlib
import json
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from html import unescape

from plangen.render.figure_words import verb_word
from plangen.render.origins import SHOWN_USERS, SIGNS, Origins, in_order, steering
from plangen.site.book import Page
from plangen.site.edition import CHANGES
from plangen.values import Address, Figure, Key, Quantity, record
from plangen.values.quantity import total

FOLDER = "_origins"
"""The folder of the version that holds the data files, each named by a hash of its content."""
_SIGN = re.compile(r" ([+−]) ")
_SHOWN = re.compile(r' data-address="([^"]+)"')


def with_origins(pages: list[Page], year: int, origins: Origins, edit_url: str) -> tuple[list[Page], dict[str, bytes]]:
    """The pages, each with the path of its data file, and the files by path.

    Pages of one folder share a file; in it stand the addresses of their numbers too, so that no page carries them.
    `edit_url` has the places `{file}` and `{line}`; without it no file is linked.
    """
    folders: dict[str, dict[str, list[str]]] = {}
    named = [(page, _names(page)) for page in pages]
    for page, names in named:
        if names:
            folders.setdefault(_folder(page), {})[page_name(page)] = names
    files, paths, steered = {}, {}, _steered(origins)
    for folder, shown in folders.items():
        data = _File(year, origins, edit_url, steered).data(shown)
        paths[folder] = f"{FOLDER}/{hashlib.sha256(data).hexdigest()[:12]}.js"
        files[paths[folder]] = data
    return [_lighter(page, paths[_folder(page)]) if names else page for page, names in named], files


def page_name(page: Page) -> str:
    """What a page is called in its data file."""
    return page.path.rpartition("/")[2].removesuffix(".md")


def _lighter(page: Page, path: str) -> Page:
    """The page without the addresses of its numbers: the first of each slot says its place in the list of the page."""
    slots, count = {}, 0
    for token, html in page.slots.items():
        first, *rest = _SHOWN.split(html)[::2]
        slots[token] = f'{first} data-address="{count}"{"".join(rest)}' if rest else html
        count += len(rest)
    return replace(page, slots=slots, origins=path)


def _steered(origins: Origins) -> dict[Key, set[Key]]:
    """For each figure those of its scenario that it steers; looked for once, as a table has many more inputs."""
    found: dict[Key, set[Key]] = {}
    for figure in origins.figures.values():
        for used in steering(figure):
            if used.scenario == figure.key.scenario:
                found.setdefault(used, set()).add(figure.key)
    return found


def _folder(page: Page) -> str:
    """Pages of changes show figures of two years: no other page has to load them."""
    folder, _, name = page.path.rpartition("/")
    return page.path.removesuffix(".md") if name == f"{CHANGES}.md" else folder


def _names(page: Page) -> list[str]:
    """What names the figure of each number of a page, slot by slot."""
    return [unescape(found) for html in page.slots.values() for found in _SHOWN.findall(html)]


def _is_made(name: str) -> bool:
    return bool(_SIGN.search(f" {name}"))


def _terms(name: str, year: int) -> Iterator[tuple[str, Key]]:
    """The figures of a name, each with how it counts: `a:b/c.d − 2025 a:b/c.d`."""
    first, *rest = _SIGN.split(f" {name}")
    if first.strip():
        yield "+", _key(first.strip(), year)
    for sign, part in zip(rest[::2], rest[1::2], strict=True):
        yield sign, _key(part, year)


def _key(name: str, year: int) -> Key:
    """The figure behind a name: an address, after a version (`2025`, `2026@stretch`) where that is not the page's."""
    version, _, address = name.rpartition(" ")
    before, _, scenario = version.partition("@")
    return Key(int(before) if before else year, Address.parse(address), scenario)


@record
class _File:
    """One data file: `plangenOrigins({address: [label, value, how, inputs, users, place, url, last year]}, pages)`.

    `pages` has for each page the addresses of its numbers in order. Figures that are only mentioned have no `how`: they
    are named, and cannot be unfolded.
    """

    year: int
    origins: Origins
    edit_url: str
    steered: Mapping[Key, set[Key]]

    def data(self, shown: Mapping[str, list[str]]) -> bytes:
        """The file for the figures that pages show, and for all that those are computed from."""
        named = {name: list(_terms(name, self.year)) for names in shown.values() for name in names}
        unfolded = self._closure(key for terms in named.values() for _, key in terms)
        users = {key: in_order(self.steered.get(key, ()))[:SHOWN_USERS] for key in unfolded}
        rows = {key: self._row(self.origins.figures[key], users[key]) for key in unfolded}
        for key in unfolded:
            for other in (*steering(self.origins.figures[key]), *users[key]):
                if other not in rows:
                    rows[other] = self._named(other)
        told = {self._name(key): rows[key] for key in in_order(rows)}
        told |= {name: self._made(terms) for name, terms in sorted(named.items()) if _is_made(name)}
        lines = ",\n".join(f"{_json(name)}:{_json(row)}" for name, row in told.items())
        pages = ",\n".join(f"{_json(name)}:{_json(names)}" for name, names in shown.items())
        return f"plangenOrigins({{\n{lines}\n}},{{\n{pages}\n}});\n".encode()

    def _closure(self, shown: Iterable[Key]) -> list[Key]:
        seen: set[Key] = set()
        waiting = [key for key in shown if key in self.origins.figures]
        while waiting:
            key = waiting.pop()
            if key not in seen:
                seen.add(key)
                waiting += [used for used in self.origins.figures[key].inputs if used in self.origins.figures]
        return in_order(seen)

    def _row(self, figure: Figure, using: list[Key]) -> list[object]:
        sign = SIGNS.get(figure.rule, "")
        inputs = [[sign if index else "", self._name(used)] for index, used in enumerate(steering(figure))]
        users = [self._name(user) for user in using]
        source = figure.source
        place = f"{source.file}:{source.line}" if source else ""
        url = self.edit_url.replace("{file}", source.file).replace("{line}", str(source.line)) if source else ""
        last = self.origins.last_year(figure)
        return [*self._named(figure.key)[:2], self.origins.how(figure), inputs, users, place, url, last]

    def _made(self, terms: list[tuple[str, Key]]) -> list[object]:
        """What is no figure of its own: figures added up, and others taken away."""
        inputs = [[sign, self._name(key)] for sign, key in terms]
        inputs[0][0] = inputs[0][0].removeprefix("+")
        parts = [-quantity if sign == "−" else quantity for sign, quantity in self._quantities(terms)]
        value, (_, first) = total(parts, parts[0].unit), terms[0]
        label = self.origins.label(first, Key(self.year, Address("", "", ())))
        how = verb_word(self.origins.language, "difference" if any(sign == "−" for sign, _ in terms) else "sum")
        return [label, self.origins.written(value, first.address, first.year), how, inputs, [], "", "", ""]

    def _quantities(self, terms: list[tuple[str, Key]]) -> Iterator[tuple[str, Quantity]]:
        return ((sign, self.origins.figures[key].quantity) for sign, key in terms)

    def _named(self, key: Key) -> list[object]:
        figure = self.origins.figures.get(key)
        value = self.origins.written(figure.quantity, key.address, key.year) if figure else "—"
        label = self.origins.label(key, Key(self.year, Address("", "", ())))
        return [label, value, None, [], [], "", "", ""]

    def _name(self, key: Key) -> str:
        return str(key.address if key.year == self.year and not key.scenario else key)


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":")).replace("\u2028", "\\u2028")
