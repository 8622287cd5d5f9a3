"""What is Chinese in the texts of a new handbook: each piece is a message of the catalogues, without an English one."""

from re import compile as pattern

from plangen.values import named, say

_HAN = "\u3001-\u3011\u4e00-\u9fff\uff00-\uffef"
_COMMENT = rf"(?<=# )[^\n#]*[{_HAN}](?:[^\n#]*[^\s#])?"
_VALUE = rf"[^\s:,{{}}\[\]#\"'`][^\n:,{{}}\[\]#\"'`]*[{_HAN}]|[{_HAN}]+"
PIECE = pattern(f"{_COMMENT}|{_VALUE}")
"""A comment, or a value of YAML or a passage of Markdown up to the next sign that has a meaning there."""


def translated(text: str, language: str) -> str:
    """A text for a handbook in a language that is a catalogue; as it is for one that it is written in."""
    if named(language) in ("zh-Hans", "en"):
        return text
    return PIECE.sub(lambda found: say((found[0], ""), language), text)
