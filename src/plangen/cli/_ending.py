"""Ended from outside: what a command has started and put aside goes with it."""

import signal
from collections.abc import Iterator
from contextlib import contextmanager
from typing import NoReturn

_ENDINGS = tuple(getattr(signal, name) for name in ("SIGTERM", "SIGHUP") if hasattr(signal, name))


@contextmanager
def tidied_up() -> Iterator[None]:
    """Have a command that is told to end (SIGTERM), or whose terminal is closed, end as with Ctrl+C: tidied up.

    What is ignored already stays so: under `nohup` a command outlives its terminal.
    """
    heeded = [each for each in _ENDINGS if signal.getsignal(each) is not signal.SIG_IGN]
    before = {each: signal.signal(each, _end) for each in heeded}
    try:
        yield
    finally:
        for each, handler in before.items():
            signal.signal(each, handler)


def _end(number: int, _: object) -> NoReturn:
    """Leave by an exception, once: tidying up is not disturbed by whoever is impatient."""
    for each in _ENDINGS:
        signal.signal(each, signal.SIG_IGN)
    raise SystemExit(128 + number)
