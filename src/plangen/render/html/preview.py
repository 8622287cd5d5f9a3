"""The bar of the preview: how much is wrong with the content, and the findings that keep the pages as they were."""

from collections.abc import Sequence

from plangen.findings import Finding
from plangen.render.html.block import render_block
from plangen.render.html.context import HtmlContext
from plangen.render.html.partial import fill, finished
from plangen.values import record
from plangen.views import Findings


@record
class PreviewBar:
    """What the bar says: `counts` as tone, sign and words, the gravest first; each finding with what follows from it.

    `fault` says what else there is: a fault of the program, something that was asked for and is not there.
    """

    counts: Sequence[tuple[str, str, str]]
    sentence: str
    state: str
    findings: Sequence[tuple[Finding, str]]
    fault: str = ""


def render_preview_bar(bar: PreviewBar, ctx: HtmlContext) -> str:
    """The bar as HTML, for the top of a page of any frame that loads the house's styles."""
    findings = [(finished(render_block(Findings((finding,)), ctx)), below) for finding, below in bar.findings]
    return str(fill("serve", bar=bar, findings=findings))
