"""Catalogues of translated words: gettext files below `locale`, a folder a language.

An entry's message is the Chinese text and its context the English one, so that whoever translates sees both, and two
meanings of one Chinese word are two entries.
"""

from collections.abc import Mapping
from importlib.resources import files

from babel.messages.pofile import read_po

from plangen.values.language import Pair


def translations(language: str) -> Mapping[Pair, str]:
    """The words of a language by their pairs; those that are not translated, or only perhaps, are left out.

    A language without a catalogue has none.
    """
    path = files("plangen").joinpath("locale", language.replace("-", "_"), "LC_MESSAGES", "plangen.po")
    if not path.is_file():
        return {}
    with path.open("rb") as file:
        entries = read_po(file, ignore_obsolete=True)
    return {
        (str(each.id), each.context or ""): str(each.string)
        for each in entries
        if each.id and each.string and not each.fuzzy
    }
