"""The description of the API is valid OpenAPI 3.1 and tells what the API does."""

import jsonschema
import pytest
from openapi_spec_validator import OpenAPIV31SpecValidator, validate

from kb.questions import questions


@pytest.fixture(scope="module")
def described(app):
    return app.test_client().get("/q/openapi.json").json


def test_it_is_valid(described):
    validate(described, cls=OpenAPIV31SpecValidator)


def test_each_question_is_in_it_with_its_parameters(described):
    for name, question in questions().items():
        operation = described["paths"][f"/{name}.{{format}}"]["get"]
        named = [parameter["name"] for parameter in operation["parameters"]]
        assert named == ["format", *(each.name for each in question.parameters), "excel"]
        assert operation["summary"] == question.title


@pytest.mark.parametrize("name", questions())
def test_the_rows_are_as_described(described, client, name):
    operation = described["paths"][f"/{name}.{{format}}"]["get"]
    schema = operation["responses"]["200"]["content"]["application/json"]["schema"]

    jsonschema.validate(client.get(f"/q/{name}.json").json, schema)


def test_its_paths_and_examples_can_be_asked(described, client):
    root = described["servers"][0]["url"].removeprefix("http://localhost")
    for path, methods in described["paths"].items():
        parameters = methods["get"]["parameters"]
        given = {each["name"]: each["example"] for each in parameters if "example" in each}
        address = root + path.replace("{format}", "csv")
        assert client.get(address, query_string=given).status_code == 200, (address, given)


def test_problems_are_as_described(described, client):
    problem = client.get("/q/causes.csv?x=1").json

    jsonschema.validate(problem, described["components"]["schemas"]["Problem"])
