"""`plangen review`: what a branch changes, for those who have to judge it."""

from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

import click
from click.shell_completion import CompletionItem

from plangen.cli._session import language_at, refuse, wrong
from plangen.request.range import Range, read_range
from plangen.source import content_folder
from plangen.values import say

if TYPE_CHECKING:
    from plangen.request.request import Request

EXAMPLES = """\b
Examples:
  plangen review main..spring
  plangen review origin/main...HEAD --out review --site-url https://preview.example.com/
  plangen review main..                        the files as they are now
"""


NO_URL = (
    "“{value}”不是 https://preview.example.com/ 这样的网址",
    "“{value}” is no address such as https://preview.example.com/",
)


class RangeType(click.ParamType[Range]):
    """Reads `main..spring`, `main...spring` and both without a head."""

    name = "range"

    def convert(self, value: object, param: click.Parameter | None, ctx: click.Context | None) -> Range:
        """The range that a text names; refuses what is none."""
        found = read_range(str(value))
        if found is None:
            wrong(
                param,
                ctx,
                "“{value}”不是 main..spring 这样的范围",
                "“{value}” is no range such as main..spring",
                value=value,
            )
        return found

    def shell_complete(
        self,
        ctx: click.Context,
        param: click.Parameter,  # noqa: ARG002 (click's signature)
        incomplete: str,
    ) -> list[CompletionItem]:
        """Branches and tags on either side of the dots."""
        from plangen.source.revision import revision_names

        names = revision_names(Path(str(ctx.find_root().params.get("root", "."))))
        base, dots, head = incomplete.rpartition("..")
        if dots:
            return [CompletionItem(f"{base}..{name}") for name in names if name.startswith(head)]
        return [CompletionItem(f"{name}..") for name in names if name.startswith(incomplete)]


class SiteUrl(click.ParamType[str]):
    """Reads the address of a site: `https://…`, `http://…` or a path."""

    name = "url"

    def convert(self, value: object, param: click.Parameter | None, ctx: click.Context | None) -> str:
        """The address; refuses any other scheme, and what would end a link."""
        text = str(value)
        try:
            scheme = urlsplit(text).scheme
        except ValueError:
            scheme = "?"
        if scheme not in ("", "http", "https") or not text.isprintable() or any(each in text for each in " <>\"'"):
            wrong(param, ctx, *NO_URL, value=text)
        return text


@click.command(epilog=EXAMPLES)
@click.argument("asked", metavar="BASE..HEAD", type=RangeType())
@click.option(
    "--out",
    type=click.Path(file_okay=False, path_type=Path),
    metavar="DIR",
    help="Write comment.md, index.html and changes.json into this folder.",
)
@click.option(
    "--format",
    "form",
    type=click.Choice(["markdown", "text", "json"]),
    default="markdown",
    help="The form of what is printed.",
)
@click.option(
    "--site-url", type=SiteUrl(), default="", metavar="URL", help="Where a preview of the site lies: pages are linked."
)
@click.pass_obj
def review(root: Path, asked: Range, out: Path | None, form: str, site_url: str) -> None:
    """Tell what HEAD changes against BASE: new findings, edits and what follows, approvals, changed pages.

    BASE...HEAD compares with where HEAD left BASE, as pull requests do; without a HEAD the files are taken as they are.
    What is judged by (approvals, accepted changes) is read from BASE; nothing of HEAD is run.

    Exit status: 0 reviewed, 1 HEAD has new errors, 2 wrong usage, 75 another process writes DIR.
    """
    from plangen.request.folder import FolderRefused, files_of, write_folder
    from plangen.request.reviewing import review as reviewed
    from plangen.source.git import RevisionRefused

    language = language_at(root)
    try:
        request = reviewed(root, asked)
        if out is not None:
            write_folder(root, root / content_folder(root), out, files_of(request, site_url))
    except RevisionRefused as refused:
        refuse(say(refused.sentence, language))
    except FolderRefused as refused:
        refuse(say(refused.sentence, language), refused.status)
    click.echo(_printed(request, form, site_url), nl=False)
    raise click.exceptions.Exit(1 if request.is_refused else 0)


def _printed(request: "Request", form: str, site_url: str) -> str | bytes:
    """The review in a form; bytes where every system has to print the same."""
    if form == "text":
        from plangen.request.plain_text import render_text

        return render_text(request, site_url)
    from plangen.request.document_json import render_json
    from plangen.request.markdown import render_markdown

    return (render_json(request) if form == "json" else render_markdown(request, site_url)).encode()
