"""The contract and the code say the same: acts and routes, codes and registry, schema and file."""

import ast
import inspect
import re
from importlib import import_module
from pathlib import Path
from types import ModuleType

import pytest
import yaml
from django.test import Client
from drf_spectacular.generators import SchemaGenerator
from drf_spectacular.renderers import OpenApiYamlRenderer

from deviations.api import DEVIATION_ACTS
from discharge.api.act_route import ACTS
from discharge.api.acts import AGREEMENT_ACTS, INTERNAL_ACTS, MONTH_ACTS, OPENING_ACTS, ROUTING_ACTS
from followup.api import NO_ROUTE, SURVEY_ACTS
from lus.api.problem_types import PROBLEM_TYPES
from sip.people_api import BY_CODE_ONLY, PEOPLE_ACTS
from sip.plans_api import PLAN_ONLY

from .conftest import Api
from .problem import problem
from .routes import every_route

ROOT = Path(__file__).resolve().parents[2]
ACT_FOLDERS = ("discharge/actions", "sip/actions", "deviations/actions", "followup/actions")
PATTERNS = [route.pattern for route in every_route()]
SCHEMA = ROOT / "docs" / "openapi.yaml"


def public_acts() -> dict[str, ModuleType]:
    """A module is an act when it holds a function of its own name."""
    modules = {
        path.stem: import_module(f"{folder.replace('/', '.')}.{path.stem}")
        for folder in ACT_FOLDERS
        for path in sorted((ROOT / folder).glob("[a-z]*.py"))
    }
    return {
        name: module for name, module in modules.items() if inspect.isfunction(getattr(module, name, None))
    }


def test_every_public_act_has_one_route_or_a_reason() -> None:
    routed = [route.act for route in ACTS.values()] + [
        *OPENING_ACTS,
        *AGREEMENT_ACTS,
        *ROUTING_ACTS,
        *DEVIATION_ACTS,
        *PLAN_ONLY,
        *MONTH_ACTS,
        *INTERNAL_ACTS,
        *SURVEY_ACTS,
        *NO_ROUTE,
        *PEOPLE_ACTS,
        *BY_CODE_ONLY,
    ]
    assert sorted(routed) == sorted(public_acts())
    assert all({**INTERNAL_ACTS, **NO_ROUTE, **BY_CODE_ONLY}.values())


def test_every_row_of_the_table_has_its_address() -> None:
    found = re.findall(r"cases/<uuid:case_id>/acts/([a-z-]+)$", "\n".join(PATTERNS), re.MULTILINE)
    assert sorted(found) == sorted(ACTS)


def test_pages_and_api_offer_the_same_acts() -> None:
    pages = {route.name for route in every_route() if not route.is_api}
    others = {*AGREEMENT_ACTS, *ROUTING_ACTS, *DEVIATION_ACTS, *PLAN_ONLY, *MONTH_ACTS, *SURVEY_ACTS}
    others |= {*PEOPLE_ACTS}
    offered = {route.act for route in ACTS.values()} | others
    assert offered - pages == set()
    assert pages & public_acts().keys() - offered == set()


def test_the_table_asks_for_the_permission_that_the_act_asks_for() -> None:
    for route in ACTS.values():
        source = inspect.getsource(route.perform)
        assert f"permission=Permission.{route.permission.name}" in source, route.name


def test_the_body_of_each_act_is_what_the_act_takes() -> None:
    given_by_the_view = {"case_id", "actor", "at", "seen_version"}
    for route in ACTS.values():
        takes = inspect.signature(route.perform).parameters.keys() - given_by_the_view
        assert set(route.body().fields) <= takes, route.name
        needed = {
            name
            for name in takes
            if inspect.signature(route.perform).parameters[name].default is inspect.Parameter.empty
        }
        assert needed <= set(route.body().fields), route.name


def test_every_code_that_a_refusal_can_carry_has_a_type() -> None:
    sources = [
        *ROOT.glob("discharge/**/*.py"),
        *ROOT.glob("sip/**/*.py"),
        *ROOT.glob("deviations/**/*.py"),
        *ROOT.glob("followup/**/*.py"),
        ROOT / "lus/refusals.py",
        *ROOT.glob("lus/api/*.py"),
    ]
    used = {code for path in sources if "migrations" not in path.parts for code in codes_in(path)}
    assert used - PROBLEM_TYPES.keys() == set()


def codes_in(path: Path) -> set[str]:
    """Codes in ``Refusal("code", …)``, ``_refused("code", …)``, ``BadRequest("code")`` and ``code="code"``."""
    found: set[str] = set()
    for node in ast.walk(ast.parse(path.read_text())):
        if isinstance(node, ast.Call):
            name = getattr(node.func, "id", "")
            if name in ("Refusal", "_refused", "BadRequest", "body_of") and node.args:
                found |= _text(node.args[0])
            if name in ("Refusal", "InvalidInput", "TimeNotPossible", "StageNotAllowed", "Refused"):
                found |= {code for key in node.keywords if key.arg == "code" for code in _text(key.value)}
    return found


def _text(node: ast.expr) -> set[str]:
    return {node.value} if isinstance(node, ast.Constant) and isinstance(node.value, str) else set()


def test_every_problem_has_a_page() -> None:
    reader = Client()
    for code, kind in PROBLEM_TYPES.items():
        page = reader.get(f"/problems/{code}")
        assert page.status_code == 200
        assert kind.title in page.content.decode()


def test_a_problem_that_does_not_exist_has_no_page() -> None:
    assert Client().get("/problems/nothing").status_code == 404


@pytest.mark.parametrize("method", ["GET", "POST", "PUT", "DELETE"])
def test_an_address_that_does_not_exist_is_a_problem(method: str, ward: Api) -> None:
    problem(ward.call(method, "/api/v1/nothing"), 404, "not-found")
    problem(ward.call(method, "/api/nothing"), 404, "not-found")


def test_the_committed_schema_is_the_one_that_the_code_makes() -> None:
    made = OpenApiYamlRenderer().render(SchemaGenerator().get_schema(request=None, public=True)).decode()
    assert SCHEMA.read_text() == made, "write it again: manage.py spectacular --file docs/openapi.yaml"


def test_the_schema_describes_every_route() -> None:
    described = set(yaml.safe_load(SCHEMA.read_text())["paths"])
    expected = {
        "/" + re.sub(r"<\w+:(\w+)>", r"{\1}", route)
        for route in PATTERNS
        if route.startswith("api/v1/") and not route.endswith("schema")
    }
    assert described == expected


def test_the_schema_and_its_reader_are_served_without_foreign_scripts() -> None:
    assert Client().get("/api/v1/schema").status_code == 200
    page = Client().get("/api/docs")
    policy = page["Content-Security-Policy"]
    assert page.status_code == 200
    assert {"script-src 'self'", "style-src 'self' 'unsafe-inline'"} <= set(policy.split("; "))
    assert "<script>" not in page.content.decode()
    script = re.search(r'<script src="([^"]+script[^"]*)"', page.content.decode().split("standalone")[-1])
    assert script
    assert Client().get(script[1].replace("&amp;", "&")).status_code == 200
