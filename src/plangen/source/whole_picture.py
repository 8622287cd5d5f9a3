"""Whether an image is there to its end. What a file begins like is told elsewhere; no image is decoded."""

from collections.abc import Callable, Mapping

_JPEG_PIXELS, _JPEG_END = b"\xff\xda", b"\xff\xd9"
_WEBP_HEAD = 8
_GIF_HEAD = 13


def is_whole(ending: str, data: bytes) -> bool:
    """Whether an image of a kind (`.png`) has its end, as the format marks it; what no format is known of is whole."""
    judge = _JUDGES.get(ending)
    return judge is None or judge(data)


def _png(data: bytes) -> bool:
    """Chunk by chunk: length, name, content, checksum."""
    at = 8
    while at + 12 <= len(data):
        size, name = int.from_bytes(data[at : at + 4], "big"), data[at + 4 : at + 8]
        at += 12 + size
        if name == b"IEND":
            return at <= len(data)
    return False


def _jpeg(data: bytes) -> bool:
    """The mark of the end behind the head: a small picture inside the head has an end of its own."""
    at = 2
    while data[at : at + 1] == b"\xff" and data[at : at + 2] != _JPEG_PIXELS:
        at += 1 if data[at : at + 2] == b"\xff\xff" else 2 + int.from_bytes(data[at + 2 : at + 4], "big")
    return _JPEG_END in data[at:]


def _webp(data: bytes) -> bool:
    """The head says how many bytes follow."""
    size = int.from_bytes(data[4:_WEBP_HEAD], "little")
    return data[_WEBP_HEAD:12] == b"WEBP" and len(data) >= _WEBP_HEAD + size


def _gif(data: bytes) -> bool:
    return len(data) > _GIF_HEAD and data.rstrip(b"\0").endswith(b";")


_JUDGES: Mapping[str, Callable[[bytes], bool]] = {
    ".png": _png,
    ".jpg": _jpeg,
    ".jpeg": _jpeg,
    ".webp": _webp,
    ".gif": _gif,
}
