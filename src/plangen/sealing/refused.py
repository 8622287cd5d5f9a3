"""What keeps a year from being sealed or amended."""

from collections.abc import Sequence

from plangen.findings import Finding
from plangen.seals.codes import CHAIN
from plangen.values import Pair
from plangen.values.span import Span


class SealRefused(Exception):
    """A seal that is not made: why, as a sentence in each language or as findings, and the exit status it means."""

    def __init__(self, zh: str, en: str, status: int = 1, findings: Sequence[Finding] = ()) -> None:
        super().__init__(en)
        self.sentence: Pair = zh, en
        self.status = status
        self.findings = tuple(findings)


def out_of_order(path: str, year: int, what: tuple[str, str], out: tuple[str, str]) -> SealRefused:
    """The refusal of a year that cannot be the next link of the chain."""
    args = {"what_zh": what[0], "what_en": what[1], "out_zh": out[0], "out_en": out[1]}
    return refused_by([Finding(CHAIN, Span.whole(path), args, year)])


def refused_by(findings: Sequence[Finding]) -> SealRefused:
    """The refusal for what is wrong with the content or the seals."""
    return SealRefused("没有封存，也没有改动文件", "nothing was sealed, no file was changed", 1, findings)
