"""The range of a review: `main..spring`, as git's own commands take it."""

from plangen.values import record


@record
class Range:
    """Two sides of a review. `head` is empty for the files as they lie there now.

    `merge_base`: what counts as before is where the head left the base, so that what others changed on the base since
    is not told.
    """

    base: str
    head: str
    merge_base: bool = False

    @property
    def labels(self) -> tuple[str, str]:
        """Both sides as a reader names them: a commit's hash in its short form."""
        return _short(self.base), _short(self.head)


def read_range(text: str) -> Range | None:
    """`BASE..HEAD`, `BASE...HEAD`, or either without its head; None for any other text."""
    dots = "..." if "..." in text else ".."
    base, found, head = text.partition(dots)
    if not found or not base or ".." in head or head.startswith("."):
        return None
    return Range(base, head, dots == "...")


def _short(name: str) -> str:
    is_hash = len(name) >= 40 and all(letter in "0123456789abcdef" for letter in name)
    return name[:7] if is_hash else name
