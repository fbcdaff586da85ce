"""The Flask application: routes, headers, and the way in which pages are rendered."""

from flask import Flask, Response, request
from prometheus_client import CollectorRegistry

from hiwar.graph.namespaces import BASE
from hiwar.server.endpoint import ShortWay, endpoint
from hiwar.server.entities import entities
from hiwar.server.errorpage import errorpage
from hiwar.server.finishing import finish
from hiwar.server.graphstore import graphstore
from hiwar.server.harvesting import harvesting
from hiwar.server.health import ServiceCollector, health
from hiwar.server.lookup import local_path
from hiwar.server.observer import Observer
from hiwar.server.pages import pages
from hiwar.server.pool import Pool
from hiwar.server.problems import register_problems
from hiwar.server.reconciliation import reconciliation
from hiwar.server.releases import releases
from hiwar.server.repeats import Repeats
from hiwar.server.searchpage import searchpage
from hiwar.server.service import Service, current_service

__all__ = ["create_app"]


def create_app(pool: Pool) -> Flask:
    """Return the application that answers from a pool of workers."""
    app = Flask(__name__)
    service = Service(pool)
    registry = CollectorRegistry()
    registry.register(ServiceCollector(service))
    app.extensions.update(pool=pool, service=service, registry=registry)
    app.url_map.strict_slashes = False
    app.url_map.redirect_defaults = False
    app.jinja_env.trim_blocks = True
    app.jinja_env.lstrip_blocks = True
    app.jinja_env.globals.update(base_iri=BASE, local_path=local_path)
    parts = (
        endpoint,
        graphstore,
        entities,
        pages,
        health,
        releases,
        searchpage,
        reconciliation,
        harvesting,
        errorpage,
    )
    for blueprint in parts:
        app.register_blueprint(blueprint)
    register_problems(app)
    app.after_request(_finish)
    short_way = ShortWay(app.wsgi_app, service)
    repeats = Repeats(short_way, service)
    app.extensions.update(short_way=short_way, repeats=repeats)
    observer = Observer(repeats, registry, pool.settings.request_log)
    app.extensions["observer"] = observer
    app.wsgi_app = observer  # type: ignore[method-assign]
    return app


def _finish(response: Response) -> Response:
    """Return a response with what its method and its content ask for."""
    rule = request.url_rule
    request.environ["hiwar.route"] = rule.rule if rule is not None else "none"
    if request.method == "OPTIONS":
        allowed = response.headers.get("Allow", "GET, HEAD, OPTIONS")
        response.headers["Access-Control-Allow-Methods"] = allowed
        response.headers["Access-Control-Allow-Headers"] = (
            "Accept, Content-Type, If-None-Match, Query-Id, X-Request-Id"
        )
        response.headers["Access-Control-Max-Age"] = "86400"
    return finish(response, request, current_service().cache)
