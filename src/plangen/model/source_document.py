"""Source documents: what a handbook was written from, item by item, so that nothing of it is lost unseen."""

from collections.abc import Iterator

from pydantic import Field

from plangen.model.entry import Entry
from plangen.model.fields import Id, Plain, Plains, Text
from plangen.model.section import Item
from plangen.values import record

NARRATIVE = "narrative"
"""The kind of an item that is told in a text; all others are named after section kinds."""


class SourceItem(Item):
    """One thing that a source document says: in which kind of section it is to be carried, and with which figures."""

    kind: Plain
    """The section kind that carries it, or `narrative`."""
    about: Text
    """What it is about, in a few words."""
    numbers: Plains = ()
    """The figures that whoever carries it has to hold, as the document has them: `8000`, `5%`."""
    left: Text | None = None
    """Why it is left out on purpose; then nobody has to carry it."""


class SourceDocument(Entry):
    """The file `shared/sources/<name>.yml`: one source document with its items by id."""

    document: Id = Field(alias="id")
    """The document's id; the ids of its items begin with it and a `-`."""
    title: Text
    """What the document is called."""
    about: Text | None = None
    """What it is, in a few words."""
    items: dict[Id, SourceItem]


@record
class SourceRegister:
    """Every source document of a handbook by its id, in the order of their files.

    `refused` says that a file of the register could not be read: then nothing can be said of ids that are missing.
    """

    documents: dict[str, SourceDocument]
    refused: bool = False

    def names(self) -> frozenset[str]:
        """The ids of all documents and items."""
        return frozenset(name for each in self.documents.values() for name in (each.document, *each.items))

    def items(self) -> Iterator[tuple[SourceDocument, str, SourceItem]]:
        """Every item with its document and its id; of an id that stands twice the first."""
        seen: set[str] = set()
        for document in self.documents.values():
            for name, item in document.items.items():
                if name not in seen:
                    seen.add(name)
                    yield document, name, item
