"""Every secret of a stack ends in its own key of its own Secret, whatever it holds."""

from __future__ import annotations

from base64 import b64decode
from typing import TYPE_CHECKING, Any

import pytest

from program.project import SECURE, stack, written
from program.ran import ran

if TYPE_CHECKING:
    from pathlib import Path

    from program.ran import Ran

PROVIDERS = [{"type": "anthropic", "name": "eu", "key": SECURE}, {"type": "openai", "name": "us", "key": SECURE}]
EXTERNAL = [{"id": "github", "type": "github", "client_id": "x", "client_secret": SECURE}]
SECTIONS = stack(
    deployment={
        "access_url": "https://coder.example.com",
        "pg_connection_url": SECURE,
        "oidc": {"issuer_url": "https://login.example.com", "client_id": "coder", "client_secret": SECURE},
        "ai": {"bridge": {"enabled": True, "providers": PROVIDERS}},
        "external_auth": EXTERNAL,
    },
    env={"CODER_EMAIL_AUTH_PASSWORD": SECURE},
)
VALUES = {
    "CODER_PG_CONNECTION_URL": "postgres://coder:canary-0@db/coder",
    "CODER_OIDC_CLIENT_SECRET": "canary-1 ünïcode\nand a second line\n",
    "CODER_AIBRIDGE_PROVIDER_0_KEY": 'canary-2 "quoted" $(HOME) {{ jinja }} ${{x}} # no comment',
    "CODER_AIBRIDGE_PROVIDER_1_KEY": "canary-3 0123",
    "CODER_EXTERNAL_AUTH_0_CLIENT_SECRET": "canary-4 {secure: v1}",
    "CODER_EMAIL_AUTH_PASSWORD": "canary-5 \U0001f511 \\ back",
}
OWNERS = {
    "secret-coder": {"CODER_PG_CONNECTION_URL", "CODER_OIDC_CLIENT_SECRET", "CODER_EMAIL_AUTH_PASSWORD"},
    "secret-coder-ai-providers": {"CODER_AIBRIDGE_PROVIDER_0_KEY", "CODER_AIBRIDGE_PROVIDER_1_KEY"},
    "secret-coder-external-auth": {"CODER_EXTERNAL_AUTH_0_CLIENT_SECRET"},
}


def passed() -> dict[str, Any]:
    """What Pulumi would pass: every ciphertext opened, each with another text."""
    deployment = {
        **SECTIONS["deployment"],
        "pg_connection_url": VALUES["CODER_PG_CONNECTION_URL"],
        "oidc": {**SECTIONS["deployment"]["oidc"], "client_secret": VALUES["CODER_OIDC_CLIENT_SECRET"]},
        "ai": {
            "bridge": {
                "enabled": True,
                "providers": [{**item, "key": VALUES[f"CODER_AIBRIDGE_PROVIDER_{index}_KEY"]} for index, item in enumerate(PROVIDERS)],
            }
        },
        "external_auth": [{**EXTERNAL[0], "client_secret": VALUES["CODER_EXTERNAL_AUTH_0_CLIENT_SECRET"]}],
    }
    return {**SECTIONS, "deployment": deployment, "env": {"CODER_EMAIL_AUTH_PASSWORD": VALUES["CODER_EMAIL_AUTH_PASSWORD"]}}


@pytest.fixture(scope="module", params=["files", "cluster"])
def run(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Ran:
    target = {"files": {"secrets": "write"}} if request.param == "files" else {"cluster": {"context": "test"}}
    root: Path = tmp_path_factory.mktemp("project")
    written(root, {**SECTIONS, "target": target})
    done = ran(root, {**passed(), "target": target})
    assert (done.code, done.logged("ERROR"), done.stderr) == (0, [], "")
    return done


def secrets_of(done: Ran) -> dict[str, dict[str, Any]]:
    found = {name: item.properties for name, item in done.resources.items() if name.startswith("secret-")}
    return {name: properties.get("manifest", properties)["data"] for name, properties in found.items()}


def test_each_value_is_under_its_variable_in_the_secret_of_its_owner(run: Ran) -> None:
    found = secrets_of(run)
    assert {name: set(data) for name, data in found.items()} == OWNERS
    texts = {key: b64decode(value[1]).decode() for data in found.values() for key, value in data.items()}
    assert texts == VALUES


def test_each_value_is_marked_as_secret_by_itself(run: Ran) -> None:
    assert {value[0] for data in secrets_of(run).values() for value in data.values()} == {"secret"}


def test_no_value_is_anywhere_else(run: Ran) -> None:
    assert "canary" not in run.everything
    assert "Y2FuYXJ5" not in run.everything  # as base64
