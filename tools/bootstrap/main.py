"""The commands behind the Makefile."""

from __future__ import annotations

import argparse
import sys
from typing import TYPE_CHECKING

from tools.bootstrap import checks, venv
from tools.bootstrap.failure import SetupError, explain
from tools.bootstrap.paths import Paths
from tools.bootstrap.up import up

if TYPE_CHECKING:
    from collections.abc import Sequence


def main(argv: Sequence[str]) -> int:
    """Run one command; return its exit code. What a person can fix is one sentence and a remedy, never a traceback."""
    parser = argparse.ArgumentParser(prog="python -m tools", description="Set up this clone and run it.")
    commands = parser.add_subparsers(dest="command", required=True)
    commands.add_parser("up", help="write the manifests of a stack").add_argument("stack")
    commands.add_parser("venv", help="create or renew .venv")
    commands.add_parser("tools", help="get the Pulumi CLI, the Kubernetes control plane and etcd")
    commands.add_parser("lint", help="run every static check")
    commands.add_parser("test", help="run every check and test").add_argument("arguments", nargs=argparse.REMAINDER)
    faults = commands.add_parser("faults", help="kill updates at random moments")
    faults.add_argument("runs", type=_count, help="how many with each target")
    faults.add_argument("seed", type=_count, help="the first seed")
    given = parser.parse_args(argv)
    try:
        return _run(given)
    except SetupError as error:
        print(f"error: {error}", file=sys.stderr)
        return 1
    except OSError as error:  # a full disk or a read-only directory can show up anywhere
        print(f"error: {explain('Setting up', str(error))}", file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        print("error: stopped; what was half done is thrown away, run the same command again to go on", file=sys.stderr)
        return 130


def _count(text: str) -> int:
    """A whole number from 1 on: none or fewer would kill nothing, and end well."""
    if not (text.isascii() and text.isdigit() and int(text)):
        raise argparse.ArgumentTypeError(f"`{text}` is no whole number from 1 on; as in `make faults RUNS=100 SEED=1`")
    return int(text)


def _run(given: argparse.Namespace) -> int:
    paths = Paths()
    match given.command:
        case "up":
            return up(paths, given.stack)
        case "test":
            return checks.run_tests(paths, given.arguments)
        case "faults":
            return checks.kill_updates(paths, given.runs, given.seed)
        case "lint":
            return checks.lint(paths)
        case "tools":
            return checks.tools(paths)
        case _:
            venv.ensure(paths)
            return 0
