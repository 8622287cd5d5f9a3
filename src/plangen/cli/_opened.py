"""An argument that names a version of the handbook, opened; its completion: years, scenarios, branches and tags."""

from pathlib import Path

import click
from click.shell_completion import CompletionItem

from plangen.cli._session import refuse
from plangen.site.publishing.words import spoken_language
from plangen.source import content_folder
from plangen.values import say
from plangen.versions import Opened, Refusal, Versions

METAVAR = "VERSION"
_VERSIONS = "plangen.versions"


class OpenedType(click.ParamType[Opened]):
    """Opens `2025`, `2026@stretch`, `main:2026`, `HEAD~3`, `../other:2026`; refuses others in one sentence."""

    name = METAVAR.lower()

    def convert(self, value: object, param: click.Parameter | None, ctx: click.Context | None) -> Opened:  # noqa: ARG002
        """The version that a text names. Arguments of one command share what they read."""
        if isinstance(value, Opened):
            return value
        found = _versions(ctx).open(str(value))
        if isinstance(found, Refusal):
            root = _root(ctx)
            language = spoken_language(root / content_folder(root) / "handbook.yml")
            refuse(say((found.zh, found.en), language), found.status)
        return found

    def shell_complete(
        self,
        ctx: click.Context,
        param: click.Parameter,  # noqa: ARG002 (click's signature)
        incomplete: str,
    ) -> list[CompletionItem]:
        """Years and revisions; behind a colon the years there, behind an at-sign the scenarios."""
        known = _versions(ctx).completions(incomplete)
        return [CompletionItem(each, help=title or None) for each, title in known if each.startswith(incomplete)]


def _root(ctx: click.Context | None) -> Path:
    return Path(str(ctx.find_root().params.get("root", "."))) if ctx else Path()


def _versions(ctx: click.Context | None) -> Versions:
    if ctx is None:
        return Versions(Path())
    known: Versions = ctx.meta.setdefault(_VERSIONS, Versions(_root(ctx)))
    return known
