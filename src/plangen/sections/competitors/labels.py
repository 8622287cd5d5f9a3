"""Words of the competitors section."""

TITLE = {"zh": "竞争对手", "en": "Competitors"}
ORDER = 24
FIRST = False
FIELDS = {
    "competitors": ("竞争对手", "competitors"),
    "count": ("家数", "how many"),
    "dimensions": ("比较维度", "dimensions of comparison"),
    "own": ("本公司", "our own"),
    "response": ("应对办法", "response"),
    "values": ("各维度情况", "values"),
}
MEASURES = {
    "answered": ("写了应对的对手数", "competitors with a response"),
    "competitors": ("竞争对手数", "competitors"),
    "filled": ("已了解的维度", "dimensions that are known"),
    "unknown": ("还不了解的格子", "cells that are not known"),
}
