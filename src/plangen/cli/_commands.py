"""Groups of commands that find their commands by walking a package, and import only the one that is run."""

import atexit
import gc
import os
import sys
from importlib import import_module
from pkgutil import iter_modules
from types import ModuleType
from typing import Any

import click

RARELY = (100_000, 50, 50)
"""When the collector of circular garbage runs: a command that ends soon makes little, and looking costs a tenth."""


class Commands(click.Group):
    """A group whose commands are the modules of a package; each holds a command named as its last part.

    Modules that begin with `_` hold no command.
    """

    def __init__(self, *args: Any, package: str, **more: Any) -> None:
        super().__init__(*args, **more)
        self.package = package

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002 (click's signature)
        """The names of the package's modules, sorted."""
        path = import_module(self.package).__path__
        return sorted(module.name for module in iter_modules(path) if not module.name.startswith("_"))

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """The command of a name, imported now, or None."""
        if cmd_name not in self.list_commands(ctx):
            return None
        command: click.Command = getattr(import_module(f"{self.package}.{cmd_name}"), cmd_name)
        return command


class Main(Commands):
    """The outermost group: whatever goes wrong in plangen itself is one sentence and exit status 70."""

    def main(self, *args: Any, **extra: Any) -> Any:
        """Run the command line. `PLANGEN_DEBUG=1` shows where an unexpected failure happened."""
        gc.set_threshold(*RARELY)
        without_plugins()
        atexit.register(gc.freeze)  # or Python looks through every object once more before it ends
        if hasattr(sys.stdout, "reconfigure"):
            sys.stdout.reconfigure(errors="replace")
        try:
            return super().main(*args, **extra)
        except OSError as error:
            _reraise_for_debugging()
            where = f" ({error.filename})" if error.filename else ""
            click.echo(f"plangen: {error.strerror or error}{where}", err=True)
            sys.exit(1)
        except Exception as error:  # noqa: BLE001 (the last net: no traceback ever reaches a planner)
            _reraise_for_debugging()
            said = " ".join(str(error).split())[:200]
            text = f"plangen: a mistake in plangen itself ({type(error).__name__}: {said}); PLANGEN_DEBUG=1 shows where"
            click.echo(text, err=True)
            sys.exit(70)


def without_plugins() -> None:
    """Keep pydantic from importing what looks for plugins.

    It is told to load none (`plangen/__init__`), and imports the module that would look all the same: with it come
    e-mail, archives and sockets, a twentieth of `plangen check`.
    """
    loader = ModuleType("pydantic.plugin._loader")
    loader.get_plugins = lambda: ()  # type: ignore[attr-defined]
    sys.modules.setdefault(loader.__name__, loader)


def _reraise_for_debugging() -> None:
    if os.environ.get("PLANGEN_DEBUG"):
        raise  # noqa: PLE0704 (called from an except block)
