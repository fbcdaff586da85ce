"""``/health`` and ``/metrics``: what a supervisor and a monitor ask."""

import json
from collections.abc import Iterator

from flask import Blueprint, Response, current_app
from prometheus_client import CONTENT_TYPE_LATEST, CollectorRegistry, generate_latest
from prometheus_client.core import GaugeMetricFamily, Metric
from prometheus_client.registry import Collector

from hiwar.server.service import Service, current_service

__all__ = ["ServiceCollector", "health"]

health = Blueprint("health", __name__)


@health.route("/health", defaults={"part": "ready"})
@health.route("/health/<any(live, ready):part>")
def state(part: str) -> Response:
    """Say whether the process answers, and whether it can answer queries."""
    pool = current_service().pool
    is_ready = pool.is_ready()
    said = {"live": True, "ready": is_ready, "version": pool.release.version}
    status = 200 if is_ready or part == "live" else 503
    response = Response(json.dumps(said) + "\n", status, mimetype="application/json")
    response.headers["Cache-Control"] = "no-store"
    return response


@health.route("/metrics")
def metrics() -> Response:
    """Give the counts in the text format of Prometheus."""
    registry: CollectorRegistry = current_app.extensions["registry"]
    response = Response(generate_latest(registry), content_type=CONTENT_TYPE_LATEST)
    response.headers["Cache-Control"] = "no-store"
    return response


class ServiceCollector(Collector):
    """What the service is at, read at the moment it is asked."""

    def __init__(self, service: Service) -> None:
        self._service = service

    def collect(self) -> Iterator[Metric]:
        """Yield the gauges."""
        pool = self._service.pool
        workers = GaugeMetricFamily(
            "hiwar_workers", "Query workers by what they do", labels=["state"]
        )
        for state_name, count in pool.census().items():
            workers.add_metric([state_name], count)
        yield workers
        yield GaugeMetricFamily(
            "hiwar_worker_starts", "Workers started so far", value=pool.starts
        )
        yield GaugeMetricFamily(
            "hiwar_cache_bytes", "Bytes kept of answers", value=self._service.cache.size
        )
        yield GaugeMetricFamily(
            "hiwar_running_queries",
            "Queries of clients that run",
            value=len(self._service.running),
        )
        release = GaugeMetricFamily(
            "hiwar_release", "The release that is served", labels=["version"]
        )
        release.add_metric([pool.release.version], 1)
        yield release
