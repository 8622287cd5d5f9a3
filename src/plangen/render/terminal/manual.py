"""The manual page of a finding code."""

from plangen.findings import Code
from plangen.render.terminal.columns import paint
from plangen.render.terminal.words import word


def render_manual(code: Code, language: str) -> str:
    """Level, sentence, manual text and way out of a code. The manual text itself is English."""
    which = "zh" if language.startswith("zh") else "en"
    head = f"{paint(code.code, 'bold')}  {paint(code.level.value, code.level.value)}  {code.says[which]}"
    return f"{head}\n\n{code.manual.strip()}\n\n{word(language, 'way-out')}{code.fix[which]}\n"
