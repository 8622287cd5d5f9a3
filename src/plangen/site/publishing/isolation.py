"""Run a site generator in this process without its habits: its own printing, today's date, libraries by chance."""

import logging
import os
import sys
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from types import ModuleType

_EPOCH = "315532800"  # 1980: the day of the build reaches no page


class Listener(logging.Handler):
    """Collects what a generator logs: `warnings`, each once, and the `last` error."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.warnings: list[str] = []
        self.last = ""

    def emit(self, record: logging.LogRecord) -> None:
        """Keep a record as one line of text."""
        text = " ".join(record.getMessage().split())
        if record.levelno >= logging.ERROR:
            self.last = text
        elif text not in self.warnings:
            self.warnings.append(text)


@contextmanager
def isolated(logger: str, environment: Mapping[str, str], without: Sequence[str]) -> Iterator[Listener]:
    """Collect what `logger` says instead of printing it; set `environment`; let the modules `without` be missing.

    A module that happens to be installed must not change the output. All is as before afterwards.
    """
    listener = Listener()
    log = logging.getLogger(logger)
    propagate, log.propagate = log.propagate, False
    variables = {"SOURCE_DATE_EPOCH": _EPOCH, **environment}
    before = {name: os.environ.get(name) for name in variables}
    modules: dict[str, ModuleType | None] = dict(sys.modules)
    os.environ.update(variables)
    sys.modules.update(dict.fromkeys(without, None))  # type: ignore[arg-type]
    log.addHandler(listener)
    try:
        yield listener
    finally:
        log.removeHandler(listener)
        log.propagate = propagate
        _restore(before)
        for name in without:
            sys.modules.pop(name)
            if modules.get(name):
                sys.modules[name] = modules[name]  # type: ignore[assignment]


def _restore(before: Mapping[str, str | None]) -> None:
    for name, value in before.items():
        if value is None:
            os.environ.pop(name, None)
        else:
            os.environ[name] = value
