"""hiwar: a knowledge graph of intergovernmental migration dialogues.

Importing this package loads nothing heavy; the work is in the sub-packages
``hiwar.ontology``, ``hiwar.shapes``, ``hiwar.graph`` and ``hiwar.server``.
"""

__all__ = ["__version__"]

__version__ = "0.1.0"
