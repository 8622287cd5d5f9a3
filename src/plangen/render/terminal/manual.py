"""The manual page of a finding code."""

import re

from plangen.findings import Code
from plangen.render.terminal.columns import paint
from plangen.render.terminal.words import word
from plangen.values import say

_FIELD = re.compile(r"(?:\{\w+\})+")


def render_manual(code: Code, language: str) -> str:
    """Level, sentence, manual text and way out of a code. The manual text itself is English.

    What a finding would fill in is shown as `…`.
    """
    says, fix = (_FIELD.sub("…", say((text["zh"], text["en"]), language)) for text in (code.says, code.fix))
    head = f"{paint(code.code, 'bold')}  {paint(code.level.value, code.level.value)}  {says}"
    return f"{head}\n\n{code.manual.strip()}\n\n{word(language, 'way-out')}{fix}\n"
