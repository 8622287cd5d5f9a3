"""Images that narratives show and whose files were refused: told where they are shown too."""

from collections.abc import Iterator, Mapping

from plangen.findings import Finding
from plangen.site.edition import Edition
from plangen.site.narratives.codes import IMAGE_REFUSED
from plangen.site.narratives.pictures import places
from plangen.source import PICTURES


def refused_findings(edition: Edition, folder: str, refused: Mapping[str, Finding]) -> Iterator[Finding]:
    """PG425 for a year's narratives. `refused` has the finding of each file that was not read, by its path."""
    for plan, name, narrative in edition.scope.plan_year.texts():
        page = f"{plan}/{name}.md" if plan else f"{name}.md"
        for image in narrative.images:
            target = image.target.text
            paths = (f"{folder}/{edition.year}/{place}" for place in places(image, page))
            problem = next((refused[path] for path in paths if path in refused), None)
            if problem is not None and target.lower().endswith(PICTURES):
                args: dict[str, object] = {"target": target, "because": problem.code}
                related = ((problem.span, problem.code),)
                yield Finding(IMAGE_REFUSED, image.target.span, args, edition.year, related=related)
