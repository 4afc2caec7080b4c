"""What to do about a secret that stands where none may."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from codercfg.sources.stack.secret_neighbours import neighbours_of_path, neighbours_of_variable
from codercfg.sources.stack.set_command import set_command

if TYPE_CHECKING:
    from codercfg.sources.stack.reading import Reading

_EXTRA_ENV = re.compile(r"extraEnv\[[0-9]+\]\.value")
_MOST = 2


def advice(section: str, path: str, reading: Reading) -> str:
    """The command that puts it into the secret option beside, or how to keep it out of the file."""
    if section == "kubernetes" and _EXTRA_ENV.fullmatch(path):
        return "put it into a Secret and write `valueFrom: {secretKeyRef: {name: …, key: …}}` instead of `value`"
    if section not in {"deployment", "env"}:
        return f"nothing under `coder:{section}` is secret: put it into a Secret, and refer to that where the pods need it"
    neighbours = neighbours_of_variable(path, reading.catalog) if section == "env" else neighbours_of_path(path)
    if not neighbours:
        return "keep secrets out of it: this option is never one, and ends up readable in the Deployment"
    command = set_command(section, neighbours[0], reading.stack)
    others = "".join(f", or likewise `{name}`" for name in neighbours[1:_MOST])
    return f"remove it here, and if it is meant for `{neighbours[0]}`{others}, run `{command}`"
