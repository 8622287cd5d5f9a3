"""A text without a wording in one of the handbook's languages."""

from plangen.values import Span, record


@record
class Untranslated:
    """A text that a language has no wording for; `text` is empty of a page, `plan` where it belongs to none."""

    language: str
    year: int
    plan: str
    address: str
    field: str
    text: str
    span: Span
