"""Closed years in a site: their pages come out of the archives, byte for byte, and are never built again."""

from plangen.seals.archive import SITE, unpack
from plangen.seals.chain import Chain, changed
from plangen.seals.content import WHATS
from plangen.seals.seal import Seal
from plangen.site.assets import FOLDER
from plangen.site.codes import Stopped
from plangen.site.edition import STATES
from plangen.site.publishing.stage import Stage
from plangen.site.sealed_line import original
from plangen.site.tongues import below
from plangen.source import SEALED
from plangen.values import say


def place(stage: Stage, chain: Chain, year: int, language: str) -> None:
    """Put every edition of a closed year into the stage: the latest as the year, those before beside it.

    Raises Stopped(PG701) where an archive does not hold what its manifest says.
    """
    *before, latest = chain.seals[year]
    stage.tell("sealed", year=below(stage.base, str(year)))
    said = STATES["amended" if before else "sealed"]
    unpack_edition(stage, chain, latest, str(year))
    stage.close(year, f"{year} {say(said, language)}", latest.digest)
    for seal in before:
        number, version = seal.amendment, original(year, seal.amendment)
        name = ("订正 {number}", "amendment {number}") if number else ("原版", "original")
        unpack_edition(stage, chain, seal, version)
        stage.editions[version] = f"{year} {say(name, language, number=number)}"


def unpack_edition(stage: Stage, chain: Chain, seal: Seal, version: str) -> None:
    """Write the pages of one seal into the folder `version`, and the shared files that they use."""
    members = unpack(chain.archive(seal), seal.outputs)
    if members is None:
        raise Stopped(changed(f"{SEALED}/{seal.stem}.zip", seal.year, WHATS["changed"]), 1)
    pages, assets = f"{SITE}{below(stage.base, str(seal.year))}/", f"{SITE}{FOLDER}/"
    for name, data in members.items():
        if name.startswith(pages):
            stage.disk.write(stage.folder / version / name.removeprefix(pages), data)
        elif name.startswith(assets):  # their names carry the hash of their bytes
            stage.disk.write(stage.root / name.removeprefix(SITE), data)
