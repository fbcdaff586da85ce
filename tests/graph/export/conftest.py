"""A picture written as a file is."""

import io

from rdflib import Graph

from hiwar.graph.export import write_picture
from hiwar.graph.export.picture import Picture
from hiwar.graph.formats import Answer, find_format

Graphs = dict[str, Graph]


def written(picture: Picture, name: str) -> bytes:
    """Return the bytes of a picture in a format."""
    output = io.BytesIO()
    write_picture(picture, find_format(name, Answer.PICTURE), output)
    return output.getvalue()
