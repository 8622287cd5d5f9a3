"""Reading the register of source documents: the files `shared/sources/*.yml`."""

from collections.abc import Collection, Iterator, Mapping
from pathlib import PurePosixPath

from plangen.findings import Finding
from plangen.model import source_codes as codes
from plangen.model.binding import bind
from plangen.model.entry import Place
from plangen.model.source_document import NARRATIVE, SourceDocument, SourceRegister
from plangen.source import SourceFile, read_yaml
from plangen.values import Span
from plangen.values.near import asked

SOURCES = "shared/sources"
"""The folder of the register below the content folder."""


def is_source_document(path: str) -> bool:
    """Whether a file, by its path below the content folder, belongs to the register."""
    pure = PurePosixPath(path)
    return str(pure.parent) == SOURCES and pure.suffix in (".yml", ".yaml")


def read_sources(
    files: Mapping[str, SourceFile], kinds: Collection[str], language: str
) -> tuple[SourceRegister, list[Finding]]:
    """The register of a handbook, from its files by their paths below the content folder.

    `kinds` are the known section kinds, `language` the handbook's own.
    Of a document that stands twice the first counts.
    Finds PG270 to PG272, and what `read_yaml` and `bind` find.
    """
    found: list[Finding] = []
    documents: dict[str, SourceDocument] = {}
    spans: dict[str, Span] = {}
    refused = False
    for file in (files[path] for path in sorted(files) if is_source_document(path)):
        document, problems = _document(file, language)
        found += problems
        if document is None:
            refused = True
            continue
        found += [*_twice(document, spans), *_foreign(document), *_unknown_kinds(document, kinds)]
        documents.setdefault(document.document, document)
    return SourceRegister(documents, refused), found


def _document(file: SourceFile, language: str) -> tuple[SourceDocument | None, list[Finding]]:
    node, found = read_yaml(file.path, file.data)
    if node is None:
        return None, found
    document, problems = bind(SourceDocument, node, Place(0, "", "sources", file.path), {"language": language})
    return document, [*found, *problems]


def _twice(document: SourceDocument, spans: dict[str, Span]) -> Iterator[Finding]:
    """The ids of a document and its items that were met before; `spans` remembers where."""
    here = {document.document: document.span("id"), **{name: item.key_span() for name, item in document.items.items()}}
    for name, span in here.items():
        first = spans.setdefault(name, span)
        if first is not span:
            yield Finding(codes.TWICE, span, {"name": name, "first": str(first)}, related=((first, name),))


def _foreign(document: SourceDocument) -> Iterator[Finding]:
    start = f"{document.document}-"
    for name, item in document.items.items():
        if not name.startswith(start) or name == start:
            yield Finding(codes.FOREIGN, item.key_span(), {"name": name, "document": document.document})


def _unknown_kinds(document: SourceDocument, kinds: Collection[str]) -> Iterator[Finding]:
    known = (*kinds, NARRATIVE)
    for item in document.items.values():
        if item.kind not in known:
            args = {"kind": item.kind, "known": ", ".join(known), **asked(item.kind, known)}
            yield Finding(codes.KIND, item.span("kind"), args)
