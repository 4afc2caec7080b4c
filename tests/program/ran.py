"""Runs the unmodified program against the engine of the tests."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from google.protobuf import json_format

from program.engine import SECRET, Engine

ROOT = Path(__file__).parents[2]
KEY = "ab" * 32
MADE = {"pulumi-python:dynamic/codercfg:StackKey": {"key": KEY}}
# What Pulumi's own launcher of Python programs does, without its arguments.
LAUNCHER = """
import asyncio, os, runpy, sys
import pulumi
from pulumi.runtime import Settings, configure, get_config_env, get_config_secret_keys_env, run_in_stack, set_all_config

address, program, root, dry_run = sys.argv[1:]
set_all_config(get_config_env(), get_config_secret_keys_env())
settings = {"project": "coder", "stack": "dev", "parallel": 4, "dry_run": dry_run == "True", "root_directory": root}
configure(Settings(monitor=address, engine=address, **settings))
os.chdir(os.path.dirname(program))
loop = asyncio.new_event_loop()
try:
    loop.run_until_complete(run_in_stack(lambda: runpy.run_path(program, run_name="__main__")))
except pulumi.RunError as error:
    pulumi.log.error(str(error))
    sys.exit(1)
print("modules:", *sorted(name for name in sys.modules if "." not in name))
"""


@dataclass(frozen=True)
class Registered:
    """One registration."""

    request: Any

    @property
    def properties(self) -> Any:
        """Its properties as they went over the wire, secrets as `("secret", value)`."""
        return unwrapped(json_format.MessageToDict(self.request.object))

    @property
    def needs(self) -> set[str]:
        """Type and name of what it depends on."""
        return {urn.split("::")[-1] for urn in self.request.dependencies}


@dataclass(frozen=True)
class Ran:
    """How a run ended, and what it registered."""

    code: int
    engine: Engine
    stdout: str
    stderr: str

    @property
    def resources(self) -> dict[str, Registered]:
        """By name, without the stack itself."""
        return {request.name: Registered(request) for request in self.engine.requests if request.type != "pulumi:pulumi:Stack"}

    @property
    def outputs(self) -> dict[str, Any]:
        """Outputs of the stack."""
        found: dict[str, Any] = self.engine.outputs["urn:pulumi:dev::coder::pulumi:pulumi:Stack::coder-dev"]
        return found

    def logged(self, severity: str) -> list[str]:
        return [text for level, text in self.engine.logged if level == severity]

    @property
    def everything(self) -> str:
        """All text that left the program, but for what was marked as secret."""
        shown = [str(blinded(item.properties)) + str(item.request.dependencies) for item in self.resources.values()]
        return "\n".join([*shown, str(self.engine.outputs), str(self.engine.logged), self.stdout, self.stderr])


def ran(
    root: Path,
    config: dict[str, Any],
    *,
    dry_run: bool = False,
    made: dict[str, dict[str, Any]] | None = None,
    before: str = "",
    **environ: str,
) -> Ran:
    """Run infra/__main__.py as the CLI would for the project in `root`.

    Args:
        root: Folder with Pulumi.yaml and stacks.
        config: What the CLI would pass, decrypted: values by section.
        dry_run: Whether it is a preview.
        made: Properties that providers add, by type. Unless given, an update makes the stack's key, and a preview does not know it.
        before: Statements that run in the same process first.
        environ: Further variables.
    """
    engine = Engine(made=made if made is not None else {} if dry_run else MADE)
    passed = {f"coder:{name}": value if isinstance(value, str) else json.dumps(value) for name, value in config.items()}
    theirs = {name: value for name, value in os.environ.items() if not name.startswith(("PULUMI_", "CODER", "KUBECONFIG"))}
    with engine.listening() as address:
        done = subprocess.run(
            [sys.executable, "-c", before + LAUNCHER, address, str(ROOT / "infra" / "__main__.py"), str(root), str(dry_run)],
            env={**theirs, "PULUMI_CONFIG": json.dumps(passed), "PULUMI_CONFIG_SECRET_KEYS": "[]", **environ},
            capture_output=True,
            text=True,
            timeout=60,
            check=False,
        )
    return Ran(done.returncode, engine, done.stdout, done.stderr)


def unwrapped(value: Any) -> Any:
    """Properties with each secret as `("secret", value)`."""
    if isinstance(value, dict):
        if value.get(SECRET[0]) == SECRET[1]:
            return ("secret", unwrapped(value["value"]))
        return {key: unwrapped(item) for key, item in value.items()}
    return [unwrapped(item) for item in value] if isinstance(value, list) else value


def blinded(value: Any) -> Any:
    """Properties without their secrets."""
    if isinstance(value, tuple):
        return "[secret]"
    if isinstance(value, dict):
        return {key: blinded(item) for key, item in value.items()}
    return [blinded(item) for item in value] if isinstance(value, list) else value
