"""What the preview says at the top of every page while the content has errors."""

from collections import Counter
from collections.abc import Iterator

from plangen.findings import Finding
from plangen.render.html import HtmlContext, PreviewBar, render_preview_bar
from plangen.site.publishing.words import say
from plangen.site.serving.preview import Preview
from plangen.views import Link


class _Nowhere:
    """No links: the pages are not those of the content as it is now."""

    def href(self, link: Link) -> str | None:
        """Nothing."""
        del link
        return None


def preview_bar(preview: Preview, language: str) -> str:
    """What keeps the pages from being new, with its source and a way out; empty where nothing does."""
    stopped = preview.stopped
    if not preview.findings and not stopped:
        return ""
    key = "bar" if preview.good_at else "waiting"
    bar = PreviewBar(
        tuple(_counts(preview, language)),
        say(language, key, time=preview.good_at),
        say(language, "preview"),
        tuple(_causes(preview, language)),
        say(language, stopped.reason, **stopped.args) if stopped else "",
    )
    return render_preview_bar(bar, HtmlContext(language, _Nowhere(), preview.excerpt))


def _counts(preview: Preview, language: str) -> Iterator[tuple[str, str, str]]:
    counted = (
        ("bad", "✕", "errors", len(preview.findings)),
        ("unset", "!", "warned", preview.warned),
        ("sealed", "⊘", "waived", preview.waived),
    )
    return ((tone, sign, say(language, key, count=count)) for tone, sign, key, count in counted if count)


def _causes(preview: Preview, language: str) -> Iterator[tuple[Finding, str]]:
    """Every finding that follows from no other; how many follow from it: they go when it goes."""
    followers = Counter(finding.cause for finding in preview.findings)
    known = {finding.id for finding in preview.findings}
    for finding in preview.findings:
        if finding.cause not in known:
            count = followers[finding.id]
            yield finding, say(language, "below", count=count) if count else ""
