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
from plangen.site.publishing.closed import place, unpack_edition
from plangen.site.publishing.disk import Disk
from plangen.site.publishing.inputs import config_value
from plangen.site.publishing.manifest import files_below
from plangen.site.publishing.shelf import Order
from plangen.site.publishing.stage import Stage, Tell, look
from plangen.site.publishing.wing import fill_year, is_there, open_wings
from plangen.site.sealed_line import original
from plangen.site.tongues import below
from plangen.site.verifying.source_place import at_source
from plangen.workspace import Workspace


def press(workspace: Workspace, year: int, chain: Chain, tell: Tell) -> dict[str, bytes]:
    """The members of a year's archive. Raises SealRefused where its pages are not fit to be published."""
    handbook, config = workspace.handbook, workspace.root / "mkdocs.yml"
    assert handbook is not None
    with TemporaryDirectory(prefix="plangen-") as aside:
        whole = Stage(Path(aside).resolve() / "site", Path(aside) / "none", None, Disk(), tell)
        stages = _pressed(workspace, year, chain, whole)
        seen = look(stages, config_value(config, "site_url"), frozenset())
        wrong = [finding for finding in seen.findings if level_of(finding) is Level.ERROR]
        if wrong:
            raise refused_by([at_source(finding, workspace.root, workspace.folder) for finding in wrong])
        members = published(whole.folder, [below(stage.base, str(year)) for stage in stages])
    figures = figures_json(workspace.every_figure, handbook.language, year, workspace.scenarios)
    settings = (workspace.root / workspace.folder / "handbook.yml").read_bytes()
    return members | {FIGURES: figures.encode(), HANDBOOK: settings}


def _pressed(workspace: Workspace, year: int, chain: Chain, whole: Stage) -> list[Stage]:
    """The year in every language of the handbook, with the closed years that its pages lead to."""
    wings = open_wings(Order(workspace.root, whole.site, (year,)), workspace, chain, whole)
    for wing in wings:
        earlier = [each for each in chain.seals if each < year and is_there(chain, wing.base, each)][-1:]
        for each in earlier:  # what the page of changes leads to
            place(wing.stage, chain, each, wing.language)
        for seal in chain.seals.get(year, ()):  # what an amendment's banner leads to
            if is_there(chain, wing.base, year):
                unpack_edition(wing.stage, chain, seal, original(year, seal.amendment))
                wing.stage.editions[original(year, seal.amendment)] = seal.stem
        wing.kept = {**dict.fromkeys(earlier, True), year: False}
    fill_year(wings, Order(workspace.root, whole.site, (year,)), "", year)
    for wing in wings:
        assert wing.last is not None, "it was built"
        wing.stage.share(wing.last, year, config_value(workspace.root / "mkdocs.yml", "site_url"))
    whole.share_files()
    return [wing.stage for wing in wings]


def published(site: Path, years: Iterable[str]) -> dict[str, bytes]:
    """The year's files, and those of the shared ones that they use, so that a later theme changes nothing.

    `years` are its folders in the site, one a language.
    """
    places = [path for year in years for path in files_below(site / year)]
    files = {path.relative_to(site).as_posix(): path.read_bytes() for path in places}
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
