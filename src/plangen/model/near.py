"""Did you mean: the nearest of the known names, as the end of a sentence in both languages."""

from collections.abc import Iterable
from difflib import get_close_matches


def asked(name: str, known: Iterable[str]) -> dict[str, str]:
    """`hint_zh` and `hint_en`: the question whether the nearest known name was meant; a full stop without one."""
    near = get_close_matches(name, list(known), 1, 0.5)
    if not near:
        return {"hint_zh": "", "hint_en": ""}
    return {"hint_zh": f"，是不是“{near[0]}”？", "hint_en": f"; did you mean “{near[0]}”?"}
