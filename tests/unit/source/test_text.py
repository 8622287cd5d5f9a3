"""From bytes to text: encoding, character policy and size."""

import pytest

from plangen.findings import Finding, message, way_out
from plangen.source import read_text


def only(found: list[Finding]) -> Finding:
    """The one finding of a refused text."""
    assert len(found) == 1, found
    return found[0]


@pytest.mark.parametrize(
    ("data", "text"),
    [
        (b"", ""),
        ("销售额 ５％\n".encode(), "销售额 ５％\n"),
        (b"\xef\xbb\xbfa: 1\n", "a: 1\n"),
        (b"a\r\nb\r\n", "a\nb\n"),
        ("tab\there, 全角　空格, nbsp\u00a0".encode(), "tab\there, 全角　空格, nbsp\u00a0"),
        ("👨\u200d👩\u200d👧 ❤\ufe0f".encode(), "👨\u200d👩\u200d👧 ❤\ufe0f"),
    ],
)
def test_good_text_is_read(data: bytes, text: str) -> None:
    """A byte order mark at the start goes, CR LF becomes LF, joined emoji stay."""
    assert read_text("f.yml", data) == (text, [])


@pytest.mark.parametrize(
    ("data", "code", "place", "point", "byte"),
    [
        (b"name: a\0b\n", "PG106", "1:8", "U+0000", 7),
        (b"x\nname: a\ab\n", "PG106", "2:8", "U+0007", 9),
        (b"a\x7f", "PG106", "1:2", "U+007F", 1),
        (b"a\rb", "PG106", "1:2", "U+000D", 1),
        ("年: 1\n\ufefft: 1\n".encode(), "PG106", "2:1", "U+FEFF", 7),
        ("a\u2028b".encode(), "PG106", "1:2", "U+2028", 1),
        ("a\u0085b".encode(), "PG106", "1:2", "U+0085", 1),
        ("a\ufffe".encode(), "PG106", "1:2", "U+FFFE", 1),
        (b"\xef\xbb\xbfa\r\nb\0", "PG106", "2:2", "U+0000", 7),
        (b"ab\xed\xa0\x80", "PG106", "1:3", "U+D800", 2),
        (b"# a \x02klz:1\x03", "PG106", "1:5", "U+0002", 4),
    ],
)
def test_control_characters_are_refused(data: bytes, code: str, place: str, point: str, byte: int) -> None:
    """The finding names the code point, where an editor shows it and the byte offset in the file."""
    text, found = read_text("f.yml", data)
    finding = only(found)
    assert (text, finding.code, str(finding.span)) == ("", code, f"f.yml:{place}")
    assert (finding.args["code_point"], finding.args["byte"]) == (point, byte)


@pytest.mark.parametrize(
    ("text", "place", "point"),
    [
        ("regi\u200bon: east\n", "1:5", "U+200B"),
        ('a: 1\nname: "\u202e000,1\u202c"\n', "2:8", "U+202E"),
        ("a\u00adb", "1:2", "U+00AD"),
        ("a\u200db", "1:2", "U+200D"),
        ("a\u3164b", "1:2", "U+3164"),
        ("a\u034fb", "1:2", "U+034F"),
        ("a\u2066b", "1:2", "U+2066"),
        ("a\U000e0041", "1:2", "U+E0041"),
    ],
)
def test_hidden_characters_are_refused(text: str, place: str, point: str) -> None:
    """Zero-width and bidirectional characters, also those that Python counts as letters."""
    finding = only(read_text("f.yml", text.encode())[1])
    assert (finding.code, str(finding.span), finding.args["code_point"]) == ("PG113", f"f.yml:{place}", point)


def test_other_places_are_related() -> None:
    """One finding a file, the other places beside it."""
    finding = only(read_text("f.yml", "a\u200bb\nc\u200bd\u200e".encode())[1])
    assert [str(span) for span, _ in finding.related] == ["f.yml:2:2", "f.yml:2:4"]
    assert finding.args["count"] == 3


@pytest.mark.parametrize(
    ("data", "place", "byte", "guess"),
    [
        ("a: 1\nname: 预算\n".encode("gbk"), "2:8", 13, "GBK"),
        ("name: 预算\n".encode("utf-16"), "1:1", 0, "UTF-16"),
        ("name: budget\n".encode("utf-16-le"), "1:1", 0, "UTF-16"),
        ("预算: caf\xe9".encode()[:-2] + b"\xe9\n", "1:8", 11, ""),
    ],
)
def test_other_encodings_are_refused(data: bytes, place: str, byte: int, guess: str) -> None:
    """Never a guess, but a word on what it looks like."""
    finding = only(read_text("f.yml", data)[1])
    assert (finding.code, str(finding.span)) == ("PG107", f"f.yml:{place}")
    assert (finding.args["byte"], finding.args["guess"]) == (byte, guess)


def test_large_files_are_refused_by_size() -> None:
    """Before anything is decoded."""
    finding = only(read_text("f.yml", b"\xff" * 2_000_001)[1])
    assert (finding.code, str(finding.span)) == ("PG103", "f.yml:1:1")


@pytest.mark.parametrize("language", ["zh", "en"])
def test_findings_are_full_sentences(language: str) -> None:
    """No argument is left open in either language."""
    for data in (b"\0", "\u200b".encode(), b"\xff", b"x" * 2_000_001, b"\xed\xa0\x80"):
        finding = only(read_text("f.yml", data)[1])
        assert "{" not in message(finding, language) + way_out(finding, language)
