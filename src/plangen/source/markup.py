"""HTML in a narrative: a small list of harmless tags and attributes, everything else is refused."""

import re
from collections.abc import Iterator
from itertools import chain

from plangen.findings import Finding, Level, declare
from plangen.source.limits import FINDINGS
from plangen.source.links import PG402, bad_scheme, check_links, external, is_external
from plangen.source.page import FILLED, Page, blank
from plangen.source.references import Reference
from plangen.source.wording import MISPLACED, bad_reference

PG401 = declare(
    "PG401",
    Level.ERROR,
    zh="不允许的 HTML：{what}",
    en="HTML that is not allowed: {what}",
    fix_zh="改用 Markdown；如果只是文字，把 < 写成 &lt; 或放进反引号",
    fix_en="use Markdown instead; if it is text, write &lt; for < or put it in backticks",
    manual="""A narrative has an HTML tag or attribute that is not on the list of harmless ones.

Why:
    A script, a handler such as `onerror`, a frame, a form or a `<meta>` acts in the browser of every reader. An unknown
    tag such as `<region>` would vanish from the page without a word.

Bad:
    # market.md
    <img src="chart.png" onerror="run()">

Good:
    # market.md
    ![chart](chart.png)
""",
)

_TAG_WORDS = (
    "a abbr b bdi blockquote br caption cite code col colgroup dd del details dfn div dl dt em figcaption figure h1 h2 "
    "h3 h4 h5 h6 hr i img ins kbd li mark ol p pre q rp rt ruby s samp section small span strong sub summary sup table "
    "tbody td tfoot th thead time tr u ul var wbr"
)
_ATTRIBUTE_WORDS = (
    "abbr align alt cite class colspan data-search-exclude datetime dir height href id lang loading markdown open rel "
    "reversed role rowspan scope span src start target title type valign value width"
)
_TAGS = frozenset(_TAG_WORDS.split())
_ATTRIBUTES = frozenset(_ATTRIBUTE_WORDS.split())
_URLS = frozenset(("href", "src", "cite"))
_TAG = re.compile(rf"<(?:(/?)([A-Za-z{FILLED}][^\s/<>]*)|(!--)|([!?]))")
_ATTRIBUTE = re.compile(r"""[\s/]*([^\s>/][^\s=>/]*)(?:\s*=\s*("[^"]*"|'[^']*'|[^\s>]*))?""")
_AUTOLINK = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:|[^\s<>@]+@")
_HANDLER = re.compile(
    r"(?<![\w-])(on[a-z]+|style|srcdoc|srcset|href|src|action|formaction|background|poster|ping)\s*=", re.IGNORECASE
)
_CLOSED = re.compile(r"<(?:[^<>\n]|\n(?![ \t]*\n))*>")
_LOADS = re.compile(r"url\(|@import", re.IGNORECASE)
_REST = re.compile(r"[\s/]*")
_FAR = 2_000
"""How far into a `<style>` is looked for what it loads, in code points."""


def check_markup(page: Page, prose: str, visible: str, references: list[Reference]) -> list[Finding]:
    """What the markup of a page may not have: PG401 to PG403, at most one of each on a line.

    `prose` is the body with fenced blocks blanked out, `visible` with code spans too; inside raw HTML backticks are no
    code, so that with any tag in sight all of `prose` is looked at.
    """
    text = prose if _TAG.search(visible) else visible
    text = blank(text, [(reference.start, reference.end) for reference in references], FILLED)
    found: dict[tuple[str, int], Finding] = {}
    every = chain(_tags(page, text), _attribute_lists(page, text), check_links(page, text))
    for one in sorted(every, key=lambda finding: finding.span):
        found.setdefault((one.code, one.span.line), one)
    return list(found.values())[:FINDINGS]


def _tags(page: Page, text: str) -> Iterator[Finding]:
    last_comment = text.rfind("-->")
    tags = list(_TAG.finditer(text))
    if not any(_is_tag(page, text, match) for match in tags):
        return  # no parser takes `a <b and c` in the middle of a line for a tag, unless other HTML is around it
    for match in tags:
        start, closing, name = match.start(), match[1], (match[2] or "").lower()
        if match[4] or (match[3] and last_comment < match.end()):
            yield _html(page, start, match.group())
        elif match[3]:
            continue
        elif _AUTOLINK.match(match[2]):
            scheme = bad_scheme(match[2])
            if scheme:
                yield Finding(PG402, page.span(start, match.end()), {"scheme": scheme})
        elif not closing or FILLED in match.group():
            finding = _tag(page, text, match, name)
            if finding:
                yield finding


def _tag(page: Page, text: str, match: re.Match[str], name: str) -> Finding | None:
    start = match.start()
    attributes, closed = _attributes(text, match.end())
    if name == "style" and _LOADS.search(text[match.end() : match.end() + _FAR].partition("</")[0]):
        return external(page, start, "url(...)")
    if FILLED in match.group() or any(FILLED in key or (key in _URLS and FILLED in value) for key, value in attributes):
        return _misplaced(page, start)
    if name not in _TAGS or not closed:
        return _html(page, start, f"<{match[2][:40]}>")
    for key, value in attributes:
        if key in _URLS and bad_scheme(value):
            return Finding(PG402, page.span(start, match.end()), {"scheme": bad_scheme(value)})
        if name == "img" and key == "src" and is_external(value):
            return external(page, start, value)
        if key == "style" and "url(" in value.lower():
            return external(page, start, value)
        if key not in _ATTRIBUTES and not key.startswith("aria-"):
            return _html(page, start, f"<{name} {key[:40]}>")
    return None


def _attributes(text: str, place: int) -> tuple[list[tuple[str, str]], bool]:
    """The attributes from a place inside a tag on, and whether the tag is closed in its paragraph."""
    attributes: list[tuple[str, str]] = []
    while True:
        match = _ATTRIBUTE.match(text, place)
        if match is None:
            rest = _REST.match(text, place)
            end = rest.end() if rest else place
            return attributes, text[end : end + 1] == ">"
        if "\n\n" in match.group() or len(attributes) > 50:
            return attributes, False
        attributes.append((match[1].lower(), (match[2] or "").strip("\"'")))
        place = match.end()


def _is_tag(page: Page, text: str, match: re.Match[str]) -> bool:
    """Whether a `<` surely begins something: it begins a line, or is closed before a blank line."""
    start = match.start()
    line_start = page.starts[page.line_at(start)]
    begins_line = start - line_start < _FAR and not text[line_start:start].strip(" \t>")
    return begins_line or bool(match[3] or match[4] or _CLOSED.match(text, start))


def _attribute_lists(page: Page, text: str) -> Iterator[Finding]:
    for offset, line in zip(page.starts, text.split("\n"), strict=True):
        first, last = line.find("{"), line.rfind("}")
        if 0 <= first < last:
            match = _HANDLER.search(line, first, last)
            filled = line.find(FILLED, first, last)
            if match:
                yield _html(page, offset + match.start(1), "{" + match[1] + "=…}")
            elif filled >= 0:
                yield _misplaced(page, offset + filled)


def _misplaced(page: Page, start: int) -> Finding:
    return bad_reference(page.span(start, start + 1), MISPLACED, page.body[start : start + 60].partition("\n")[0])


def _html(page: Page, start: int, what: str) -> Finding:
    return Finding(PG401, page.span(start, start + 1), {"what": what})
