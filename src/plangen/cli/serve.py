"""`plangen serve`: the live preview."""

import signal
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory
from threading import Event, Thread
from typing import NoReturn

import click

from plangen.cli.build import open_shelf, show_findings
from plangen.findings import Finding, message, way_out
from plangen.site.codes import OPEN_TO_ALL
from plangen.site.publishing.publish import Order, Outcome
from plangen.site.publishing.words import say, spoken_language
from plangen.site.serving.preview import Preview
from plangen.site.serving.server import PreviewServer, is_local
from plangen.source import commit_day, content_folder
from plangen.values.span import Span

EXAMPLES = """\b
Examples:
  plangen serve
  plangen serve --port 8080
"""


@click.command(epilog=EXAMPLES)
@click.option("--language", "languages", multiple=True, metavar="TAG", help="Show only this language.")
@click.option("--port", type=click.IntRange(0, 65535), default=8000, show_default=True, help="0 takes any free port.")
@click.option("--host", default="127.0.0.1", show_default=True, help="The address to listen on.")
@click.option("--allow-remote", is_flag=True, help="Let other machines see the draft; needed for any other --host.")
@click.pass_obj
def serve(root: Path, languages: tuple[str, ...], port: int, host: str, allow_remote: bool) -> None:
    """Show the handbook in the browser while you write it.

    Every saved change is built again and the open pages load themselves. While the content has errors the pages stay
    as they were, with the findings at their top and in the terminal. Your published site is not touched.

    Exit status: 0 ended by Ctrl+C, 2 wrong usage, or host and port cannot be used.
    """
    content = content_folder(root)
    language = spoken_language(root / content / "handbook.yml")
    if not (allow_remote or is_local(host)):
        finding = Finding(OPEN_TO_ALL, Span.whole("--host"), {"host": host})
        _refuse(f"{finding.code} {message(finding, language)}", way_out(finding, language))
    with TemporaryDirectory(prefix="plangen-") as folder:
        order = Order(root, Path(folder).resolve() / "site", languages=languages, extra=commit_day(root, content))
        preview = Preview(order, partial(open_shelf, root), partial(_report, root, language))
        try:
            server = PreviewServer(preview, (host, port), language)
        except (OSError, UnicodeError) as problem:
            reason = getattr(problem, "strerror", None) or problem
            _refuse(say(language, "listen", host=host, port=port, reason=reason))
        _run(server, language)


def _refuse(*sentences: str) -> NoReturn:
    click.echo("plangen: " + "\n  = ".join(sentences), err=True)
    raise click.exceptions.Exit(2)


def _run(server: PreviewServer, language: str) -> None:
    """Serve until the user ends it; building goes on in this thread."""
    stop = Event()
    signal.signal(signal.SIGTERM, lambda *_: stop.set())
    signal.signal(signal.SIGINT, partial(_interrupt, stop))
    thread = Thread(target=server.serve_forever, daemon=True)
    thread.start()
    click.echo(say(language, "serving", url=server.url))
    try:
        server.preview.look()
        server.preview.watch(stop)
    except KeyboardInterrupt:
        pass
    finally:
        server.shutdown()
        server.server_close()


def _interrupt(stop: Event, *_: object) -> NoReturn:
    """End at once; where Python drops the exception, as in a finaliser that runs in a build, after this build."""
    stop.set()
    raise KeyboardInterrupt


def _report(root: Path, language: str, outcome: Outcome, seconds: float) -> None:
    if outcome.status and outcome.reason != "fault":
        click.echo(say(language, "broken"), err=True)
    if outcome.reason:
        click.echo(say(language, outcome.reason, **outcome.args), err=True)
    show_findings(outcome.findings, root, language)
    if not outcome.status:
        click.echo(say(language, "rebuilt", seconds=f"{seconds:.1f}"))
