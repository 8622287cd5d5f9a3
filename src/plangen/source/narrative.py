"""Narratives: Markdown with references to figures and blocks that plangen fills in."""

from plangen.findings import Finding
from plangen.source.blocks import Block, block_stretches, code_stretches, content, find_blocks
from plangen.source.budgets import over_budget, too_long
from plangen.source.front import read_front
from plangen.source.images import Image, find_images
from plangen.source.markup import check_markup
from plangen.source.node import YamlMapping, YamlScalar
from plangen.source.origin import Origin
from plangen.source.page import Page, blank
from plangen.source.references import Reference, find_references
from plangen.source.targets import Target, find_targets
from plangen.source.yaml import compose
from plangen.values import record
from plangen.values.span import Span


@record
class Fence:
    """One block of plangen: a fence whose info word is `plan-<name>`.

    `start` and `end` are offsets into the narrative's body, from the first mark of the opening fence to the end of the
    closing line; `indent` is what stands before the fence on each of its lines (spaces, `> `). `body` is None where
    the block is empty; one that cannot be read is a finding and no block. `span` is the opening fence with its word.
    """

    span: Span
    start: int
    end: int
    name: str
    body: YamlMapping | None
    indent: str


@record
class Narrative:
    """A narrative as read. Offsets of its references and fences count in `body`, the text after the front matter.

    `front` has `title`, `description`, `hide` and `source` (both joined by commas), where they are given; `front_spans`
    says where; `front_end_line` is the last line of the front matter, 0 without one. `targets` is where links lead;
    `sources` are the ids of its front matter; `images` those that lie in the handbook.
    """

    file: str
    front: dict[str, str]
    front_spans: dict[str, Span]
    front_end_line: int
    body: str
    references: tuple[Reference, ...]
    fences: tuple[Fence, ...]
    targets: tuple[Target, ...] = ()
    visible: str = ""
    sources: tuple[YamlScalar, ...] = ()
    images: tuple[Image, ...] = ()


def scan_narrative(file: str, text: str) -> tuple[Narrative, list[Finding]]:
    """Scan a narrative (text as `read_text` gives it). Finds PG401 to PG406 and what `read_yaml` finds in blocks.

    Findings are in the order of their places; there is always a narrative, which is to be used only without findings.
    Where a budget is exceeded (PG406) that is the only finding.
    """
    over = too_long(file, text)
    front, found = read_front(file, "" if over else text)
    body = text.split("\n", front.end_line)[-1] if text.count("\n") >= front.end_line else ""
    page = Page(file, "" if over else body, front.end_line + 1)
    blocks, wrong = find_blocks(page)
    prose = blank(page.body, block_stretches(page, blocks))
    over = over or over_budget(page, prose)
    if over:
        return Narrative(file, front.values, front.spans, front.end_line, body, (), ()), [over]
    visible = blank(body, code_stretches(page, blocks))
    references, unread = find_references(page, visible)
    fences, unreadable = _fences(page, blocks)
    found += wrong + unread + unreadable + check_markup(page, prose, visible, references)
    parts = (tuple(references), tuple(fences), find_targets(page, visible), visible, front.sources)
    images = find_images(page, visible)
    narrative = Narrative(file, front.values, front.spans, front.end_line, body, *parts, images)
    return narrative, sorted(found, key=lambda one: one.span)


def _fences(page: Page, blocks: list[Block]) -> tuple[list[Fence], list[Finding]]:
    fences: list[Fence] = []
    found: list[Finding] = []
    for block in blocks:
        if not block.plan:
            continue
        start = page.starts[block.first] + len(block.prefix)
        opening_end = page.starts[block.first] + len(page.lines[block.first].rstrip())
        lines, cuts = content(page, block)
        origin = Origin(page.file, "\n".join(lines), page.first_line + block.first + 1, cuts)
        mapping, problems = compose(origin, empty=True)
        found += problems
        if problems and mapping is None:
            continue
        end = page.starts[block.last] + len(page.lines[block.last])
        fences.append(Fence(page.span(start, opening_end), start, end, block.plan, mapping, block.prefix))
    return fences, found
