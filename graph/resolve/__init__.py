"""From things as documents speak of them to things of the world, each with one IRI."""

from hiwar.graph.resolve.ledger import Ledger
from hiwar.graph.resolve.resolution import Merge, Resolution, resolve

__all__ = ["Ledger", "Merge", "Resolution", "resolve"]
