"""Everything that is wrong with the narratives of a year, before any page is made."""

from collections.abc import Iterator, Mapping

from plangen.findings import Finding
from plangen.site.edition import Edition
from plangen.site.narratives.links import IsThere, link_findings
from plangen.site.narratives.narrative import narrative_findings
from plangen.site.narratives.refused_pictures import refused_findings


def find_faults(edition: Edition, is_there: IsThere, folder: str, refused: Mapping[str, Finding]) -> Iterator[Finding]:
    """References, blocks, images and links. `folder` is the content's; `refused` has the finding of each bad file."""
    yield from narrative_findings(edition)
    yield from link_findings(edition, is_there)
    yield from refused_findings(edition, folder, refused)
