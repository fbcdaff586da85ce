"""Asking the reconciliation service."""

import json
from pathlib import Path
from typing import Any
from urllib.parse import urlencode

import pytest
from referencing import Registry, Resource
from referencing.jsonschema import DRAFT7
from werkzeug import Response

from tests.server.asking import Get

jsonschema = pytest.importorskip("jsonschema")

SCHEMAS = {
    path.name: json.loads(path.read_text("utf-8"))
    for path in (Path(__file__).parent / "reconciliation").glob("*.json")
}

FORM = {"Content-Type": "application/x-www-form-urlencoded"}


def conforms(content: Any, name: str) -> Any:
    """Return what the API's own schema finds nothing against."""
    type_ = Resource.from_contents(SCHEMAS["type.json"], DRAFT7)
    registry: Registry[Any] = Registry().with_resource("type.json", type_)
    schema = {key: of for key, of in SCHEMAS[name].items() if key[0] != "$"}
    found = jsonschema.Draft7Validator(schema, registry=registry).iter_errors(content)
    assert [error.message for error in found] == []
    return content


def read(reply: Response) -> Any:
    assert reply.status_code == 200, reply.get_data(as_text=True)
    assert reply.headers["Content-Type"] == "application/json"
    assert reply.headers["Access-Control-Allow-Origin"] == "*"
    return json.loads(reply.data)


def post(get: Get, **form: Any) -> Response:
    texts = {
        name: of if isinstance(of, str) else json.dumps(of) for name, of in form.items()
    }
    return get("/reconcile", FORM, method="POST", body=urlencode(texts).encode())
