"""Renders the stacks that are named, in one process, and throws the text away."""

from __future__ import annotations

import gc
import os
import sys

from codercfg.stack_check import load_stack


def main(paths: list[str]) -> None:
    """Make the text of every file of every stack."""
    from codercfg.kubernetes_objects.manifest_text import file_text, header
    from codercfg.kubernetes_objects.render import render_objects

    for path in paths:
        stack = load_stack(path).stack
        if stack is None:
            sys.exit(f"{path} has errors")
        for manifest in render_objects(stack).manifests:
            file_text(header(stack.name), manifest)


if __name__ == "__main__":
    os.environ["PYDANTIC_DISABLE_PLUGINS"] = "__all__"  # as the command line does
    gc.disable()
    main(sys.argv[1:])
