"""Full-width punctuation that a Chinese input method types where YAML needs the plain form."""

import re

from plangen.findings import Finding, Level, declare
from plangen.source.text import code_point
from plangen.values.span import Span

PG109 = declare(
    "PG109",
    Level.ERROR,
    zh="全角字符“{character}”（{code_point}）用在了语法位置，应写半角“{plain}”",
    en="full-width '{character}' ({code_point}) stands where YAML syntax is needed; did you mean '{plain}'?",
    fix_zh="改成半角“{plain}”；冒号和逗号后面要有一个空格；如果它属于文字本身，请把整段文字放进引号",
    fix_en="write '{plain}' (with a space after a colon or comma); if it belongs to the text, quote the whole text",
    manual="""A full-width colon, comma, bracket, quote or space stands where YAML syntax is needed.

Why:
    A Chinese input method types these marks by itself. To YAML they are letters: a line with a full-width colon is no
    entry but a part of a text, and the mistake is often reported at the next line or not at all.

Bad:
    # objectives.yml
    target：100

Good:
    # objectives.yml
    target: 100
""",
)

_PAIRS = ["：:", "，,", "［[", "］]", "｛{", "｝}", "【[", "】]", '“"', '”"', "‘'", "’'", "＃#", "－-"]
PLAIN = {"\u3000": " ", "\xa0": " "} | {pair[0]: pair[1] for pair in _PAIRS}
"""The plain form of each full-width mark."""

_OPENERS = {"“": "”", "‘": "’", "［": "］]", "｛": "｝}", "【": "】]"}
_NO_KEY = r"""[^:：#"'\[\]{}，。；！？、]"""
_COLON = re.compile(rf"""\s*(?:-\s+)*(?:"[^"]*"|'[^']*'|(?!\s){_NO_KEY}{{1,40}}?)(：)""")
_START = re.compile(r"[ ]*(?:([\u3000\xa0＃])|(－)(?=[\s\u3000]))")
_VALUE = re.compile(r"(?::\s+|^\s*-\s+)([［｛【“‘])")
_FLOW = re.compile(r"[，：［］｛｝【】“”‘’]")
_FLOW_ITEM = re.compile(r"，(?!\d{3}(?!\d))")
_FLOW_VALUE = re.compile(r"，(?=\s*[^\s，：:]+\s*[：:])")
_QUOTED = re.compile(r"\"[^\"]*\"|'[^']*'")


def full_width(span: Span, character: str) -> Finding:
    """The finding PG109 for one character at a place."""
    args = {"character": character, "code_point": code_point(character), "plain": PLAIN[character]}
    return Finding(PG109, span, args)


def in_line(text: str) -> int:
    """Offset of the full-width mark that makes a line outside brackets wrong, or -1."""
    for match in (_START.match(text), _COLON.match(text), _VALUE.search(text)):
        if match:
            return match.start(match.lastindex or 0)
    return -1


def in_brackets(text: str, start: int) -> int:
    """Offset, from `start` on, of a full-width mark outside quotes in a line that stands inside brackets, or -1."""
    masked = _QUOTED.sub(lambda quoted: " " * len(quoted.group()), text)
    match = _FLOW.search(masked, start)
    return match.start() if match else -1


def in_key(text: str) -> int:
    """Offset of a full-width mark that does not belong into a plain key, or -1."""
    for offset, character in enumerate(text):
        if character in PLAIN and (character not in "\u3000\xa0－" or offset in (0, len(text) - 1)):
            return offset
    return -1


def in_plain_value(text: str, within: str) -> int:
    """Offset of a full-width mark that was meant as syntax in a plain value that YAML accepts as text, or -1.

    `within` is `'['` or `'{'` for a value of a flow list or mapping, else `''`.
    """
    if text[-1] in _OPENERS.get(text[0], ()) and text.count(text[0]) == 1:
        return 0
    if within == "[":
        match = _FLOW_ITEM.search(text)
    elif within == "{":
        match = _FLOW_VALUE.search(text)
    else:
        return -1
    return match.start() if match else -1
