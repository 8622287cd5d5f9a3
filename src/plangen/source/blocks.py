"""The fenced blocks of a narrative: which lines are code, and which belong to plangen."""

import re

from plangen.findings import Finding
from plangen.source.limits import FINDINGS
from plangen.source.page import Page, code_spans
from plangen.source.wording import (
    AFTER_MARKER,
    FENCE_LINE,
    NOT_CLOSED,
    PLAN_WORD,
    UNEVEN,
    Wording,
    bad_reference,
)
from plangen.values import record

_OPEN = re.compile(r"([> \t]*)(`{3,}|~{3,})(.*)$")
_MARKER_OPEN = re.compile(r"[> \t]*(?:[-*+]|\d{1,9}[.)])[ \t]+(`{3,}|~{3,})([^`]*)$")
_INFO = re.compile(
    r'[ \t]*\.?[\w#.+-]*(?:[ \t]+(?:title="[^"<>]*"|linenums="\d+"|hl_lines="\d+(?:-\d+)?(?: \d+(?:-\d+)?)*"))*[ \t]*'
)
_PLAN = re.compile(r"[ \t]*plan-([A-Za-z0-9_-]+)[ \t]*")
_PLAN_LIKE = re.compile(r"[ \t]*(?:\{?[ \t]*\.)?[PpＰｐ][LlＬｌ][AaＡａ][NnＮｎ](?:[-_－—–：:. \t]|$)")

_FAR = 200
"""How many lines on the end of a broken block is looked for."""


@record
class Block:
    """One fenced block by line numbers from 0: its first and last line, and what stands before the fence.

    `plan` is the name of a block of plangen, `''` for other code and for a block that is not well written.
    """

    first: int
    last: int
    prefix: str
    plan: str


def find_blocks(page: Page) -> tuple[list[Block], list[Finding]]:
    """Every fenced block of a page, in order, and PG404 for those that Markdown readers would not agree on."""
    blocks: list[Block] = []
    found: list[Finding] = []
    number = 0
    while number < len(page.lines):
        line = page.lines[number]
        opened = _OPEN.match(line) if "```" in line or "~~~" in line else None
        inline = opened is not None and opened[2][0] == "`" and "`" in opened[3]
        block, wrong = _block(page, number, opened) if opened and not inline else _after_marker(page, number)
        if wrong:
            found.append(wrong)
            if len(found) >= FINDINGS:
                break
        if block:
            blocks.append(block)
            number = block.last
        number += 1
    return blocks, found


def content(page: Page, block: Block) -> tuple[list[str], tuple[int, ...]]:
    """The lines inside a block without what stands before them, and how many code points were cut off each."""
    lines = page.lines[block.first + 1 : block.last]
    cuts = tuple(min(len(block.prefix), len(line)) for line in lines)
    return [line[cut:] for line, cut in zip(lines, cuts, strict=True)], cuts


def block_stretches(page: Page, blocks: list[Block]) -> list[tuple[int, int]]:
    """The stretches of the body that are fenced blocks, whole lines, in order."""
    return [(page.starts[block.first], page.starts[block.last] + len(page.lines[block.last])) for block in blocks]


def code_stretches(page: Page, blocks: list[Block]) -> list[tuple[int, int]]:
    """The stretches of the body that are surely code, in order: fenced blocks and code spans.

    Code spans of a paragraph count only where each of them begins and ends on one line: to look at too much is safe,
    to look at too little is not.
    """
    stretches = block_stretches(page, blocks)
    inside = {number for block in blocks for number in range(block.first, block.last + 1)}
    paragraph: list[tuple[int, int]] | None = []
    for number, line in enumerate(page.lines):
        if number in inside or not line.strip("> \t"):
            stretches += paragraph or []
            paragraph = []
        elif "`" in line and paragraph is not None:
            spans = code_spans(line)
            start = page.starts[number]
            if spans is None:
                paragraph = None
            else:
                paragraph.extend((start + a, start + b) for a, b in spans)
    return sorted(stretches + (paragraph or []))


def _block(page: Page, first: int, opened: re.Match[str]) -> tuple[Block | None, Finding | None]:
    prefix, fence, info = opened.groups()
    plan = _PLAN.fullmatch(info)
    last, wording = _last_line(page, first, prefix, fence)
    start = page.starts[first] + len(prefix)
    where = (start, start + len(fence))
    if wording is UNEVEN:
        where = (page.starts[last], page.starts[last] + 1)
        last = _resume(page, last, fence)
    elif wording is None and plan is None:
        wording = PLAN_WORD if _PLAN_LIKE.match(info) else None if _INFO.fullmatch(info) else FENCE_LINE
    if wording is None:
        return Block(first, last, prefix, plan[1] if plan else ""), None
    return Block(first, last, prefix, ""), bad_reference(page.span(*where), wording, (fence + info).strip())


def _last_line(page: Page, first: int, prefix: str, fence: str) -> tuple[int, Wording | None]:
    """The line that closes a block, or the line up to which a broken one goes and what is wrong with it."""
    quoted, bare = ">" in prefix, prefix.rstrip()
    closing = re.compile(re.escape(fence[0]) + "{3,}[ \t]*$")
    for number in range(first + 1, len(page.lines)):
        line = page.lines[number]
        if line.startswith(prefix):
            inside = line[len(prefix) :]
            if inside.startswith(fence) and closing.match(inside):
                return number, None if inside.rstrip() == fence else NOT_CLOSED
        elif line.rstrip() != bare if quoted else line.strip():
            return number, UNEVEN
    return len(page.lines) - 1, NOT_CLOSED


def _resume(page: Page, number: int, fence: str) -> int:
    """The line that a broken block was meant to end on, so that its rest is not reported again."""
    near = range(number, min(len(page.lines), number + _FAR))
    return next((line for line in near if page.lines[line].strip("> \t") == fence), number)


def _after_marker(page: Page, number: int) -> tuple[Block | None, Finding | None]:
    """PG404 for a fence on the line of a list marker, which Markdown readers take for different things."""
    line = page.lines[number]
    match = _MARKER_OPEN.match(line) if "```" in line or "~~~" in line else None
    if match is None:
        return None, None
    start = page.starts[number] + match.start(1)
    span = page.span(start, start + len(match[1]))
    block = Block(number, _resume(page, number + 1, match[1]), "", "")
    return block, bad_reference(span, AFTER_MARKER, match[1] + match[2].strip())
