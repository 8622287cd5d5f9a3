"""Labels: one text in several languages. A number is never one."""

from collections.abc import Mapping
from typing import Any, Self, get_args

from plangen.values import Language, Pair, Refused

LANGUAGES: tuple[Language, ...] = get_args(Language)
"""The languages that a handbook can be published in."""


NAMES: Mapping[str, str] = {"zh-Hans": "简体中文", "zh-Hant": "繁體中文", "en": "English"}
"""What each language calls itself."""
CALLED: Mapping[str, Pair] = {
    "zh-Hans": ("简体中文", "simplified Chinese"),
    "zh-Hant": ("繁体中文", "traditional Chinese"),
    "en": ("英文", "English"),
}
"""What each is called in the others."""


class Label(str):
    """A text as the handbook's own language has it, which knows the others: `languages` by tag."""

    __slots__ = ("languages",)
    languages: Mapping[str, str]

    def __new__(cls, text: str, languages: Mapping[str, str]) -> Self:
        """A text with its wordings, its own among them."""
        made = super().__new__(cls, text)
        made.languages = languages
        return made

    def __getnewargs__(self) -> tuple[str, Mapping[str, str]]:  # type: ignore[override]
        """What a copy is made from."""
        return str(self), self.languages


def read_label(value: Any, own: str) -> str:
    """A text, or a mapping from languages to texts. `own` is the handbook's language.

    Finds PG219 for another mapping or a list, PG218 for an empty text, PG280 for a language that nothing is published
    in, PG281 where the handbook's own language is missing.
    """
    if not isinstance(value, dict) or not set(LANGUAGES).intersection(value):
        return _text(value)
    for language in value:
        if language not in LANGUAGES:
            raise Refused("PG280", text=language, known=", ".join(LANGUAGES))
    if own not in value:
        raise Refused("PG281", language=own)
    texts = {language: _text(text) for language, text in value.items()}
    return Label(texts[own], texts)


def said_in(text: str, language: str) -> str | None:
    """The wording of a text in a language; None where it has none of its own."""
    return text.languages.get(language) if isinstance(text, Label) else None


def _text(value: Any) -> str:
    if not isinstance(value, str):
        raise Refused("PG219", expected_zh="一个值", expected_en="a single value")
    if value.strip() == "":
        raise Refused("PG218")
    return value
