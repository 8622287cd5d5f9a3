"""Tidying: the plain form of what planners typed, and the repairs that are certain; written by splicing."""

from plangen.tidy.formatting import Formatted, formatted
from plangen.tidy.mending import Mended, mended
from plangen.tidy.place import PLACES, TIDIED, Change
from plangen.tidy.writing import is_sealed, write

__all__ = ["PLACES", "TIDIED", "Change", "Formatted", "Mended", "formatted", "is_sealed", "mended", "write"]
