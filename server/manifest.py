"""The manifest of the reconciliation service: what it does, and where."""

from typing import Any

from flask import request

import hiwar
from hiwar.graph.citation import TITLE
from hiwar.graph.namespaces import BASE, HIWAR
from hiwar.server.limits import MAX_BATCH
from hiwar.server.namebooks import KINDS

__all__ = ["manifest", "root", "type_"]


def manifest() -> dict[str, Any]:
    """Return the description of the service, with the addresses of this server."""
    here = root()
    suggest = {
        name: {"service_url": here, "service_path": f"/reconcile/suggest/{name}"}
        for name in ("entity", "type", "property")
    }
    return {
        "versions": ["0.1", "0.2"],
        "name": TITLE,
        "identifierSpace": f"{BASE}id/",
        "schemaSpace": str(HIWAR),
        "documentation": f"{here}/",
        "serviceVersion": hiwar.__version__,
        "view": {"url": f"{here}/id/{{{{id}}}}"},
        "defaultTypes": [type_(kind) for kind in KINDS],
        "suggest": suggest,
        "preview": {
            "url": f"{here}/reconcile/preview?id={{{{id}}}}",
            "width": 430,
            "height": 300,
        },
        "extend": {
            "propose_properties": {
                "service_url": here,
                "service_path": "/reconcile/extend/properties",
            },
            "property_settings": [],
        },
        "batchSize": MAX_BATCH,
        "standardizedScore": True,
    }


def root() -> str:
    """Return the address of this server as its client knows it."""
    return f"{request.scheme}://{request.host}"


def type_(kind: str) -> dict[str, str]:
    """Return a class as the API describes a type."""
    return {"id": kind, "name": kind}
