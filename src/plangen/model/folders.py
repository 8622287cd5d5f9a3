"""Folders of a content tree: plan years by name, YAML files by folder, the folders above one."""

from collections.abc import Collection, Iterator, Mapping
from pathlib import PurePosixPath

from plangen.findings import Finding
from plangen.model.actual import FOLDER
from plangen.model.label import LANGUAGES
from plangen.source import SourceFile
from plangen.values import Refused, Span, check_id

YAML = (".yml", ".yaml")


def is_year(name: str) -> bool:
    """Whether a folder is called as a plan year."""
    return len(name) == 4 and name.isascii() and name.isdigit() and name[0] in "12" and name >= "1900"


def is_home(path: str) -> bool:
    """Whether a file is the year's own narrative, in any language."""
    name, _, end = path.partition(".")
    return name == "index" and (end == "md" or end.removesuffix(".md") in LANGUAGES)


def yaml_by_folder(files: Mapping[str, SourceFile]) -> dict[str, dict[str, SourceFile]]:
    """The YAML files by their folder and their name."""
    found: dict[str, dict[str, SourceFile]] = {}
    for path, file in files.items():
        pure = PurePosixPath(path)
        if pure.suffix in YAML:
            found.setdefault(str(pure.parent), {})[pure.name] = file
    return found


def ancestors(folder: str) -> list[str]:
    """The folders above one, the nearest first."""
    parts = folder.split("/")
    return ["/".join(parts[:length]) for length in range(len(parts) - 1, 0, -1)]


def is_stray(path: PurePosixPath, folder: str, plans: Collection[str], shared: Collection[str]) -> bool:
    """Whether a file lies where no plan reads it; actuals lie in a folder of that name beside `plan.yml`."""
    if path.suffix == ".csv":
        return FOLDER in path.parts[:-1] and not (path.parts[-2] == FOLDER and str(path.parent.parent) in plans)
    return path.suffix in (".md", *YAML) and folder not in plans and str(path) not in shared


def wrong_names(file: str, folder: str, reserved: Collection[str]) -> Iterator[Finding]:
    """What is wrong with the names of a plan's folders, told at its file."""
    for name in folder.split("/"):
        try:
            check_id(name)
        except Refused as error:
            yield Finding(error.code, Span.whole(file), error.args_)
    name = folder.rpartition("/")[2]
    if name in reserved:
        yield Finding("PG217", Span.whole(file), {"text": name, "plain": "", "reason": "reserved"})
