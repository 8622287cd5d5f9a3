"""Change cards in words: what is different for a person or role, in a line for the comment, in rows for the page."""

from collections.abc import Iterator

from plangen.diff import CardLine, ChangeCard
from plangen.request.document import Item, Word
from plangen.request.request import ChangedYear
from plangen.request.words import say
from plangen.review.lines import Line as Edited
from plangen.review.words import bracketed, colon, semicolon
from plangen.values import Quantity, dotted, record
from plangen.values import say as in_language

SHOWN = 4
"""So many things are told of one card in the comment."""


@record
class CardRow:
    """One thing that is different: what, and what it was and is; `told` is all of it in a few words."""

    what: str
    old: str
    new: str
    told: str


class CardWords:
    """Tells the cards of one year."""

    def __init__(self, year: ChangedYear) -> None:
        self._year, self._language = year, year.report.language
        wording = year.report.wording
        self._names, self._lines, self._values = wording.names, wording.lines, wording.values

    def items(self) -> Iterator[Item]:
        """A point for each card, in one line."""
        between, before = semicolon(self._language), colon(self._language)
        for card in self._year.cards:
            told = [row.told for row in self.rows(card)]
            rest = len(told) - SHOWN
            told = [*told[:SHOWN], say(self._language, "more-in", rest)] if rest > 1 else told
            told += [say(self._language, "reworded", sum(card.more.values()))] if card.more else []
            yield Item((Word(card.name, "strong"), Word(f"{before}{between.join(dict.fromkeys(told))}")))

    def rows(self, card: ChangeCard) -> list[CardRow]:
        """Everything that is different for somebody."""
        return [self._row(card, line) for line in card.lines]

    def _row(self, card: ChangeCard, line: CardLine) -> CardRow:
        if line.address is not None:
            return self._figure(card, line)
        edited = self._lines[line.edit] if line.edit is not None else None
        if edited is None:
            return CardRow(line.field, str(line.old or ""), str(line.new or ""), line.field)
        return self._handed(line, edited) if line.way in ("here", "away") else self._edited(card, line, edited)

    def _figure(self, card: ChangeCard, line: CardLine) -> CardRow:
        address = line.address
        assert address is not None
        old, new = (each if isinstance(each, Quantity) else None for each in (line.old, line.new))
        name = self._names.figure(address, card.plan)
        texts = self._values.pair(old, new, address.plan, address.kind)
        remark = self._values.difference(old, new, address.plan, address.kind)
        told = f"{name} {texts[0] or '—'} → {texts[1] or '—'}{bracketed(self._language, remark)}"
        return CardRow(name, texts[0], texts[1] + bracketed(self._language, remark), told)

    def _handed(self, line: CardLine, edited: Edited) -> CardRow:
        """Something that somebody gets, or gives away: a duty, an item, a role under them."""
        here = line.way == "here"
        key = ("over" if here else "no-more-over") if line.field == "reports_to" else "takes" if here else "hands"
        subject = _quoted(edited.subject, self._language)
        what = dotted(self._language, (edited.subject, edited.what))
        return CardRow(what, edited.old, edited.new, say(self._language, key, subject))

    def _edited(self, card: ChangeCard, line: CardLine, edited: Edited) -> CardRow:
        own = line.kind == "org" and edited.subject == card.name
        if edited.runs:
            what = say(self._language, "part-of", section=self._names.section(line.kind), what=edited.what)
            told = say(self._language, "becomes", what=what, text=_quoted(edited.new, self._language))
            return CardRow(what, edited.old, edited.new, told)
        subject = "" if own else f"{_quoted(edited.subject, self._language)}{colon(self._language)}"
        what = edited.what if own else dotted(self._language, (edited.subject, edited.what))
        return CardRow(what, edited.old, edited.new, f"{subject}{edited.sentence(self._language)}")


def _quoted(text: str, language: str) -> str:
    return in_language(("「{text}」", "“{text}”"), language, text=text)
