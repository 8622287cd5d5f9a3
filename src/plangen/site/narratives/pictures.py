"""Images of narratives: which file one shows, in which size, and what is wrong with it."""

import posixpath
from collections.abc import Mapping
from functools import lru_cache
from io import BytesIO
from urllib.parse import unquote

from plangen.findings import Finding
from plangen.site.narratives import codes
from plangen.source import PICTURES, Image
from plangen.views import Picture

MOST = 2_000_000
"""More bytes than this in one image are told."""
_MEGA = 1_000_000


def picture(image: Image, media: Mapping[str, bytes], page: str) -> Picture | None:
    """What an image of the narrative at `page` shows; None where the year has no such file, or it cannot be shown."""
    file = _file(image, media, page)
    size = pixels(media[file]) if file else None
    if not file or size is None or image.misread:
        return None
    own_width, own_height = size
    width = image.width or own_width
    height = round(own_height * width / own_width) if own_width else 0
    return Picture(file, image.alt, image.caption, width, height, inline=not image.alone)


def image_findings(image: Image, media: Mapping[str, bytes], page: str, year: int) -> list[Finding]:
    """PG417 to PG419 for one image. That the file is there at all is told with the links (PG811).

    No image is opened for it: what a file holds was looked at when it was read, and `check` is to be quick.
    """
    found: list[Finding] = []
    target, file = image.target.text, _file(image, media, page)
    if not file and not target.lower().endswith(PICTURES):
        args: dict[str, object] = {"target": target, "known": " ".join(PICTURES)}
        found.append(Finding(codes.IMAGE_KIND, image.target.span, args, year))
    if file and len(media[file]) > MOST:
        args = {"target": target, "size": f"{len(media[file]) / _MEGA:.1f}", "most": f"{MOST / _MEGA:g}"}
        found.append(Finding(codes.IMAGE_SIZE, image.target.span, args, year))
    if image.misread:
        found.append(Finding(codes.IMAGE_BRACES, image.braces, {"braces": image.misread}, year))
    return found


@lru_cache(maxsize=256)
def pixels(data: bytes) -> tuple[int, int] | None:
    """Width and height of an image; zeros for an SVG that names none, None for what holds no image."""
    import imagesize  # here: only pages with images wait for it

    width, height = imagesize.get(BytesIO(data))
    if width > 0 and height > 0:
        return round(width), round(height)
    return (0, 0) if data.lstrip(b"\xef\xbb\xbf \r\n\t").startswith(b"<") else None


def _file(image: Image, media: Mapping[str, bytes], page: str) -> str:
    """The file that an image names: as its path lies beside the narrative, or as the page's address sees it."""
    path = unquote(image.target.text)
    stem = page.removesuffix(".md")
    folders = (posixpath.dirname(page), posixpath.dirname(page) if posixpath.basename(stem) == "index" else stem)
    found = (posixpath.normpath(posixpath.join(folder, path)) for folder in folders)
    return next((each for each in found if each in media), "")
