"""The approvals of a request as points of a list: who, for which edits, by which rule."""

from collections.abc import Iterator
from decimal import Decimal
from functools import partial

from plangen.diff import relative
from plangen.request.approvals import Because, Need
from plangen.request.document import Item, Word, first
from plangen.request.request import Request
from plangen.request.words import say
from plangen.review.report import placed
from plangen.review.words import bracketed, listed, semicolon
from plangen.values import DOT, SHARE, Quantity, dotted, half_up, write_quantity
from plangen.values import say as in_language

_STEP = Decimal("0.001")


class ApprovalPoints:
    """Tells the approvals of one request, `most` reasons a role at most."""

    def __init__(self, request: Request, most: int) -> None:
        self._request, self._most, self._language = request, most, request.language
        self._words = {year.year: year.report.wording for year in request.years}

    def items(self) -> Iterator[Item]:
        """A point for each role, in the order of the rules."""
        roles: dict[str, list[Need]] = {}
        for need in self._request.needs:
            roles.setdefault(need.role, []).append(need)
        for role, needs in roles.items():
            reasons: dict[tuple[int, int | None], list[str]] = {}
            for need in needs:
                for because in need.because:
                    reasons.setdefault((because.year, because.edit), []).append(self._why(need, because))
            told = [
                Item((Word(self._what(*key)), Word(bracketed(self._language, self._row(why)))))
                for key, why in reasons.items()
            ]
            told = first(told, self._most, partial(say, self._language, "more-in"))
            yield Item((Word(self.role(role), "strong"), *self._places(needs)), tuple(told))

    def role(self, role: str) -> str:
        """What a role is called."""
        return self._request.roles.get(role, role)

    def free(self) -> int:
        """How many edits no rule asks for."""
        asked = {(because.year, because.edit) for need in self._request.needs for because in need.because}
        return self._request.edits - len({key for key in asked if key[1] is not None})

    def _row(self, why: list[str]) -> str:
        return semicolon(self._language).join(dict.fromkeys(why))

    def _places(self, needs: list[Need]) -> Iterator[Word]:
        """The rules that ask, with their places."""
        yield Word(say(self._language, "rules-in"))
        for place, need in enumerate(needs):
            if place:
                yield Word(listed(self._language, ["", ""]))
            yield Word(f"{need.place.file}:{need.place.line}", "code")
        yield Word(say(self._language, "bracket-end"))

    def _what(self, year: int, edit: int | None) -> str:
        """What was edited, in a few words."""
        if edit is None:
            return say(self._language, "all-of-year", year)
        line = self._words[year].lines[edit]
        where = line.where.split(in_language(DOT, self._language))
        what = "" if line.what in line.subject or line.what in where else line.what
        return dotted(self._language, (placed(line.where, line.subject), what))

    def _why(self, need: Need, because: Because) -> str:
        """Why a rule asks for an edit."""
        rule, language = need.rule, self._language
        if rule.always is not None:
            governed = [say(language, each) for each in rule.always] if because.edit is None else []
            return say(language, "always", listed(language, governed) if governed else say(language, because.governs))
        limit = rule.above or rule.up_to
        if limit is None:
            return say(language, "every")
        written = write_quantity(limit, language=language)
        share = because.size.share if because.size else None
        if share is None:
            return say(language, "new-above", limit=written)
        key = "above" if rule.above is not None else "up-to"
        told = say(language, key, share=_percent(share, language), limit=written)
        figure = self._figure(because)
        return f"{figure} {told}" if figure else told

    def _figure(self, because: Because) -> str:
        """The figure that has the size, where it is not the edited one itself."""
        if because.edit is None or because.size is None or because.size.figure is None:
            return ""
        changes = next(each.changes for each in self._request.years if each.year == because.year)
        edit = changes.edits[because.edit]
        own = {address for pair in edit.figures() for address in pair}
        change = relative(edit.old, edit.new)
        if because.size.figure in own or (change is not None and abs(change) == because.size.share):
            return ""
        return self._words[because.year].names.figure(because.size.figure, edit.entity.key.plan)


def _percent(share: Decimal, language: str) -> str:
    """A share to 0.1%, without a final zero."""
    return write_quantity(Quantity.exact(half_up(share, _STEP).normalize(), SHARE), language=language)


def asked_roles(request: Request) -> str:
    """The roles that have to approve, in a row."""
    roles = dict.fromkeys(need.role for need in request.needs)
    names = [request.roles.get(role, role) for role in roles]
    return listed(request.language, names) if names else ""
