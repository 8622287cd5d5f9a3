"""Figures: everything that was typed or computed, by (year, scenario, address)."""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from plangen.values import Address, Figure, Key, Quantity


class Figures(Mapping[Key, Figure]):
    """All figures of a handbook, with who uses whom."""

    def __init__(self, figures: Mapping[Key, Figure]) -> None:
        self._figures = figures
        self._users: dict[Key, list[Key]] | None = None
        self._plans: dict[tuple[int, str], list[Figure]] | None = None

    def __getitem__(self, key: Key) -> Figure:
        return self._figures[key]

    def __iter__(self) -> Iterator[Key]:
        return iter(self._figures)

    def __len__(self) -> int:
        return len(self._figures)

    def quantity(self, year: int, address: Address) -> Quantity | None:
        """The quantity at an address of a year, or None where there is no such figure."""
        figure = self._figures.get(Key(year, address))
        return figure.quantity if figure else None

    def of_plan(self, year: int, plan: str) -> Sequence[Figure]:
        """Every figure of one plan of a year, in the order that they were computed."""
        if self._plans is None:
            self._plans = {}
            for figure in self._figures.values():
                self._plans.setdefault((figure.key.year, figure.address.plan), []).append(figure)
        return self._plans.get((year, plan), ())

    def users(self, key: Key) -> tuple[Key, ...]:
        """The figures of the same scenario that take this one as an input."""
        if self._users is None:
            self._users = {}
            for figure in self._figures.values():
                for used in figure.inputs:
                    if used.scenario == figure.key.scenario:
                        self._users.setdefault(used, []).append(figure.key)
        return tuple(self._users.get(key, ()))

    def origins(self, key: Key) -> frozenset[Key]:
        """Every figure that this one is computed from, directly or not; itself included."""
        seen: set[Key] = set()
        waiting = [key]
        while waiting:
            current = waiting.pop()
            if current not in seen:
                seen.add(current)
                waiting += self._figures[current].inputs if current in self._figures else ()
        return frozenset(seen)

    def followers(self, keys: Iterable[Key]) -> frozenset[Key]:
        """Every figure of the same scenario that is computed from one of these, directly or not; they are left out."""
        given = frozenset(keys)
        seen, waiting = set(given), list(given)
        while waiting:
            for user in self.users(waiting.pop()):
                if user not in seen:
                    seen.add(user)
                    waiting.append(user)
        return frozenset(seen - given)
