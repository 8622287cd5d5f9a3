"""PDF files as a browser has printed them: where their named places are, and the date that they carry."""

import re
from datetime import date
from io import BytesIO
from urllib.parse import unquote

_TAG_NAME = re.compile(rb"\(node\d{8}\)")
_DATE = re.compile(rb"/(CreationDate|ModDate) \(D:\d{14}[^)]*\)")


def page_count(pdf: bytes) -> int:
    """How many sheets there are."""
    from pypdf import PdfReader

    return len(PdfReader(BytesIO(pdf)).pages)


def page_numbers(pdf: bytes) -> dict[str, int]:
    """Anchor → number of the page it stands on, counted from 1: those that a link of the document leads to."""
    from pypdf import PdfReader

    reader = PdfReader(BytesIO(pdf))
    numbers = {page.indirect_reference.idnum: n for n, page in enumerate(reader.pages, 1) if page.indirect_reference}
    found: dict[str, int] = {}
    for name, place in reader.named_destinations.items():
        target = getattr(place, "page", None)
        number = numbers.get(getattr(target, "idnum", 0))
        if number:
            found[unquote(name.removeprefix("/"))] = number
    return found


def settled(pdf: bytes, day: date) -> bytes:
    """The same file without what differs between two prints of one page.

    It was made on that day, as far as it says, and its tags are numbered from one instead of by what the browser had
    numbered before. Everything keeps its place, to which the file's own table refers.
    """
    ranks = {name: rank for rank, name in enumerate(sorted(set(_TAG_NAME.findall(pdf))), 1)}
    renumbered = _TAG_NAME.sub(lambda found: b"(node%08d)" % ranks[found.group()], pdf)
    return _dated(renumbered, day)


def _dated(pdf: bytes, day: date) -> bytes:

    def put(found: re.Match[bytes]) -> bytes:
        stamp = f"/{found.group(1).decode()} (D:{day:%Y%m%d}000000+00'00'".encode()
        return stamp.ljust(len(found.group()) - 1)[: len(found.group()) - 1] + b")"

    return _DATE.sub(put, pdf)
