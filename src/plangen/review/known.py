"""Known changes: edits that the handbook accepts, with their reasons, and acceptances that nothing needs any more."""

from collections.abc import Iterator, Sequence

from plangen.diff.acceptance import Accepted
from plangen.model import Acceptance
from plangen.review.lines import Line
from plangen.review.words import bracketed, colon, comma, say
from plangen.values import record


@record
class Known:
    """An accepted edit: its line, and why, by whom and until when it is accepted."""

    line: Line
    acceptance: Acceptance

    def sentence(self, language: str) -> str:
        """`华东区域·目标 › 销售额：目标 9 万元 → 10 万元（已在会上定下，区域经理，到 2026-12-31）`."""
        where = f"{self.line.where} › " if self.line.where else ""
        said = f"{where}{self.line.subject}{colon(language)}{self.line.sentence(language)}"
        return said + bracketed(language, _reasons(self.acceptance, language))


def known_edits(accepted: Accepted, places: Sequence[int], lines: Sequence[Line]) -> Iterator[Known]:
    """The accepted ones among some edits, in their order."""
    for place in places:
        if place in accepted.edits:
            yield Known(lines[place], accepted.edits[place])


def stale_words(accepted: Accepted, language: str) -> tuple[str, ...]:
    """The acceptances that no change of this comparison needs."""
    return tuple(f"{each.target}{bracketed(language, _reasons(each, language))}" for each in accepted.stale)


def _reasons(acceptance: Acceptance, language: str) -> str:
    until = acceptance.until.value.isoformat() if acceptance.until.value else ""
    return comma(language).join([acceptance.reason, acceptance.owner, say(language, "until", until)])
