"""Coverage: which items of the source documents are carried, where, and what is missing of them."""

from plangen.coverage.carried import Carried, Status
from plangen.coverage.carrier import Carrier, carriers
from plangen.coverage.count import Count, count
from plangen.coverage.covering import Coverage, cover
from plangen.coverage.plain import Plain

__all__ = ["Carried", "Carrier", "Count", "Coverage", "Plain", "Status", "carriers", "count", "cover"]
