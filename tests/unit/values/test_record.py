"""Records: equal by parts, hashed, written, replaced; order and other methods are the class's own."""

from dataclasses import field, replace

import pytest

from plangen.values import record


@record
class Point:
    """Two parts that count and one that does not."""

    across: int
    up: int = 0
    seen: bool = field(default=False, compare=False, repr=False)

    def __lt__(self, other: "Point") -> bool:
        return self.up < other.up


@record
class Other:
    """The same parts under another name."""

    across: int
    up: int = 0


@record
class Named:
    """A text that is compared without its case."""

    text: str

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Named) and self.text.lower() == other.text.lower()

    def __hash__(self) -> int:
        return hash(self.text.lower())

    def __repr__(self) -> str:
        return f"<{self.text}>"


def test_equal_by_parts() -> None:
    """Every part counts but those that do not compare; another class is another thing."""
    assert Point(1, 2) == Point(1, 2, seen=True)
    assert Point(1, 2) != Point(1, 3)
    assert Point(1, 2) != Other(1, 2)  # type: ignore[comparison-overlap]
    assert Point(1, 2) != (1, 2)  # type: ignore[comparison-overlap]


def test_equal_ones_are_one_key() -> None:
    """Equal records have one hash."""
    assert len({Point(1, 2), Point(1, 2, seen=True), Point(2, 1)}) == 2


def test_written_for_a_maintainer() -> None:
    """Name and parts, without those that are not shown."""
    assert repr(Point(1, 2, seen=True)) == "Point(across=1, up=2)"


def test_is_a_dataclass() -> None:
    """`replace` and patterns read it; order is what the class says."""
    assert replace(Point(1, 2, seen=True), up=5) == Point(1, 5)
    match Point(3, 4):
        case Point(across, up):
            assert (across, up) == (3, 4)
    assert max([Point(1, 2), Point(0, 3)]) == Point(0, 3)


def test_own_methods_stay() -> None:
    """A class that compares, hashes and writes itself keeps its own way."""
    assert {Named("A"), Named("a")} == {Named("a")}
    assert repr(Named("A")) == "<A>"


def test_holds_what_is_named_and_nothing_else() -> None:
    """There is no room for a part that is not declared; that none is assigned later, the type checker holds."""
    with pytest.raises(AttributeError):
        Point(1).extra = 1  # type: ignore[attr-defined]
    Point(1).up = 2  # type: ignore[misc]  # strict mypy refuses this ignore where it would accept the line
