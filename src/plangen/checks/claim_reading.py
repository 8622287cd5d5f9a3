"""Reading a claim: of what a number is said, from the words before it."""

import re
from collections.abc import Callable
from typing import NamedTuple

from plangen.checks.claim_subjects import Subject
from plangen.checks.claim_words import link_before, per_units, time_before

FAR = 60
"""How far before a number its name is looked for, in code points."""
_MOST_NAMES = 3
_BEGINNING = re.compile(r"[\s>#+*_0-9.)）“”「」『』(（\-]*")
"""What may stand before the first name of a clause: marks of Markdown and of quotes, numbers of a list."""


class Reading(NamedTuple):
    """Of what a number is said: the subjects as named, from the number backwards; `per` the units after 每, sorted."""

    subjects: tuple[Subject, ...]
    per: tuple[str, ...]


Naming = Callable[[str, int], tuple[Subject, int] | None]
"""Gives the subject whose name ends at a place of a text, and where that name starts."""


def read_before(text: str, end: int, named: Naming) -> Reading | None:
    """The claim whose number begins at `end`: names and the few words that only join them to it, nothing else.

    A word that is not known leaves open what is meant (经销商的提成 5 万元), and then there is no reading.
    """
    subjects: list[Subject] = []
    per: set[str] = set()
    place, limit = end, max(0, end - FAR)
    while place > limit:
        found = named(text, place)
        time = None if found else time_before(text, place, limit)
        if found is not None:
            subjects.append(found[0])
            place = found[1]
        elif time is not None:
            per |= per_units(time[1] or "")
            place = time.start()
        elif link := link_before(text, place, limit):
            place -= link
        else:
            break
    if (
        not subjects
        or len(subjects) > _MOST_NAMES
        or place == limit > 0
        or not _BEGINNING.fullmatch(text, limit, place)
    ):
        return None
    return Reading(tuple(subjects), tuple(sorted(per)))
