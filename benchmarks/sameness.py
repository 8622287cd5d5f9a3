"""Whether two sites say the same: a comparison of speed means nothing where one of them leaves words out."""

import re
from collections.abc import Iterable, Iterator
from pathlib import Path

TAGS = re.compile(r"<(script|style)\b.*?</\1>|<[^<>]*>", re.DOTALL)


def differing(site: Path, floor: Path, pages: Iterable[str]) -> Iterator[str]:
    """The pages whose words are not the same on both sites; `pages` are paths of HTML files on both."""
    for page in pages:
        mine, theirs = (_words(root / page) for root in (site, floor))
        if not theirs or not mine.endswith(theirs):
            yield page


def _words(path: Path) -> str:
    """The words of a page's article, without tags and blanks."""
    text = path.read_text(encoding="utf-8")
    article = text[text.find("<article") : text.rfind("</article>")]
    return "".join(TAGS.sub(" ", article).split())
