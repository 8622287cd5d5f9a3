"""A year that is closed takes along what it uses of the files that all years share."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from plangen.model.reading import SHARED
from plangen.sealing.refused import SealRefused
from plangen.source import YamlMapping, read_text, read_yaml
from plangen.values import told


@contextmanager
def own_copies(content: Path, year: int) -> Iterator[list[Path]]:
    """Write the shared files into the year's own folder, and take them back where what follows fails.

    A copy says what the shared file and the year's own said together, so that it changes nothing by itself. Gives what
    was written.
    """
    written: list[Path] = []
    before: dict[Path, bytes | None] = {}
    try:
        for name in sorted(SHARED):
            text = _joined(content / name, content / str(year) / name)
            own = content / str(year) / name
            if text is not None and text != _bytes(own):
                before[own] = _bytes(own)
                own.parent.mkdir(exist_ok=True)
                written.append(own)
                own.write_bytes(text)
        yield written
    except BaseException:  # Ctrl-C too must leave the content as it was
        for path, data in before.items():
            _restore(path, data)
        raise


def _restore(path: Path, data: bytes | None) -> None:
    if data is not None:
        path.write_bytes(data)
        return
    path.unlink(missing_ok=True)
    if not any(path.parent.iterdir()):
        path.parent.rmdir()


def _bytes(path: Path) -> bytes | None:
    return path.read_bytes() if path.is_file() else None


def _joined(shared: Path, own: Path) -> bytes | None:
    """The shared file with the year's own entries in the place of those of the same name; None without a shared one."""
    below, above = _bytes(shared), _bytes(own)
    if below is None or above is None:
        return below
    first, second = _pieces(shared, below), _pieces(own, above)
    return "".join({**first, **second}.values()).encode()


def _pieces(path: Path, data: bytes) -> dict[str, str]:
    """The lines of each entry of a file by its key; what stands before the first belongs to it."""
    text, _ = read_text(path.name, data)
    node, _ = read_yaml(path.name, data)
    lines = [f"{line}\n" for line in text.removesuffix("\n").split("\n")]
    entries = node.entries if isinstance(node, YamlMapping) else ()
    starts = [entry.key.span.line - 1 for entry in entries]
    if any(entry.key.span.column != 1 for entry in entries) or len(set(starts)) != len(starts):
        name = f"{path.parent.parent.name}/{path.parent.name}/{path.name}"
        raise SealRefused(
            *told(
                "{name} 要写成每个键一行开头的形式，才能把共享文件并入本年",
                "write {name} with each key at the start of a line: the shared file is copied into the year",
                name=name,
            ),
        )
    ends = [*starts[1:], len(lines)]
    begins = [0, *starts[1:]]
    return {entry.key.text: "".join(lines[begin:end]) for entry, begin, end in zip(entries, begins, ends, strict=True)}
