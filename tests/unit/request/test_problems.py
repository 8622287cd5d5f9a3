"""Which findings of a request are new: known by code and address, never by line."""

from plangen.catalogue import load_checks
from plangen.findings import Finding
from plangen.request.problems import Problems, problems
from plangen.values import Address, Span

load_checks()
REVENUE = Address("demo", "objectives", ("revenue",), "target")
VISITS = Address("demo", "objectives", ("visits",), "target")


def finding(line: int, address: Address | None = REVENUE, code: str = "OBJ101", **args: object) -> Finding:
    """A finding in the objectives of 2026."""
    return Finding(code, Span("content/2026/demo/objectives.yml", line, 1, line, 9), args, 2026, address)


def between(before: list[Finding], after: list[Finding]) -> Problems:
    """What differs, where nothing was renamed."""
    return problems(before, after, lambda _, address: address)


def test_moved_lines_make_nothing_new() -> None:
    """Two findings ten lines further down are the same two."""
    before = [finding(3, gap="5"), finding(9, None, "PG108", name="a")]
    after = [finding(13, gap="5"), finding(19, None, "PG108", name="a")]
    assert between(before, after) == Problems()


def test_other_numbers_are_the_same_problem() -> None:
    """The sum is still wrong, by another amount; a second wrong figure is new."""
    found = between([finding(3, gap="5")], [finding(3, gap="7"), finding(8, VISITS, gap="1")])
    assert [each.finding.address for each in found.new] == [VISITS]
    assert found.gone == ()


def test_without_an_address_other_words_are_another_problem() -> None:
    """One mistake in a file was mended, another one made: both are told."""
    found = between([finding(3, None, "PG108", name="a")], [finding(3, None, "PG108", name="b")])
    assert [each.finding.args["name"] for each in found.new] == ["b"]
    assert [each.args["name"] for each in found.gone] == ["a"]


def test_a_second_one_of_the_same_kind_at_the_same_place_is_new() -> None:
    """How often it is found counts."""
    found = between([finding(3, gap="5")], [finding(3, gap="5"), finding(4, gap="5")])
    assert [each.finding.span.line for each in found.new] == [4]


def test_errors_come_first_and_what_follows_is_counted() -> None:
    """A warning in line 1 stands behind an error in line 9; what the error causes is told with it."""
    error = finding(9)
    caused = finding(20, VISITS).with_(cause=error.id)
    found = between([], [finding(1, VISITS, "OBJ102"), error, caused])
    assert [(each.finding.code, each.following) for each in found.new] == [("OBJ101", 1), ("OBJ102", 0)]
    assert found.errors == 1


def test_waived_now() -> None:
    """It is neither new nor gone; a waiver that was there before is no news; one that went makes the finding new."""
    waived = finding(3).with_(waived="已定")
    assert between([finding(3)], [waived]) == Problems(waived=(waived,))
    assert between([waived], [waived]) == Problems()
    assert [each.finding for each in between([waived], [finding(3)]).new] == [finding(3)]


def test_a_renamed_item_keeps_its_problems() -> None:
    """The address of the side before is read as it is called now."""
    found = problems([finding(3)], [finding(3, VISITS)], lambda year, _: VISITS if year == 2026 else REVENUE)
    assert found == Problems()
