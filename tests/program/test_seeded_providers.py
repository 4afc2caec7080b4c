"""The record of seeded AI providers on the wire."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from codercfg.component.provider_seeds import FIELDS, key_id
from program.engine import UNKNOWN
from program.project import CANARY, SECURE, run_stack, stack
from program.ran import KEY

if TYPE_CHECKING:
    from pathlib import Path

    from program.ran import Ran

TARGETS: dict[str, Any] = {
    "written": {"files": {"secrets": "write"}},
    "omitted": {"files": {"secrets": "omit"}},
    "cluster": {"cluster": {"context": "test"}},
}


def sections(release: str, target: str, **kubernetes: Any) -> dict[str, Any]:
    deployment = {
        "access_url": "https://coder.example.com",
        "pg_connection_url": SECURE,
        "ai": {"bridge": {"providers": [{"type": "openai", "name": "eu", "key": SECURE}]}},
    }
    return stack(release=release, deployment=deployment, target=TARGETS[target], kubernetes=kubernetes)


@pytest.fixture(scope="module", params=sorted(TARGETS))
def run(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Ran:
    asked = sections("2.34.1", request.param, aiProviders={"changed": {"eu": "rotated, OPS-1"}})
    done = run_stack(tmp_path_factory.mktemp("project"), asked)
    assert (done.code, done.logged("ERROR"), done.stderr) == (0, [], "")
    return done


def test_it_holds_keyed_digests_in_the_open_and_no_value(run: Ran) -> None:
    properties = run.resources["ai-providers"].properties
    assert set(properties["seeds"]) == {"eu"}
    assert set(properties["seeds"]["eu"]) == set(FIELDS)
    assert all(isinstance(digest, str) and len(digest) == 32 for digest in properties["seeds"]["eu"].values())
    assert properties["keyId"] == key_id(bytes.fromhex(KEY))
    assert properties["places"]["eu"]["type"].startswith("stacks/Pulumi.dev.yaml:")
    assert properties["reasons"] == {"eu": "rotated, OPS-1"}
    assert CANARY not in run.everything


def test_everything_that_changes_the_server_waits_for_it(run: Ran) -> None:
    objects = {name: item for name, item in run.resources.items() if name.rpartition("-")[2] and "-coder" in name}
    assert "deployment-coder" in objects
    assert [name for name, item in objects.items() if "ai-providers" not in item.needs] == []


def test_a_first_preview_does_not_know_the_digests(tmp_path: Path) -> None:
    done = run_stack(tmp_path, sections("2.34.1", "written"), dry_run=True)
    assert (done.code, done.stderr) == (0, "")
    assert done.resources["ai-providers"].properties["seeds"] == UNKNOWN


@pytest.mark.parametrize(("release", "there"), [("2.33.1", False), ("2.37.0", True), ("2.38.0", False)])
def test_only_releases_that_seed_have_it(tmp_path: Path, release: str, *, there: bool) -> None:
    done = run_stack(tmp_path, sections(release, "omitted"))
    assert ("ai-providers" in done.resources, "fingerprint-key" in done.resources) == (there, there)


def test_it_stays_when_the_last_provider_left(tmp_path: Path) -> None:
    done = run_stack(tmp_path, stack(release="2.34.1"))
    assert done.resources["ai-providers"].properties["seeds"] == {}


def test_a_provider_that_left_is_told(tmp_path: Path) -> None:
    from program.ran import MADE

    made = {**MADE, "pulumi-python:dynamic/codercfg:SeededProviders": {"removed": ["eu"]}}
    done = run_stack(tmp_path, stack(release="2.34.1"), made=made)
    told = [text for text in done.logged("INFO") if "PUL071" in text]
    assert len(told) == 1
    assert "the AI provider `eu` is no longer in the stack, and still in the server's database" in told[0]


def test_a_workspace_proxy_has_no_database(tmp_path: Path) -> None:
    proxy = {
        "workspaceProxy": True,
        "extraEnv": [{"name": name, "value": "x"} for name in ("CODER_PRIMARY_ACCESS_URL", "CODER_PROXY_SESSION_TOKEN")],
    }
    done = run_stack(tmp_path, stack(release="2.34.1", kubernetes=proxy, target=TARGETS["omitted"]))
    assert "ai-providers" not in done.resources
