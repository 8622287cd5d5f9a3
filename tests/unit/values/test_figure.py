"""Keys and figures."""

from plangen import values
from plangen.values import YUAN, Address, Figure, Key, Quantity, Span


def test_keys_name_the_version() -> None:
    """Keys name the version."""
    address = Address.parse("p:o/r.t")
    assert str(Key(2025, address)) == "2025 p:o/r.t"
    assert str(Key(2025, address, "stretch")) == "2025@stretch p:o/r.t"
    figure = Figure(Key(2025, address), Quantity.exact(5, YUAN), "typed", source=Span.at("a.yml", 3, 5, 4))
    assert figure.address == address
    assert str(figure.source) == "a.yml:3:5"


def test_everything_public_is_there() -> None:
    """Everything public is there."""
    assert sorted(values.__all__, key=str) == sorted(set(values.__all__), key=str)
    assert all(hasattr(values, name) for name in values.__all__)
