"""What the commands that seal have in common: who, when, why; how a refusal is told."""

from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any, TypeVar

import click

from plangen.cli._session import refuse
from plangen.cli.build import show_findings
from plangen.site.publishing.words import say, spoken_language
from plangen.source import content_folder
from plangen.values import say as in_language

T = TypeVar("T")
F = TypeVar("F", bound=Callable[..., Any])


class Day(click.ParamType[str]):
    """A day as it is written everywhere in a handbook: `2026-01-15`."""

    name = "date"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> str:
        """The day's text. Refuses what is no day."""
        try:
            return date.fromisoformat(value).isoformat()
        except ValueError:
            self.fail(f"{value} is no day; write it like 2026-01-15", param, ctx)


class Sentence(click.ParamType[str]):
    """A text of one line that says something."""

    name = "text"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> str:
        """The text without blanks around it. Refuses an empty one, and signs that are not printed."""
        text = str(value).strip()
        if not text or not text.isprintable() or len(text) > 500:
            self.fail("write one line of text, of at most 500 signs", param, ctx)
        return text


def signed(command: F) -> F:
    """The options that say who closes a year and when."""
    by = click.option("--by", required=True, type=Sentence(), metavar="NAME", help="Who answers for it.")
    day = click.option("--date", "on", required=True, type=Day(), metavar="DATE", help="The day, like 2026-01-15.")
    return by(day(command))


def sealed(root: Path, seal: Callable[[Callable[..., None]], T]) -> T:
    """Run something that seals; what keeps it from that is told, and ends the command."""
    from plangen.sealing.made import LOCK
    from plangen.sealing.refused import SealRefused
    from plangen.site.codes import HostFailed, Stopped
    from plangen.site.publishing.lock import only_builder

    language = spoken_language(root / content_folder(root) / "handbook.yml")
    try:
        with only_builder(root / LOCK):
            return seal(lambda key, **args: click.echo(say(language, key, **args), err=True))
    except SealRefused as refused:
        show_findings(refused.findings, root, language)
        refuse(in_language(refused.sentence, language), refused.status)
    except Stopped as stopped:
        show_findings([stopped.finding], root, language)
        raise click.exceptions.Exit(stopped.status) from None
    except HostFailed as failed:
        refuse(" ".join(str(failed).split()))
