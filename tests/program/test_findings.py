"""How the program ends when something is wrong with the stack."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from program.project import CANARY, SECURE, decrypted, run_stack, stack, written
from program.ran import ran

if TYPE_CHECKING:
    from pathlib import Path

    from program.ran import Ran


def stopped(done: Ran) -> bool:
    """Whether nothing but the stack was registered, without a traceback."""
    return done.code == 1 and done.resources == {} and "Traceback" not in done.stdout + done.stderr + str(done.engine.logged)


def test_all_errors_are_logged_with_their_place_and_nothing_is_registered(tmp_path: Path) -> None:
    wrong = stack(deployment={"access_url": "https://coder.example.com", "pg_conection_url": SECURE, "verbose": "maybe"})
    done = run_stack(tmp_path, wrong)
    assert stopped(done)
    errors = done.logged("ERROR")
    assert any(text.startswith("stacks/Pulumi.dev.yaml:5:5: [STK024] ") and "pg_connection_url" in text for text in errors)
    assert any("verbose" in text and "= help: " in text for text in errors)
    assert errors[-1] == f"{len(errors) - 1} errors in stacks/Pulumi.dev.yaml: nothing was registered"
    assert CANARY not in done.everything


def test_warnings_show_and_do_not_stop(tmp_path: Path) -> None:
    done = run_stack(tmp_path, stack(deployment={"access_url": "https://coder.example.com"}, kubernetes={"postgres": {"trial": True}}))
    assert done.code == 0
    assert done.outputs["warnings"] == len(done.logged("WARNING")) == 1
    assert "[K8S012] the trial database is for trying out only" in done.logged("WARNING")[0]


def test_a_missing_stack_file_is_named(tmp_path: Path) -> None:
    written(tmp_path, stack(), name="other")
    done = ran(tmp_path, {})
    assert stopped(done)
    assert "stacks/Pulumi.dev.yaml" in done.logged("ERROR")[0]
    assert "cannot read the stack file" in done.logged("ERROR")[0]


def test_an_error_of_the_objects_stops_too(tmp_path: Path) -> None:
    done = run_stack(tmp_path, stack(kubernetes={"image": {"tag": "", "digest": "sha256:short"}}))
    assert stopped(done)
    assert any("digest" in text for text in done.logged("ERROR"))


def test_a_generated_secret_that_others_can_read_stops_in_one_sentence(tmp_path: Path) -> None:
    key = tmp_path / ".codercfg" / "dev" / "fingerprint-key"
    key.parent.mkdir(parents=True)
    key.write_text("00" * 32)
    key.chmod(0o644)
    done = run_stack(tmp_path, stack())
    assert stopped(done)
    assert done.logged("ERROR") == [f"{key} can be read by others: `chmod 600` it, or delete it to have a new one made"]


OTHER = decrypted(stack())


@pytest.mark.parametrize(
    ("passed", "place"),
    [
        ({**OTHER, "release": "2.33.2"}, "release"),
        ({**OTHER, "deployment": {**OTHER["deployment"], "access_url": "https://other.example.com"}}, "deployment.access_url"),
        ({**OTHER, "deployment": {**OTHER["deployment"], "verbose": True}}, "deployment.verbose"),
        ({**OTHER, "deployment": {"access_url": "https://coder.example.com"}}, "deployment.pg_connection_url"),
        ({**OTHER, "kubernetes": {"replicas": 2}}, "kubernetes"),
        ({key: value for key, value in OTHER.items() if key != "target"}, "target"),
    ],
)
def test_another_configuration_than_the_files_is_refused(tmp_path: Path, passed: dict[str, object], place: str) -> None:
    written(tmp_path, stack())
    done = ran(tmp_path, passed)
    assert stopped(done)
    assert f"[PUL001] Pulumi passes another value of `coder:{place}` than this file holds" in done.logged("ERROR")[0]
    assert "other.example.com" not in done.everything


def test_the_file_of_another_place_is_read_when_it_is_named(tmp_path: Path) -> None:
    written(tmp_path, stack(), name="elsewhere").rename(tmp_path / "elsewhere.yaml")
    done = ran(tmp_path, decrypted(stack()), CODERCFG_STACK_FILE="elsewhere.yaml")
    assert done.code == 0
    assert done.outputs["files"][0] == "out/dev/00-namespace-coder.yaml"


def test_two_spellings_of_one_value_are_no_difference(tmp_path: Path) -> None:
    file = written(tmp_path, stack())
    file.write_text(
        file.read_text() + "  coder:env: {CODER_VERBOSE: True, CODER_PROMETHEUS_ENABLE: 'false'}\n  coder:kubernetes: {replicas: 0x1}\n"
    )
    passed = {**OTHER, "env": {"CODER_VERBOSE": True, "CODER_PROMETHEUS_ENABLE": "false"}, "kubernetes": {"replicas": 1}}
    done = ran(tmp_path, passed)
    assert (done.code, done.logged("ERROR")) == (0, [])
