"""What a preview says about the cluster, and what the process that looks at it gets to see."""

from __future__ import annotations

import json
import socket
import sys
import time
from typing import TYPE_CHECKING, Any

import pytest

from canaries import leaks
from program.project import CANARY, SECURE, URL, run_stack, stack
from recorded_api import RecordedApi, write_kubeconfig

if TYPE_CHECKING:
    from pathlib import Path

    from program.ran import Ran

# A credential plugin: it sees what the process that looks hands on, and notes that process's own arguments and environment.
PLUGIN = """
import json, os, pathlib, sys
parent = pathlib.Path("/proc") / str(os.getppid())
seen = {"environ": dict(os.environ), "of parent": (parent / "environ").read_bytes().decode(), "arguments": (parent / "cmdline").read_text()}
pathlib.Path(sys.argv[1]).write_text(json.dumps(seen))
print(json.dumps({"apiVersion": "client.authentication.k8s.io/v1", "kind": "ExecCredential", "status": {"token": "t"}}))
"""


def sections(kubeconfig: Path, **cluster: Any) -> dict[str, Any]:
    target = {"context": "test", "kubeconfig": str(kubeconfig), **cluster}
    return stack(target={"cluster": target}, deployment={"access_url": "https://coder.example.com", "pg_connection_url": SECURE})


def warnings(done: Ran) -> list[str]:
    return [text for text in done.logged("WARNING") if "[CLU" in text]


def test_a_preview_says_what_is_live_and_not_of_the_stack(tmp_path: Path) -> None:
    api = RecordedApi()
    namespace = {"apiVersion": "v1", "kind": "Namespace", "metadata": {"name": "coder"}}
    api.add([namespace], "coder")
    with api.listening() as address:
        done = run_stack(tmp_path, sections(write_kubeconfig(tmp_path / "kubeconfig", address)), dry_run=True)
    assert (done.code, done.logged("ERROR"), done.stderr) == (0, [], "")
    assert warnings(done) == [
        (
            "stacks/Pulumi.dev.yaml:8:5: [CLU018] Namespace coder exists already, and no Pulumi stack made it\n"
            "  = why: `pulumi up` stops with AlreadyExists at the first of them\n"
            "  = help: take them over with `target.cluster.import` (or `adopt: true` for all), or choose another name or namespace"
        )
    ]
    assert "deployment-coder" in done.resources
    assert done.outputs["warnings"] == 0


def test_an_update_and_a_stack_that_asks_for_no_look_ask_nothing(tmp_path: Path) -> None:
    api = RecordedApi()
    with api.listening() as address:
        kubeconfig = write_kubeconfig(tmp_path / "kubeconfig", address)
        run_stack(tmp_path, sections(kubeconfig), dry_run=False)
        run_stack(tmp_path, sections(kubeconfig, lookSeconds=0), dry_run=True)
    assert (api.asked, api.bodies) == ([], [])


def test_a_preview_without_a_cluster_works_and_says_so(tmp_path: Path) -> None:
    done = run_stack(tmp_path, sections(tmp_path / "missing"), dry_run=True)
    assert (done.code, done.logged("ERROR"), done.stderr) == (0, [], "")
    (said,) = warnings(done)
    assert said.splitlines()[0] == (
        "stacks/Pulumi.dev.yaml:8:5: [CLU002] the cluster of context `test` was not looked at: "
        f"there is no kubeconfig at {tmp_path}/missing"
    )
    assert "deployment-coder" in done.resources


def test_a_server_that_never_answers_costs_no_more_than_the_stack_allows(tmp_path: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as silent:
        kubeconfig = write_kubeconfig(tmp_path / "kubeconfig", f"http://127.0.0.1:{silent.getsockname()[1]}")
        began = time.monotonic()
        done = run_stack(tmp_path, sections(kubeconfig, lookSeconds=1), dry_run=True)
    assert time.monotonic() - began < 20
    (said,) = warnings(done)
    assert "[CLU007]" in said
    assert "was not looked at as a whole: it did not answer in time" in said


def test_the_process_that_looks_holds_no_secret(tmp_path: Path) -> None:
    plugin, seen = tmp_path / "plugin.py", tmp_path / "seen.json"
    plugin.write_text(PLUGIN)
    command = {"apiVersion": "client.authentication.k8s.io/v1", "command": sys.executable, "args": [str(plugin), str(seen)]}
    user = {"exec": {**command, "interactiveMode": "Never"}}
    api = RecordedApi()
    with api.listening() as address:
        kubeconfig = write_kubeconfig(tmp_path / "kubeconfig", address, user)
        given = {"LEFT_IN_THE_SHELL": URL, "CODER_SESSION_TOKEN": CANARY, "PULUMI_ACCESS_TOKEN": CANARY, "AWS_PROFILE": "prod"}
        done = run_stack(tmp_path, sections(kubeconfig), dry_run=True, **given)
    assert (done.code, done.logged("ERROR"), done.stderr) == (0, [], "")
    found = json.loads(seen.read_text())
    assert found["environ"]["AWS_PROFILE"] == "prod"
    assert [name for name in found["environ"] if name.startswith(("PULUMI", "CODER")) or name == "LEFT_IN_THE_SHELL"] == []
    texts = {"plugin": seen.read_text(), "asked": json.dumps([api.asked, api.bodies]), "program": done.everything}
    assert leaks([CANARY], texts) == []
    assert not list((tmp_path).glob("codercfg-*"))


def test_without_the_client_the_preview_says_how_to_get_it(tmp_path: Path) -> None:
    (tmp_path / "hidden" / "kubernetes").mkdir(parents=True)
    (tmp_path / "hidden" / "kubernetes" / "__init__.py").write_text("raise ImportError\n")
    before = f"import codercfg.cluster.ask as ask, pathlib; ask._PACKAGES = '{tmp_path / 'hidden'}:' + str(ask._PACKAGES)"
    done = run_stack(tmp_path, sections(tmp_path / "none"), dry_run=True, before=f"import sys; sys.path.insert(0, 'infra'); {before}")
    (said,) = warnings(done)
    assert "[CLU001] the cluster of context `test` was not looked at: the Python package `kubernetes` is not installed" in said
    assert "pip install 'codercfg[cluster]'" in said


@pytest.mark.parametrize("module", ["kubernetes", "urllib3"])
def test_the_program_itself_loads_no_client(tmp_path: Path, module: str) -> None:
    done = run_stack(tmp_path, sections(tmp_path / "missing"), dry_run=True)
    assert module not in done.stdout.partition("modules:")[2].split()


def test_objects_that_are_taken_over_are_not_in_the_way(tmp_path: Path) -> None:
    api = RecordedApi()
    api.add([{"apiVersion": "v1", "kind": "Namespace", "metadata": {"name": "coder"}}], "coder")
    with api.listening() as address:
        kubeconfig = write_kubeconfig(tmp_path / "kubeconfig", address)
        for given in ({"import": ["namespace/coder"]}, {"adopt": True}):
            done = run_stack(tmp_path, sections(kubeconfig, **given), dry_run=True)
            assert (done.code, warnings(done)) == (0, [])
