"""Make pictures of pages small: a palette of 256 colours is enough for text, rules and a few bars."""

import struct
import zlib
from collections import Counter
from collections.abc import Iterator

_HEAD = b"\x89PNG\r\n\x1a\n"
_COLOURS = 256
Colour = tuple[int, int, int]


def small(png: bytes) -> bytes:
    """A picture of 8 bits a channel with the 256 commonest of its colours; the others become the nearest of them."""
    width, height, pixels = _pixels(png)
    counts = Counter(pixels)
    kept = sorted(colour for colour, _ in counts.most_common(_COLOURS))
    place = {colour: number for number, colour in enumerate(kept)}
    place |= {colour: _nearest(colour, kept) for colour in counts if colour not in place}
    indices = bytes(map(place.__getitem__, pixels))
    rows = b"".join(b"\0" + indices[start : start + width] for start in range(0, width * height, width))
    head = struct.pack(">IIBBBBB", width, height, 8, 3, 0, 0, 0)
    palette = b"".join(map(bytes, kept))
    parts = ((b"IHDR", head), (b"PLTE", palette), (b"IDAT", zlib.compress(rows, 9)), (b"IEND", b""))
    return _HEAD + b"".join(_chunk(name, data) for name, data in parts)


def _chunk(name: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))


def _nearest(colour: Colour, kept: list[Colour]) -> int:
    apart = [sum((one - other) ** 2 for one, other in zip(colour, each, strict=True)) for each in kept]
    return apart.index(min(apart))


def _pixels(png: bytes) -> tuple[int, int, list[Colour]]:
    """Width, height and the colours of a picture without palette, row by row; see-through is not looked at."""
    chunks = list(_chunks(png))
    width, height, depth, form = struct.unpack(">IIBB", chunks[0][1][:10])
    step = {2: 3, 6: 4}[form]
    if depth != 8:
        raise ValueError(f"{depth} bits a channel")
    raw = zlib.decompress(b"".join(data for name, data in chunks if name == b"IDAT"))
    found: list[Colour] = []
    above = bytearray(width * step)
    for start in range(0, len(raw), width * step + 1):
        above = _row(raw[start], bytearray(raw[start + 1 : start + 1 + width * step]), above, step)
        found += zip(above[0::step], above[1::step], above[2::step], strict=True)
    return width, height, found


def _chunks(png: bytes) -> Iterator[tuple[bytes, bytes]]:
    at = len(_HEAD)
    while at < len(png):
        (length,) = struct.unpack(">I", png[at : at + 4])
        yield png[at + 4 : at + 8], png[at + 8 : at + 8 + length]
        at += length + 12


def _row(how: int, row: bytearray, above: bytearray, step: int) -> bytearray:
    """A row as it was before its filter (PNG, section 9)."""
    if how == 2:
        return bytearray((one + other) & 255 for one, other in zip(row, above, strict=True))
    for at in range(len(row)) if how else ():
        left = row[at - step] if at >= step else 0
        corner = above[at - step] if at >= step else 0
        added = (left, above[at], (left + above[at]) // 2, _paeth(left, above[at], corner))[(0, 0, 1, 2, 3)[how]]
        row[at] = (row[at] + added) & 255
    return row


def _paeth(left: int, above: int, corner: int) -> int:
    guess = left + above - corner
    return min((left, above, corner), key=lambda each: abs(guess - each))
