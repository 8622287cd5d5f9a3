"""Comparing two versions of a plan year: what a person typed, and what followed from it."""

from plangen.diff.card import CardLine, ChangeCard
from plangen.diff.cards import cards
from plangen.diff.changes import Changes, Suggestion, Unread
from plangen.diff.comparing import compare
from plangen.diff.consequence import Consequence
from plangen.diff.edit import Edit
from plangen.diff.effect import Effect
from plangen.diff.entity import Entity, EntityKey
from plangen.diff.inventory import inventory
from plangen.diff.passage import Passage
from plangen.diff.people import People, Person
from plangen.diff.prose import unwrapped
from plangen.diff.renames import Renames
from plangen.diff.runs import Run, runs
from plangen.diff.side import Side
from plangen.diff.weight import MAJOR, Weight, relative

__all__ = [
    "MAJOR", "CardLine", "ChangeCard", "Changes", "Consequence", "Edit", "Effect", "Entity", "EntityKey", "Passage",
    "People", "Person", "Renames", "Run", "Side", "Suggestion", "Unread", "Weight", "cards", "compare", "inventory",
    "relative", "runs", "unwrapped",
]  # fmt: skip
