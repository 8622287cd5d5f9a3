"""The built-in families of checks, and the one run over them all."""

from plangen.checks.run import run_checks

__all__ = ["run_checks"]
