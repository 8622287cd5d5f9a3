"""Rules of the bands behind bullets: where each ends, as a share and as an amount of the target to date."""

from collections.abc import Iterator

from plangen.compute import Rule
from plangen.sections.objectives.results import Results
from plangen.sections.objectives.split import Note

BAND: Note = ("目标 × 色带界线", "target × where the band ends")


def rules(results: Results, axis: str, member: str) -> Iterator[Rule]:
    """The shares once, beside the whole; the ends for each part that has months in."""
    split, names = results.split, tuple(filter(None, [member]))
    span, has = split.objective.span("bands"), results.monthly and results.pieces_in(axis, member)
    for place, edge in enumerate(split.objective.bands, 1):
        share = split.key(f"band-{place}")
        if not member:
            yield split.rule(share, "constant", (), span, quantity=edge)
        if has:
            yield split.rule(
                split.key(f"band-end-{place}", *names), "product", (split.key("ytd", *names), share), span, BAND
            )
