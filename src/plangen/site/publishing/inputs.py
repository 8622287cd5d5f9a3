"""What a build depends on, besides the figures: content, configuration, theme, program and library versions."""

import sys
from collections.abc import Iterator, Mapping
from importlib import metadata
from importlib.util import find_spec
from os.path import normpath
from pathlib import Path, PurePosixPath

from plangen.site.assets import theme_dir
from plangen.site.publishing.manifest import files_below, hash_bytes, hash_files
from plangen.source import SEALED, site_config

_PRIVATE = frozenset({".yml", ".yaml", ".csv"})


def is_plan_source(path: str) -> bool:
    """Whether a file of the content folder is the plan's source, which a site never shows.

    `path` is relative to the content folder. Years and `shared` hold nothing else; YAML and CSV is source everywhere.
    """
    parts = PurePosixPath(path).parts
    return parts[0].isdecimal() or parts[0] in {"shared", "sealed"} or PurePosixPath(path).suffix.lower() in _PRIVATE


def stays_unpublished(path: str, content: Path, *, hosted: bool) -> bool:
    """Whether a file that a site generator has found is none of its own: a source of the plan, a file of the theme.

    In a hosted book every text of the content folder is the plan's.
    """
    file, folder = Path(path).resolve(), content.resolve()
    if file.is_relative_to(folder):
        return is_plan_source(file.relative_to(folder).as_posix()) or (hosted and file.suffix == ".md")
    return file.is_relative_to(theme_dir().resolve())


def hash_inputs(root: Path, content: str, *others: str) -> str:
    """One hash over content and seals, and what else the site depends on: surroundings, the day in the history."""
    read = [*files_below(root / content), *files_below(root / SEALED)]
    files = hash_files((path.relative_to(root).as_posix(), path) for path in read)
    return hash_bytes(files.encode(), *(each.encode() for each in others))


def hash_surroundings(root: Path, config: Path, content: str) -> str:
    """One hash over all but the plan: configuration, foreign pages, theme, program, installed libraries."""
    return hash_bytes(
        hash_files(_configured(root, config, root / content)).encode(),
        hash_files(_program()).encode(),
        "\n".join(installed()).encode(),
    )


def watched(root: Path, config: Path, content: Path) -> list[Path]:
    """The files and folders that a site is made of, but for the program: a change below any of them is a new build."""
    named = (root / name for each in _inherited(config) for name in _named_by(each))
    return list(dict.fromkeys([*_inherited(config), *named, content, root / SEALED, theme_dir()]))


def _configured(root: Path, config: Path, content: Path) -> Iterator[tuple[str, Path]]:
    """The configuration and the files that it names, but not the plan's sources."""
    for each in _inherited(config):
        yield each.name, each
        for name in _named_by(each):
            yield from _files_of(root, name, content)


def _files_of(root: Path, name: str, content: Path) -> Iterator[tuple[str, Path]]:
    path = root / name
    if path.is_file():
        yield name, path
    elif path.is_dir():
        for file in files_below(path):
            if not (file.is_relative_to(content) and is_plan_source(file.relative_to(content).as_posix())):
                yield file.relative_to(root).as_posix() if file.is_relative_to(root) else file.name, file


def _inherited(config: Path) -> list[Path]:
    """A site configuration and those it inherits from, the nearest first."""
    chain: list[Path] = []
    while config not in chain:
        chain.append(config)
        parent = config_value(config, "INHERIT")
        if parent:
            config = Path(normpath(config.parent / parent))
    return chain


def _named_by(config: Path) -> Iterator[str]:
    """Files and folders that a site configuration names: docs_dir, custom_dir, hooks."""
    values = site_config(config)
    theme = values.get("theme")
    hooks = values.get("hooks")
    yield str(values.get("docs_dir", "docs"))
    yield from [str(hook) for hook in hooks] if isinstance(hooks, list) else []
    if isinstance(theme, Mapping) and "custom_dir" in theme:
        yield str(theme["custom_dir"])


def config_value(config: Path, key: str) -> str:
    """A plain value of a site configuration, read without the site generator; empty when it is not there."""
    value = site_config(config).get(key)
    return value if isinstance(value, str) else ""


def _program() -> Iterator[tuple[str, Path]]:
    """The files of plangen, of the theme and of every installed host."""
    packages = {"plangen", *(entry.module.split(".")[0] for entry in metadata.entry_points(group="plangen.hosts"))}
    folders = [folder for name in sorted(packages) if (folder := package_dir(name))]
    for folder in [*folders, theme_dir()]:
        for path in files_below(folder):
            if path.suffix != ".pyc":
                yield f"{folder.name}/{path.relative_to(folder).as_posix()}", path


def package_dir(name: str) -> Path | None:
    """The folder of an installed package, found without importing it."""
    spec = find_spec(name)
    places = list(spec.submodule_search_locations or ()) if spec else []
    return Path(places[0]) if places else None


def installed() -> list[str]:
    """Name and version of everything that is installed, and of Python itself."""
    found = {path.name for entry in sys.path if entry for path in Path(entry).glob("*.dist-info")}
    return [sys.version.split()[0], *sorted(found)]
