"""A finished page as one that is opened from a folder: links name files, nothing is fetched, years are plain links."""

import posixpath
import re
from collections.abc import Collection, Mapping, Sequence
from html import escape, unescape
from typing import Any
from urllib.parse import quote

from plangen.site.settings import with_settings, without_instant
from plangen.site.tongues import below, split
from plangen.site.verifying.scan import TAG, split_address

INDEX = "index.html"
_LINK = re.compile(r"""(\s(?:(?:xlink:)?href|data-target)=)(?:"([^"]*)"|'([^']*)')""")
_REFRESH = re.compile(r'(http-equiv="refresh" content="0; url=)([^"]*)')
_SETTINGS = '<script id="__config"'
_TOPIC = re.compile(r'<div class="md-header__topic">\s*<span class="md-ellipsis">.*?</span>', re.DOTALL)
_SELECTOR = '<div class="md-version">'


def as_file(html: str, path: str, names: Collection[str], versions: Sequence[Mapping[str, Any]], script: str) -> str:
    """The page at `path` (from the site's root), changed; a page that is so already stays as it is.

    `names` are all files of the site, `versions` its language's list of versions, `script` (from the root) the shared
    script that stands in for what browsers refuse.
    """
    html = TAG.sub(lambda tag: _LINK.sub(_named, tag.group()), html)
    html = _REFRESH.sub(lambda found: found[1] + escape(named_file(unescape(found[2]))), html)
    if _SETTINGS not in html:
        return html
    html = with_settings(html, _change)
    if _SELECTOR not in html:
        html = _TOPIC.sub(lambda found: found.group() + _selector(path, names, versions), html, count=1)
        up = "../" * path.count("/")
        html = html.replace(_SETTINGS, f'<script src="{up}{script}"></script>\n{_SETTINGS}', 1)
    return html


def named_file(url: str) -> str:
    """An address whose path is a folder as that of the page in it; any other as it is."""
    parts = split_address(url)
    if parts is None or parts.scheme or parts.netloc or not parts.path:
        return url
    last = posixpath.basename(parts.path)
    if last not in {"", ".", ".."}:
        return url
    return parts._replace(path=posixpath.join(parts.path, INDEX)).geturl()


def _named(found: re.Match[str]) -> str:
    value = found[2] if found[2] is not None else found[3]
    return f'{found[1]}"{escape(named_file(unescape(value)))}"'


def _change(settings: dict[str, Any]) -> None:
    """Settings under which the theme's script asks for no list of versions and loads no page by itself."""
    without_instant(settings)
    settings.pop("version", None)


def _selector(path: str, names: Collection[str], versions: Sequence[Mapping[str, Any]]) -> str:
    """The theme's version selector as it would draw it; each year leads to the same page where it has it."""
    base, rest = split(path)
    here, _, inside = rest.partition("/")
    current = next((each for each in versions if each["version"] == here), None)
    if current is None:
        return ""
    lines = []
    for each in versions:
        same, home = (below(base, f"{each['version']}/{page}") for page in (inside, INDEX))
        target = same if same in names else home
        href = quote(posixpath.relpath(f"/{target}", f"/{posixpath.dirname(path)}"))
        link = f'<a href="{href}" class="md-version__link">{escape(str(each["title"]))}</a>'
        lines.append(f'<li class="md-version__item">{link}</li>')
    title = escape(str(current["title"]))
    button = f'<button class="md-version__current" aria-label="{title}">{title}</button>'
    return f'{_SELECTOR}{button}<ul class="md-version__list">{"".join(lines)}</ul></div>'
