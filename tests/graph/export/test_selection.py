"""A part of the facts is drawn."""

import pytest

from hiwar.errors import NotFoundError
from hiwar.graph.export.drawing import draw
from hiwar.graph.export.scene import Scene
from hiwar.graph.export.selection import of_process
from hiwar.graph.namespaces import thing_iri
from tests.graph.export.conftest import Graphs


def test_a_process_is_drawn_with_what_belongs_to_it_and_nothing_else(
    graphs: Graphs,
) -> None:
    whole = draw(Scene.of(graphs))
    part = draw(of_process(Scene.of(graphs), "khartoum-process"))
    assert {edge.key for edge in part.edges} <= {edge.key for edge in whole.edges}
    process = str(thing_iri("process", "khartoum-process"))
    assert process in {vertex.iri for vertex in part.vertices}
    with pytest.raises(NotFoundError, match="khartoum-process"):
        of_process(Scene.of(graphs), "no-such-process")
