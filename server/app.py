"""The Flask application: routes, headers, and the way in which pages are rendered."""

from typing import Final

from flask import Flask, Response, request

from hiwar.graph.namespaces import BASE
from hiwar.server.endpoint import endpoint
from hiwar.server.entities import entities
from hiwar.server.lookup import local_path
from hiwar.server.pages import pages
from hiwar.server.pool import Pool
from hiwar.server.problems import register_problems

__all__ = ["create_app"]

_HEADERS: Final = {
    "Content-Security-Policy": (
        "default-src 'self'; base-uri 'none'; object-src 'none'; form-action 'self';"
        " frame-ancestors 'none'"
    ),
    "Cross-Origin-Resource-Policy": "cross-origin",
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
    "Access-Control-Allow-Origin": "*",
    "Access-Control-Expose-Headers": "Answer-Limit, Dataset-Version, Retry-After",
}


def create_app(pool: Pool) -> Flask:
    """Return the application that answers from a pool of workers."""
    app = Flask(__name__)
    app.extensions["pool"] = pool
    app.url_map.strict_slashes = False
    app.url_map.redirect_defaults = False
    app.jinja_env.trim_blocks = True
    app.jinja_env.lstrip_blocks = True
    app.jinja_env.globals.update(base_iri=BASE, local_path=local_path)
    for blueprint in (endpoint, entities, pages):
        app.register_blueprint(blueprint)
    register_problems(app)
    app.after_request(_add_headers)
    return app


def _add_headers(response: Response) -> Response:
    for name, value in _HEADERS.items():
        response.headers.setdefault(name, value)
    response.vary.add("Accept")
    if request.method == "OPTIONS":
        allowed = response.headers.get("Allow", "GET, HEAD, OPTIONS")
        response.headers["Access-Control-Allow-Methods"] = allowed
        response.headers["Access-Control-Allow-Headers"] = "Accept, Content-Type"
        response.headers["Access-Control-Max-Age"] = "86400"
    return response
