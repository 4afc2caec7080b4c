"""The Pulumi program's own part, without an engine: reads the stack that is named and registers its objects with mocks."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import NoReturn

import pulumi


class _Mocks(pulumi.runtime.Mocks):
    """Takes every registration."""

    def new_resource(self, args: pulumi.runtime.MockResourceArgs) -> tuple[str | None, dict[object, object]]:
        """Give the inputs back as outputs."""
        return f"{args.name}-id", dict(args.inputs)

    def call(self, args: pulumi.runtime.MockCallArgs) -> NoReturn:
        """No function is called."""
        raise NotImplementedError(args.token)


def main() -> None:
    """Load, check, plan and register."""
    from codercfg.component.deployment import CoderDeployment
    from codercfg.component.plan import plan
    from codercfg.stack_check import load_stack

    stack = load_stack(Path(sys.argv[1])).stack
    if stack is None:
        raise SystemExit("the stack has errors")
    CoderDeployment("coder", plan(stack, Path(sys.argv[1]).parent))


if __name__ == "__main__":
    pulumi.runtime.set_mocks(_Mocks(), project="coder", stack="dev")
    pulumi.runtime.test(main)()  # type: ignore[no-untyped-call]
