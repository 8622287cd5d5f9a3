"""A review in a folder: written aside, then switched; what is not ours is never overwritten."""

from collections.abc import Mapping
from pathlib import Path

from plangen.request.document_json import render_json
from plangen.request.markdown import render_markdown
from plangen.request.page import render_page
from plangen.request.request import Request
from plangen.site.codes import Stopped
from plangen.site.publishing.disk import Disk
from plangen.site.publishing.lock import only_builder
from plangen.site.publishing.manifest import NAME, Manifest, hash_tree
from plangen.site.publishing.release import Places, check_files, check_folder, recover, staging, switch
from plangen.values import Pair, told

COMMENT, PAGE, CHANGES = "comment.md", "index.html", "changes.json"
OWN = frozenset({COMMENT, PAGE, CHANGES, NAME})


class FolderRefused(Exception):
    """A folder that a review cannot be written to, with the sentence that says why in both languages."""

    def __init__(self, zh: str, en: str, status: int = 2) -> None:
        super().__init__(en)
        self.sentence: Pair = zh, en
        self.status = status


def files_of(request: Request, site_url: str) -> dict[str, str]:
    """What the folder of a review holds, by name."""
    return {
        COMMENT: render_markdown(request, site_url),
        PAGE: render_page(request, site_url),
        CHANGES: render_json(request),
    }


def write_folder(root: Path, content: Path, folder: Path, files: Mapping[str, str]) -> None:
    """Make the files the folder. Raises FolderRefused, with what was there before untouched, where that fails."""
    places, disk = Places(folder.resolve()), Disk()
    try:
        check_folder(root.resolve(), content.resolve(), places.site)
        places.site.parent.mkdir(parents=True, exist_ok=True)
        with only_builder(places.lock):
            recover(places, disk)
            _check_own(places.site)
            with staging(places, disk) as stage:
                for name, text in files.items():
                    disk.write(stage / name, text.encode())
                disk.write(stage / NAME, Manifest(files=hash_tree(stage)).dump())
                switch(places, disk)
            disk.remove(places.previous)
    except Stopped as stopped:
        args = stopped.finding.args
        if "why_zh" not in args:
            zh, en = "另一个进程正在写这个文件夹", "another process writes this folder"
            raise FolderRefused(zh, en, stopped.status) from stopped
        name = folder.name
        zh, en = told(
            "不能写到“{name}”：{why}", "“{name}” is refused: {why}", name=name, why=(args["why_zh"], args["why_en"])
        )
        raise FolderRefused(zh, en) from stopped
    except OSError as problem:
        words = problem.strerror or str(problem)
        raise FolderRefused(
            *told("写不进“{name}”：{words}", "cannot write “{name}”: {words}", name=folder.name, words=words), 1
        ) from problem


def _check_own(folder: Path) -> None:
    """Raise where the folder holds anything that no review has written: a published site too."""
    check_files(folder)
    others = sorted(path.name for path in folder.iterdir() if path.name not in OWN) if folder.is_dir() else []
    if others:
        refused = (
            "不能写到“{name}”：里面有不是 plangen review 写的文件：{other}",
            "“{name}” is refused: it holds what no review has written: {other}",
        )
        raise FolderRefused(*told(*refused, name=folder.name, other=others[0]))
