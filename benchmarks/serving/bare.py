"""The same Flask on the same server, with the query in the web process."""

import pyoxigraph as ox
from flask import Flask, Response, request

__all__ = ["make_app"]


def make_app(path: str) -> Flask:
    """Return an endpoint without any of the checks, limits and workers."""
    app = Flask(__name__)
    store = ox.Store.read_only(path)

    @app.route("/sparql")
    def sparql() -> Response:
        results = store.query(request.args["query"], use_default_graph_as_union=True)
        assert not isinstance(results, ox.QueryTriples)
        body = results.serialize(format=ox.QueryResultsFormat.JSON)
        return Response(body, content_type="application/sparql-results+json")

    return app
