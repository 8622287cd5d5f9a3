"""Reads HTML back: elements with their attributes, the text, whether everything is closed."""

from html.parser import HTMLParser

_VOID = frozenset({"input", "meta", "link", "img", "br", "path", "rect"})


class PageReader(HTMLParser):
    """What a browser would find in a fragment. Raises ValueError for an end tag that closes nothing open."""

    def __init__(self, html: str) -> None:
        super().__init__(convert_charrefs=True)
        self.elements: list[tuple[str, dict[str, str]]] = []
        self.text = ""
        self.open: list[str] = []
        self.feed(html)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note an element."""
        self.elements.append((tag, {name: value or "" for name, value in attrs}))
        if tag not in _VOID:
            self.open.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note an element that closes itself."""
        self.elements.append((tag, {name: value or "" for name, value in attrs}))

    def handle_endtag(self, tag: str) -> None:
        """Close the innermost element."""
        if not self.open or self.open.pop() != tag:
            raise ValueError(f"</{tag}> closes nothing")

    def handle_data(self, data: str) -> None:
        """Collect text."""
        self.text += data

    def tags(self) -> set[str]:
        """The names of all elements."""
        return {tag for tag, _ in self.elements}

    def all(self, tag: str, css: str = "") -> list[dict[str, str]]:
        """The attributes of all elements of a name that carry a class."""
        named = [found for name, found in self.elements if name == tag]
        return [found for found in named if not css or css in found.get("class", "").split()]

    def ids(self) -> list[str]:
        """All ids, in document order."""
        return [found["id"] for _, found in self.elements if "id" in found]
