"""Pictures of pages are made small: what is read back is what was there, where there are few colours."""

import struct
import zlib

import pytest
from small_png import _pixels, small

WIDTH, HEIGHT = 40, 12


def png(filtered: int, colours: int = 5, form: int = 2) -> tuple[bytes, list[tuple[int, int, int]]]:
    """A picture whose rows all have one filter, and its colours."""
    step = {2: 3, 6: 4}[form]
    shades = [((7 * n) % 256, (n * n) % 256, (255 - n) % 256) for n in range(colours)]
    pixels = [shades[(x * 7 + y * 31) % colours] for y in range(HEIGHT) for x in range(WIDTH)]
    rows = [b"".join(bytes((*p, 255)[:step]) for p in pixels[y * WIDTH : (y + 1) * WIDTH]) for y in range(HEIGHT)]
    data, above = b"", bytes(WIDTH * step)
    for row in rows:
        data += bytes([filtered]) + bytes(
            (row[at] - _guess(filtered, row, above, at, step)) & 255 for at in range(len(row))
        )
        above = row
    head = struct.pack(">IIBBBBB", WIDTH, HEIGHT, 8, form, 0, 0, 0)
    chunks = ((b"IHDR", head), (b"IDAT", zlib.compress(data)), (b"IEND", b""))
    body = b"".join(struct.pack(">I", len(d)) + n + d + struct.pack(">I", zlib.crc32(n + d)) for n, d in chunks)
    return b"\x89PNG\r\n\x1a\n" + body, pixels


def _guess(filtered: int, row: bytes, above: bytes, at: int, step: int) -> int:
    left = row[at - step] if at >= step else 0
    corner = above[at - step] if at >= step else 0
    guess = left + above[at] - corner
    nearest = min((left, above[at], corner), key=lambda each: abs(guess - each))
    return (0, left, above[at], (left + above[at]) // 2, nearest)[filtered]


@pytest.mark.parametrize("form", [2, 6], ids=["rgb", "rgba"])
@pytest.mark.parametrize("filtered", range(5))
def test_every_filter_is_read(filtered: int, form: int) -> None:
    """As browsers write them."""
    made, pixels = png(filtered, form=form)
    assert _pixels(made) == (WIDTH, HEIGHT, pixels)


def test_few_colours_stay_as_they_are() -> None:
    """The palette holds them all, and every index leads to its own."""
    made, pixels = png(4)
    head, palette, data = _parts(small(made))
    assert head[9] == 3
    rows = zlib.decompress(data)
    indices = [rows[y * (WIDTH + 1) + 1 + x] for y in range(HEIGHT) for x in range(WIDTH)]
    assert [tuple(palette[3 * each : 3 * each + 3]) for each in indices] == pixels


def test_many_colours_become_256() -> None:
    """The rare ones take the nearest."""
    _, palette, _ = _parts(small(png(0, 400)[0]))
    assert len(palette) == 3 * 256


def _parts(made: bytes) -> list[bytes]:
    found, at = [], 8
    while at < len(made):
        (length,) = struct.unpack(">I", made[at : at + 4])
        found.append(made[at + 8 : at + 8 + length])
        at += length + 12
    return found[:3]
