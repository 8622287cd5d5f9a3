"""Going back: the release before takes the place of the published one, which takes its place in turn."""

from plangen.site.publishing.disk import Disk
from plangen.site.publishing.manifest import holds, read_manifest
from plangen.site.publishing.publish import Order, Outcome, guarded
from plangen.site.publishing.release import Places, check_files, go_back, recover


def rollback(order: Order, disk: Disk | None = None) -> Outcome:
    """Bring back the release before. On any failure the site stays as it was.

    Status: 0 brought back, 1 there is none, or it is not as it was published, 2 wrong folder, 75 a build runs.
    """
    return guarded(order, lambda places: _bring_back(places, disk or Disk()))


def _bring_back(places: Places, disk: Disk) -> Outcome:
    recover(places, disk)
    check_files(places.site)
    manifest = read_manifest(places.previous)
    if manifest is None:
        return Outcome(1, "no_release")
    if not holds(places.previous, manifest):
        return Outcome(1, "touched", args={"folder": places.previous.name})
    go_back(places, disk)
    return Outcome(0, "brought", pages=manifest.pages, args={"years": ", ".join(sorted(manifest.years))})
