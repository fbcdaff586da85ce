"""From readings and their IRIs to graphs: documents, facts, and what follows."""

from hiwar.graph.derive.dataset import derive
from hiwar.graph.derive.reasoning import Derivation, infer

__all__ = ["Derivation", "derive", "infer"]
