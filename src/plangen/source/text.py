"""From bytes to text: UTF-8 only, and no character that an editor hides or a browser reorders."""

import re

from plangen.findings import Finding, Level, declare
from plangen.source.limits import TEXT_BYTES
from plangen.values import told
from plangen.values.span import Span

PG103 = declare(
    "PG103",
    Level.ERROR,
    zh="{what_zh}：{found}，上限 {limit}",
    en="{what_en}: {found}, the limit is {limit}",
    fix_zh="把内容拆成几个文件，或删去不需要的部分",
    fix_en="split the content into several files, or remove what is not needed",
    manual="""A file, a single text or the number of entries is larger than the budget.

Why:
    A handbook is read by people; a file of this size is a mistake or an attack, and would slow every build.
    The budgets are 2 MB a file, 100,000 characters a text and 100,000 entries a file; 20,000 rows, 100 columns and
    10,000 characters a cell in a CSV file.

Bad:
    notes: "one text of more than 100,000 characters ..."

Good:
    notes: "see the page market.md"
""",
)

PG106 = declare(
    "PG106",
    Level.ERROR,
    zh="不允许的控制字符 {code_point}（{where_zh}）",
    en="control character {code_point} is not allowed ({where_en})",
    fix_zh="删除这个不可见的字符；换行请用普通换行",
    fix_en="delete the invisible character; use an ordinary line break to break a line",
    manual="""The text contains a control character, a byte order mark inside the file or an unusual line break.

Why:
    Such characters are invisible in an editor. U+2028 and U+0085 break lines for some programs and not for others,
    so that line numbers and even keys differ; control marks collide with the ones that a Markdown parser uses.

Bad:
    a byte 0x00 or 0x07 in a name, U+FEFF before a key, "\\\\ud800" in a quoted text

Good:
    name: plain letters, digits, punctuation, spaces, ordinary line breaks
""",
)

PG107 = declare(
    "PG107",
    Level.ERROR,
    zh="文件不是 UTF-8：字节偏移 {byte} 处无法解码{looks_zh}",
    en="the file is not UTF-8: byte offset {byte} cannot be decoded{looks_en}",
    fix_zh="在编辑器中选择“另存为 UTF-8”再提交",
    fix_en='choose "save as UTF-8" in the editor, then commit again',
    manual="""The bytes of the file are not UTF-8 text.

Why:
    A guess at the encoding would turn names and amounts into other ones without anybody noticing.

Bad:
    a file saved as GBK, UTF-16 or Latin-1

Good:
    the same file saved as UTF-8 (with or without a byte order mark at its start)
""",
)

PG113 = declare(
    "PG113",
    Level.ERROR,
    zh="不可见或改变显示方向的字符 {code_point}（本文件共 {count} 处）",
    en="invisible or direction-changing character {code_point} ({count} in this file)",
    fix_zh="删除这个字符；它让屏幕上看到的与文件里写的不一样",
    fix_en="delete the character; it makes the screen show something else than the file says",
    manual="""A zero-width or bidirectional control character stands in a key or a text.

Why:
    A right-to-left override shows 000,1 where 1,000 is written; a zero-width space makes two keys look alike.
    They usually arrive by copying from a web page or a chat window.

Bad:
    a zero-width space (U+200B) inside the key region

Good:
    region: east-china
""",
)

CONTROL = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff\ud800-\udfff]")
"""Characters never allowed (a CR that begins a CR LF is removed before)."""

HIDDEN = re.compile(
    "[\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180e\u200b\u200c\u200e\u200f\u202a-\u202e\u2060-\u206f"
    "\u3164\uffa0\ufff0-\ufffb\U000e0000-\U000e0fff]"
    "|(?<![\ufe0f\u2600-\u27bf\U0001f000-\U0001faff])\u200d|\u200d(?![\u2600-\u27bf\U0001f000-\U0001faff])"
)
"""Zero-width and bidirectional characters; a joiner between two emoji is allowed."""

_LETTERS = re.compile("[\u034f\u115f\u1160\u17b4\u17b5\u180b-\u180d\u2065\u3164\uffa0\U000e0100-\U000e01ef]")
"""The hidden characters that Python counts as printable."""

_RELATED = 9


def read_text(file: str, data: bytes) -> tuple[str, list[Finding]]:
    """Decode a text file: UTF-8, with CR LF turned into LF and a byte order mark at the start dropped.

    `file` is the path shown in spans. Finds PG103, PG106, PG107, PG113, at most one of each; where there is a
    finding the text is `''`.
    """
    if len(data) > TEXT_BYTES:
        sizes = (f"{len(data):,} B", f"{TEXT_BYTES:,} B")
        return "", [too_large(Span.whole(file), "文件太大", "the file is too large", *sizes)]
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError as error:
        return "", [_undecodable(file, data, error.start)]
    text = text.removeprefix("\ufeff")
    if "\r" in text:
        text = text.replace("\r\n", "\n")
    found = check_characters(file, text, data)
    return ("" if found else text), found


def too_large(span: Span, what_zh: str, what_en: str, found: str, limit: str) -> Finding:
    """The finding PG103: `what` is too large, with the size found and the limit."""
    return Finding(PG103, span, {"what_zh": what_zh, "what_en": what_en, "found": found, "limit": limit})


def check_characters(file: str, text: str, data: bytes = b"") -> list[Finding]:
    """The character policy on a decoded text: PG106 or PG113, the first of each with the others as related places."""
    if text.replace("\n", "").isprintable() and not _LETTERS.search(text):
        return []  # many times faster than the two patterns, and right for nearly every file
    found = []
    for code, pattern in ((PG106, CONTROL), (PG113, HIDDEN)):
        first = pattern.search(text)
        if first is None:
            continue
        matches = list(pattern.finditer(text))
        if code == PG106 and "\x00" in text[:200] and text.count("\x00") * 3 > len(text):
            return [_not_utf8(file, 1, 1, 0, "UTF-16")]
        offset = len(text[: first.start()].encode("utf-8", "surrogatepass")) + _shift(text, data, first.start())
        args = _character_args(first.group(), offset, len(matches))
        others = matches[1 : _RELATED + 1]
        related = tuple((_place(file, text, match.start()), code_point(match.group())) for match in others)
        found.append(Finding(code, _place(file, text, first.start()), args, related=related))
    return found


def unsafe_in_value(text: str) -> tuple[str, str] | None:
    """The code and the character where an escape inside double quotes produces what may not stand in a file."""
    match = CONTROL.search(text)
    if match:
        return PG106, match.group()
    match = HIDDEN.search(text)
    return (PG113, match.group()) if match else None


def unsafe_escape(span: Span, code: str, code_point: str) -> Finding:
    """The finding PG106 or PG113 for a character that is written as an escape sequence in double quotes."""
    where = {"where_zh": "写成了转义序列", "where_en": "written as an escape sequence"}
    return Finding(code, span, {"code_point": code_point, "count": 1, **where})


def code_point(character: str) -> str:
    """`U+200B` for a character."""
    return f"U+{ord(character):04X}"


def _character_args(character: str, offset: int, count: int) -> dict[str, object]:
    where = ("字节偏移 {offset}，本文件共 {count} 处", "byte offset {offset}, {count} in this file")
    zh, en = told(*where, offset=offset, count=count)
    return {"code_point": code_point(character), "byte": offset, "count": count, "where_zh": zh, "where_en": en}


def _place(file: str, text: str, offset: int) -> Span:
    line = text.count("\n", 0, offset) + 1
    return Span.at(file, line, offset - text.rfind("\n", 0, offset))


def _shift(text: str, data: bytes, offset: int) -> int:
    """Bytes that decoding dropped before a place: the byte order mark and the CR of each CR LF."""
    mark = 3 if data.startswith(b"\xef\xbb\xbf") else 0
    lines = data.split(b"\n", text.count("\n", 0, offset))[:-1]
    return mark + sum(line.endswith(b"\r") for line in lines)


def _undecodable(file: str, data: bytes, start: int) -> Finding:
    line_start = data.rfind(b"\n", 0, start) + 1
    line, column = data.count(b"\n", 0, start) + 1, len(data[line_start:start].decode("utf-8", "replace")) + 1
    tail = data[start : start + 3]
    if len(tail) == 3 and tail[0] == 0xED and 0xA0 <= tail[1] <= 0xBF:
        args = _character_args(tail.decode("utf-8", "surrogatepass"), start, 1)
        return Finding(PG106, Span.at(file, line, column), args)
    return _not_utf8(file, line, column, start, _guess(data))


def _not_utf8(file: str, line: int, column: int, start: int, guess: str) -> Finding:
    looks_zh, looks_en = told("，看起来是 {guess}", "; it looks like {guess}", guess=guess) if guess else ("", "")
    args = {"byte": start, "looks_zh": looks_zh, "looks_en": looks_en, "guess": guess}
    return Finding(PG107, Span.at(file, line, column), args)


def _guess(data: bytes) -> str:
    if data[:2] in (b"\xff\xfe", b"\xfe\xff") or data.count(0) * 4 > len(data):
        return "UTF-16"
    try:
        decoded = data.decode("gb18030")
    except UnicodeDecodeError:
        return ""
    return "GBK" if any("\u4e00" <= character <= "\u9fff" for character in decoded) else ""
