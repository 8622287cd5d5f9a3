"""Prose as it is compared: how its lines are broken, and spaces beside Chinese characters, play no part."""

from re import DOTALL
from re import compile as pattern

_HAN = r"\u2e80-\u303f\u3400-\u9fff\uf900-\ufaff\uff00-\uffef"
_BLOCK = pattern(r"[-*+] |\d+[.)] |[|>#:]|```|~~~|!!!|\?\?\?")
_ALONE = pattern(r"[|#:]|```|~~~|!!!|\?\?\?")
"""What begins a line that the next one never goes on."""
_FENCE = pattern(r"```|~~~")
_BETWEEN_HAN = pattern(rf"(?<=[{_HAN}])\n(?=[{_HAN}])")
_BESIDE_HAN = pattern(
    r"(?P<kept>```.*?```|~~~.*?~~~|`[^`\n]*`|\{\{[^{}\n]*\}\})"
    rf"|(?<=[{_HAN}])[ \t]+(?=[A-Za-z0-9])|(?<=[A-Za-z0-9])[ \t]+(?=[{_HAN}])",
    DOTALL,
)
"""Spaces that say nothing; not in code, and not in a reference, where they part its options."""
_ORDINAL = pattern(r"^(第?[一二三四五六七八九十百]+)[ \t]+")


def unwrapped(text: str) -> str:
    """The text with the lines of a paragraph joined: between Chinese characters by nothing, else by a space.

    Blank lines become one line break, as do those before list items, table rows and what else begins a block; what
    stands inside a code fence is left alone.
    """
    lines: list[str] = []
    fenced = False
    for line in text.split("\n"):
        plain = line.strip()
        above = lines[-1] if lines else ""
        starts = fenced or not plain or not above or bool(_BLOCK.match(plain) or _ALONE.match(above))
        fenced ^= bool(_FENCE.match(plain))
        if starts:
            lines.append(line.rstrip() if fenced else " ".join(plain.split()))
        else:
            lines[-1] = _BETWEEN_HAN.sub("", f"{lines[-1]}\n{' '.join(plain.split())}").replace("\n", " ")
    return "\n".join(line for line in lines if line)


def closed(text: str) -> str:
    """The text without the spaces that some set between Chinese characters and Latin letters or figures: `2026 年`."""
    return _BESIDE_HAN.sub(lambda found: found["kept"] or "", text)


def closed_heading(heading: str) -> str:
    """The same of a heading, whose Chinese number may stand apart as well: `一 目标` is `一目标`."""
    return _ORDINAL.sub(r"\1", closed(heading))
