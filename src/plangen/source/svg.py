"""SVG images: whether one is a drawing and nothing more. Opened by itself it is a page of the site, and could run."""

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

_SVG, _HTML = "{http://www.w3.org/2000/svg}", "{http://www.w3.org/1999/xhtml}"
_ELEMENTS = (
    "svg g defs symbol use switch title desc metadata style view path rect circle ellipse line polyline polygon "
    "text tspan textPath image marker pattern mask clipPath linearGradient radialGradient stop filter feBlend "
    "feColorMatrix feComponentTransfer feComposite feDropShadow feFlood feFuncA feFuncB feFuncG feFuncR "
    "feGaussianBlur feMerge feMergeNode feMorphology feOffset feTile feTurbulence"
)
_DRAWING = frozenset(_ELEMENTS.split())
_FOREIGN = re.compile(
    r"\\|@import|image-set|\bsrc\(|url\(\s*['\"]?\s*(?!['\"\s]|#|data:image/)|javascript:", re.IGNORECASE
)
_OWN = re.compile(r"\s*(?:#|data:image/(?:png|jpeg|gif|webp);|$)", re.IGNORECASE)
_NO_MARKUP = re.compile(r"<!--.*?-->|<!\[CDATA\[.*?\]\]>", re.DOTALL)
_ENCODING = re.compile(r"<\?xml[^>]*encoding\s*=\s*['\"](?!utf-8['\"])", re.IGNORECASE)


def harm(data: bytes) -> str:
    """What of an SVG image is no drawing: an element, an attribute, `<!DOCTYPE`; empty where all of it is one."""
    from xml.etree.ElementTree import ParseError, XMLParser  # here: few handbooks have an SVG

    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return "encoding="
    markup = _NO_MARKUP.sub("", text)
    if "<!" in markup:
        return "<!DOCTYPE"
    if "\0" in text or _ENCODING.match(text):
        return "encoding="
    if "<?xml-" in markup:
        return "<?xml-stylesheet"
    parser = XMLParser()  # noqa: S314 (without a DOCTYPE there are no entities)
    try:
        parser.feed(text)
        root = parser.close()
    except ParseError:
        return "XML?"
    return next((bad for each in root.iter() if (bad := _harm(each))), "") if root.tag == f"{_SVG}svg" else "<svg>?"


def _harm(element: "Element") -> str:
    space, brace, name = str(element.tag).rpartition("}")
    if f"{space}{brace}" == _HTML or (f"{space}{brace}" in ("", _SVG) and name not in _DRAWING):
        return f"<{name}>"
    for key, value in element.attrib.items():
        plain = key.rpartition("}")[2].lower()
        if plain.startswith("on") or (plain in ("href", "src") and not _OWN.match(value)) or _FOREIGN.search(value):
            return f"{plain}="
    return "<style>" if name == "style" and _FOREIGN.search("".join(element.itertext())) else ""
