"""Whole deployments that the real server took also make a stack without errors, and objects that carry them."""

from __future__ import annotations

import json
from base64 import b64decode
from typing import TYPE_CHECKING, Any

import pytest

from codercfg.catalog.catalog import catalog
from codercfg.kubernetes_objects.render import render_objects
from codercfg.releases.release import Release
from codercfg.sources.stack.secret_names import is_secret
from codercfg.stack_check import load_stack
from conformance.cases import ABSENT, cases, releases
from conformance.files import reader

if TYPE_CHECKING:
    from conformance.cases import Case

GOOD = [case for release in releases() for case in cases(release, "f6") if case.accepted and not case.yaml and not case.args]
pytestmark = pytest.mark.skipif(not GOOD, reason=ABSENT)


def stack_of(case: Case) -> tuple[str, dict[str, str]]:
    """The case as a stack file that names variables, and the plain text of what is encrypted in it."""
    known = catalog(Release.parse(case.release))
    secrets = {name for name in case.environ if is_secret(name, known)}
    env = {name: {"secure": "v1:a:b"} if name in secrets else value for name, value in case.environ.items()}
    config = {"coder:release": f"{case.release}.1", "coder:env": env}
    return json.dumps({"config": config}), {f"env.{name}": case.environ[name] for name in secrets}


def container_environ(manifests: tuple[dict[str, Any], ...]) -> dict[str, str]:
    """The variables of the server's container, Secrets looked up."""
    kept = {item["metadata"]["name"]: item["data"] for item in manifests if item["kind"] == "Secret"}
    deployment = next(item for item in manifests if item["kind"] == "Deployment")
    found = {}
    for entry in deployment["spec"]["template"]["spec"]["containers"][0]["env"]:
        reference = entry.get("valueFrom", {}).get("secretKeyRef")
        found[entry["name"]] = b64decode(kept[reference["name"]][reference["key"]]).decode() if reference else entry.get("value", "")
    return found


def test_there_are_enough_of_them() -> None:
    assert len(GOOD) >= 36


@pytest.mark.parametrize("case", GOOD, ids=lambda case: case.id)
def test_a_good_deployment_renders_and_passes(case: Case) -> None:
    text, secrets = stack_of(case)
    loaded = load_stack(text, secrets, reader(case.files))
    assert loaded.report.errors == ()
    assert loaded.stack is not None
    made = render_objects(loaded.stack, "write", fingerprint_key=bytes(32))
    assert (made.ok, [item for item in made.diagnostics if item.severity == "error"]) == (True, [])
    environ = container_environ(made.manifests)
    options = catalog(Release.parse(case.release)).by_env
    for name, value in case.environ.items():
        assert environ[name] == value or options[name].kind.parse(environ[name]) == options[name].kind.parse(value)
