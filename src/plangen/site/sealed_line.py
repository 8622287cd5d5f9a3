"""What the banner of a closed year says: who sealed it and when; of an amended one also why, with the original."""

from collections.abc import Iterator, Sequence

from plangen.model import Sealing
from plangen.site.edition import Edition
from plangen.views import Inline, Line, Link


def original(year: int, amendment: int = 0) -> str:
    """The folder of an edition of a year that a later amendment has replaced."""
    return f"{year}-amended-{amendment}" if amendment else f"{year}-original"


def sealed_line(edition: Edition, url: str, sealings: Sequence[Sealing]) -> Line:
    """The banner's sentence on the page at `url`: the newest amendment first, each earlier edition one click away."""
    first, word = sealings[0], edition.word
    sealed = ("{on} 由 {by} 封存，内容不再改动。", "Sealed on {on} by {by}; it does not change any more.")
    closed = word(*sealed, on=first.on, by=first.by)
    if len(sealings) == 1:
        return (closed,)
    return (*_amendments(edition, url, sealings), closed)


def _amendments(edition: Edition, url: str, sealings: Sequence[Sealing]) -> Iterator[Inline]:
    for number in range(len(sealings) - 1, 0, -1):
        each, word = sealings[number], edition.word
        yield word(
            "{on} 由 {by} 订正：{reason}（",
            "Amended on {on} by {by}: {reason} (",
            on=each.on,
            by=each.by,
            reason=each.reason,
        )
        yield _before(edition, url, number - 1, sealings[number - 1])
        yield word("）。", "). ")


def _before(edition: Edition, url: str, number: int, sealing: Sealing) -> Link:
    """The same page as it was before an amendment; the home page where it had none."""
    word, page = edition.word, url if url in sealing.pages else ""
    text = word("订正 {number} 版", "amendment {number}", number=number) if number else word("原版", "the original")
    return Link(text, page=f"../{original(edition.year, number)}/{page}")
