"""`plangen schema`: JSON Schema of the content's files."""

from pathlib import Path

import click

from plangen.catalogue import kinds
from plangen.model import Dimensions, Entry, HandbookHead, PlanHead, Profiles
from plangen.render.json_schema import schema_text
from plangen.render.scenario_schema import NAME, scenario_text
from plangen.review.field_words import field_word

EXAMPLES = """\b
Examples:
  plangen schema
  plangen schema --out .vscode/plangen
"""
FILES: dict[str, type[Entry]] = {
    "dimensions": Dimensions,
    "handbook": HandbookHead,
    "plan": PlanHead,
    "profiles": Profiles,
}


def _called(key: str, kind: str) -> str:
    """What a key is called in Chinese; empty where it is called by itself."""
    word = field_word("zh", key, kind)
    return "" if word == key else word


@click.command(epilog=EXAMPLES)
@click.option("--out", default="schema", metavar="DIR", help="The folder to write to; default: schema.")
@click.pass_obj
def schema(root: Path, out: str) -> None:
    """Write JSON Schema for editors, one file a section kind, for handbook, plan, scenario, dimensions and profiles.

    A file that is there is replaced. Exit status: 0 written, 1 the folder cannot be written to.
    """
    folder = root / out
    folder.mkdir(parents=True, exist_ok=True)
    sections = {name: kind.model for name, kind in kinds().items()}
    texts = {name: schema_text(model, name, _called) for name, model in (FILES | sections).items()}
    texts[NAME] = scenario_text(sections, _called)
    for name, text in sorted(texts.items()):
        path = folder / f"{name}.json"
        path.write_text(text, encoding="utf-8", newline="\n")
        click.echo(path.as_posix())
