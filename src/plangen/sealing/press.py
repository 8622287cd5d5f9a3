"""Pressing a year: its pages are published once, looked at, and packed with its figures and settings."""

from collections.abc import Iterable
from pathlib import Path
from tempfile import TemporaryDirectory

from plangen.findings import Level, level_of
from plangen.render.export import figures_json
from plangen.sealing.refused import refused_by
from plangen.seals.archive import FIGURES, HANDBOOK, SITE
from plangen.seals.chain import Chain
from plangen.site.assets import FOLDER
from plangen.site.closed import place, unpack_edition
from plangen.site.disk import Disk
from plangen.site.inputs import config_value
from plangen.site.manifest import files_below
from plangen.site.publish import find_host
from plangen.site.sealed_line import original
from plangen.site.source_place import at_source
from plangen.site.stage import Stage, Tell
from plangen.workspace import Workspace


def press(workspace: Workspace, year: int, chain: Chain, tell: Tell) -> dict[str, bytes]:
    """The members of a year's archive. Raises SealRefused where its pages are not fit to be published."""
    handbook, config = workspace.handbook, workspace.root / "mkdocs.yml"
    assert handbook is not None
    with TemporaryDirectory(prefix="plangen-") as aside:
        stage = Stage(Path(aside).resolve() / "site", Path(aside) / "none", None, Disk(), tell)
        earlier = [each for each in chain.seals if each < year]
        for each in earlier[-1:]:  # what the page of changes leads to
            place(stage, chain, each, handbook.language)
        for seal in chain.seals.get(year, ()):  # what an amendment's banner leads to
            unpack_edition(stage, chain, seal, original(year, seal.amendment))
            stage.editions[original(year, seal.amendment)] = seal.stem
        book = workspace.book(year, (*earlier[-1:], year))
        stage.add(book, "", find_host, config)
        stage.share(book, year, config_value(config, "site_url"))
        seen = stage.look(config_value(config, "site_url"), frozenset())
        wrong = [finding for finding in seen.findings if level_of(finding) is Level.ERROR]
        if wrong:
            raise refused_by([at_source(finding, workspace.root, workspace.folder) for finding in wrong])
        members = published(stage.folder, year)
    figures = figures_json(workspace.every_figure, handbook.language, year, workspace.scenarios)
    settings = (workspace.root / workspace.folder / "handbook.yml").read_bytes()
    return members | {FIGURES: figures.encode(), HANDBOOK: settings}


def published(site: Path, year: int) -> dict[str, bytes]:
    """The year's files, and those of the shared ones that they use, so that a later theme changes nothing."""
    files = {path.relative_to(site).as_posix(): path.read_bytes() for path in files_below(site / str(year))}
    shared = {path.name: path.read_bytes() for path in files_below(site / FOLDER)}
    used = _named(shared, files.values())
    while more := _named(shared, (shared[name] for name in used)) - used:
        used |= more
    files |= {f"{FOLDER}/{name}": shared[name] for name in used}
    return {f"{SITE}{name}": data for name, data in files.items()}


def _named(shared: Iterable[str], texts: Iterable[bytes]) -> set[str]:
    """Which of the shared files are named in some texts; a hash in each name keeps this from being chance."""
    every = list(texts)
    return {name for name in shared if any(name.encode() in text for text in every)}
