"""The fenced blocks of a narrative: which lines are code, and which belong to plangen."""

import re
from dataclasses import dataclass

from plangen.findings import Finding
from plangen.source.page import Page
from plangen.source.wording import (
    AFTER_MARKER,
    FENCE_LINE,
    NOT_CLOSED,
    PLAN_WORD,
    UNEVEN,
    Wording,
    bad_reference,
)

_OPEN = re.compile(r"([> \t]*)(`{3,}|~{3,})(.*)$")
_MARKER_OPEN = re.compile(r"[> \t]*(?:[-*+]|\d{1,9}[.)])[ \t]+(`{3,}|~{3,})([^`]*)$")
_INFO = re.compile(
    r'[ \t]*\.?[\w#.+-]*(?:[ \t]+(?:title="[^"<>]*"|linenums="\d+"|hl_lines="\d+(?:-\d+)?(?: \d+(?:-\d+)?)*"))*[ \t]*'
)
_PLAN = re.compile(r"[ \t]*plan-([A-Za-z0-9_-]+)[ \t]*")
_PLAN_LIKE = re.compile(r"[ \t]*(?:\{?[ \t]*\.)?[PpＰｐ][LlＬｌ][AaＡａ][NnＮｎ](?:[-_－—–：:. \t]|$)")


@dataclass(frozen=True, slots=True)
class Block:
    """One fenced block by line numbers from 0: its first and last line, what stands before the fence, its info."""

    first: int
    last: int
    prefix: str
    info: str
    plan: str


def find_blocks(page: Page) -> tuple[list[Block], list[Finding]]:
    """Every fenced block of a page, in order, and PG404 for those that Markdown readers would not agree on."""
    blocks: list[Block] = []
    found: list[Finding] = []
    number = 0
    while number < len(page.lines):
        line = page.lines[number]
        opened = _OPEN.match(line) if "```" in line or "~~~" in line else None
        if opened and not ("`" in opened[3] and opened[2][0] == "`"):
            block, wrong = _block(page, number, opened)
        else:
            block, wrong = _after_marker(page, number)
        if wrong:
            found.append(wrong)
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


def _block(page: Page, first: int, opened: re.Match[str]) -> tuple[Block, Finding | None]:
    prefix, fence, info = opened.groups()
    plan = _PLAN.fullmatch(info)
    last, wording = _last_line(page, first, prefix, fence)
    start = page.starts[first] + len(prefix)
    if wording is None and plan is None:
        if _PLAN_LIKE.match(info):
            wording = PLAN_WORD
        elif not _INFO.fullmatch(info):
            wording = FENCE_LINE
    block = Block(first, last, prefix, info, plan[1] if plan and wording is None else "")
    if wording is None:
        return block, None
    where = (start, start + len(fence)) if wording is not UNEVEN else (page.starts[last], page.starts[last] + 1)
    return block, bad_reference(page.span(*where), wording, (fence + info).strip())


def _last_line(page: Page, first: int, prefix: str, fence: str) -> tuple[int, Wording | None]:
    """The line that closes a block, or the line up to which a broken one goes and what is wrong with it."""
    quotes, bare = prefix.count(">"), prefix.rstrip()
    closing = re.compile(re.escape(fence[0]) + "{3,}[ \t]*$")
    for number in range(first + 1, len(page.lines)):
        line = page.lines[number]
        if line.startswith(prefix):
            inside = line[len(prefix) :]
            if inside.startswith(fence) and closing.match(inside):
                return number, None if inside.rstrip() == fence else NOT_CLOSED
        elif line.strip() and (line.rstrip() != bare or not quotes):
            return number, UNEVEN
        elif quotes and not line.strip():
            return number, UNEVEN
    return len(page.lines) - 1, NOT_CLOSED


def _after_marker(page: Page, number: int) -> tuple[Block | None, Finding | None]:
    """PG404 for a fence on the line of a list marker, which Markdown readers take for different things."""
    line = page.lines[number]
    match = _MARKER_OPEN.match(line) if "```" in line or "~~~" in line else None
    if match is None:
        return None, None
    fence = match[1]
    last = next(
        (n for n in range(number + 1, len(page.lines)) if page.lines[n].strip("> \t") == fence),
        number,
    )
    start = page.starts[number] + match.start(1)
    finding = bad_reference(page.span(start, start + len(fence)), AFTER_MARKER, fence + match[2].strip())
    return Block(number, last, "", "", ""), finding
