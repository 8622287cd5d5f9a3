"""Formatting: the files of a handbook in plain form, each change proven to leave what the handbook means as it is."""

from collections.abc import Callable, Collection, Iterator, Mapping
from dataclasses import replace

from plangen.catalogue import Models, load_checks
from plangen.findings import Finding, Level, level_of
from plangen.model import Handbook, Reader
from plangen.source import Draft, SourceFile, Splice, read_text, walk
from plangen.tidy.content import Content, content_of
from plangen.tidy.meaning import Meaning, changed, meaning
from plangen.tidy.place import TIDIED, Change
from plangen.tidy.plain import means_the_same, plain_forms
from plangen.tidy.typed import Typed, typed_values
from plangen.tidy.white_space import markdown_space, table_space, yaml_space
from plangen.values import Span, record
from plangen.workspace import Workspace

YAML = (".yml", ".yaml")
TEXTS = (*YAML, ".md", ".csv")


@record
class Formatted:
    """A file that is not in plain form: what it holds, what it would hold, and the changes in order."""

    path: str
    before: bytes
    after: bytes
    changes: tuple[Change, ...]


def formatted(workspace: Workspace, wanted: Collection[str] = ()) -> tuple[list[Formatted], list[Finding]]:
    """The files of a handbook that are not in plain form, and one finding of each whose values cannot be read.

    `wanted` are paths of files and folders below the root; all files where none is named. Nothing is written, and
    nothing is formatted where the handbook itself cannot be read. A file that can be read, but whose values do not fit
    their fields, gets its white space tidied only.
    """
    handbook = workspace.handbook
    if handbook is None:
        return [], []
    load_checks()  # some of the findings of reading have their level there
    files, refused = walk(workspace.root, workspace.folder)
    texts = [file for file in files if file.path.endswith(TEXTS) and _is_wanted(file.path, wanted)]
    made, unread = _each(texts, _by_file(handbook), workspace.read_findings)
    known = meaning(handbook, workspace.read_findings)

    def harms(some: list[Formatted]) -> bool:
        data = {each.path: each.after for each in some}
        put = [replace(file, data=data.get(file.path, file.data)) for file in files]
        return bool(changed(known, _meaning(workspace.folder, put, refused)))

    return _harmless(made, harms), unread


def _each(
    texts: list[SourceFile], typed: Mapping[str, Mapping[Span, Typed]], known: list[Finding]
) -> tuple[list[Formatted], list[Finding]]:
    """Format each file by itself. `typed` are the values of each; `known` is what was found when it was read."""
    errors = {each.span.file: each for each in reversed(known) if level_of(each) is Level.ERROR}
    made: list[Formatted] = []
    unread: list[Finding] = []
    for file in texts:
        text, found = read_text(file.path, file.data)
        content = content_of(file.path, text)
        wrong = next(iter((*found, *content.found)), None)
        if wrong is None:
            made += _formatted(file, text, content, typed.get(file.path, {}))
            wrong = errors.get(file.path) if file.path.endswith(YAML) and file.path not in typed else None
        unread += [wrong] if wrong else []
    return made, unread


def _is_wanted(path: str, wanted: Collection[str]) -> bool:
    return not wanted or any(path == each or path.startswith(f"{each}/") for each in wanted)


def _meaning(folder: str, files: list[SourceFile], refused: list[Finding]) -> Meaning:
    reader = Reader(folder, Models(), list(refused))
    handbook = reader.read(files)
    return meaning(handbook, reader.findings) if handbook else {}


def _by_file(handbook: Handbook) -> Mapping[str, Mapping[Span, Typed]]:
    found: dict[str, dict[Span, Typed]] = {}
    for typed in typed_values(handbook):
        found.setdefault(typed.scalar.span.file, {})[typed.scalar.span] = typed
    return found


def _formatted(file: SourceFile, text: str, content: Content, typed: Mapping[Span, Typed]) -> Iterator[Formatted]:
    """The file in plain form, where it is in another."""
    draft = Draft(text)
    splices = [*_white_space(file.path, text, content), *_values(draft, typed)]
    whole, done = draft.spliced(_kept(draft, content, splices, []))
    data = whole.encode()
    if data != file.data:
        yield Formatted(file.path, file.data, data, (*_of_the_file(file), *(_change(draft, each) for each in done)))


def _kept(draft: Draft, content: Content, splices: list[Splice], sure: list[Splice]) -> list[Splice]:
    """The splices that leave the content as it is, beside some that surely do: all, or those of each half."""
    if not splices or content.kept_by(*draft.spliced([*sure, *splices])):
        return [*sure, *splices]
    if len(splices) == 1:
        return sure
    half = len(splices) // 2
    return _kept(draft, content, splices[half:], _kept(draft, content, splices[:half], sure))


def _white_space(path: str, text: str, content: Content) -> Iterator[Splice]:
    if path.endswith(YAML):
        yield from yaml_space(path, text, content.lines)
    else:
        yield from markdown_space(path, text) if path.endswith(".md") else table_space(path, text)


def _values(draft: Draft, typed: Mapping[Span, Typed]) -> Iterator[Splice]:
    """The values that have a plainer form, each read alike by its field."""
    for span, (scalar, read) in typed.items():
        raw = draft.at(span)
        if scalar.style in ("|", ">") or "\\" in raw:
            continue  # what stands in the file is not what is read
        quote = raw[:1] if raw[:1] in ("'", '"') else ""
        inner = raw[len(quote) : len(raw) - len(quote)]
        for form, plain in zip(plain_forms(scalar.text), plain_forms(inner), strict=True):
            if plain != inner and means_the_same(read, scalar.text, form):
                yield Splice(span, f"{quote}{plain}{quote}")
                break


def _of_the_file(file: SourceFile) -> Iterator[Change]:
    if file.data.startswith(b"\xef\xbb\xbf"):
        yield Change(1, 1, "mark")
    if b"\r\n" in file.data:
        yield Change(file.data[: file.data.index(b"\r\n")].count(b"\n") + 1, 1, "crlf")


def _change(draft: Draft, splice: Splice) -> Change:
    span, was = splice.span, draft.at(splice.span)
    if was.strip():
        return Change(span.line, span.column, TIDIED, was, splice.text)
    what = "end" if splice.text == "\n" else "blank" if span.end_line > span.line else "spaces"
    return Change(span.line, span.column, what)


def _harmless(made: list[Formatted], harms: Callable[[list[Formatted]], bool]) -> list[Formatted]:
    """Those of some formatted files with which the handbook is bound to what it was: all of them, or one by one."""
    if not made or not harms(made):
        return made
    kept: list[Formatted] = []
    for each in made:
        kept += [] if harms([*kept, each]) else [each]
    return kept
