"""What the Pulumi CLI finds in its environment when it runs in this clone."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from tools.bootstrap import passphrase

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from tools.bootstrap.paths import Paths


def cli_environ(paths: Paths, cli: Path, environ: Mapping[str, str] = os.environ) -> dict[str, str]:
    """Return the caller's environment with this clone's defaults for what the caller left open.

    A local file backend, a passphrase in a file, a Pulumi home of our own: no account, nothing outside the clone. Each
    setting that is there already wins.

    Raises:
        SetupError: the passphrase cannot be made or is lost.
    """
    made = dict(environ)
    if "PULUMI_BACKEND_URL" not in made:
        paths.backend.mkdir(mode=0o700, parents=True, exist_ok=True)
        made["PULUMI_BACKEND_URL"] = paths.backend.as_uri()
        # Only beside our own backend: with theirs, people need the login that their own home keeps.
        made.setdefault("PULUMI_HOME", str(paths.pulumi_home))
    if "PULUMI_CONFIG_PASSPHRASE" not in made and "PULUMI_CONFIG_PASSPHRASE_FILE" not in made:
        passphrase.ensure(paths.passphrase, paths.backend)
        made["PULUMI_CONFIG_PASSPHRASE_FILE"] = str(paths.passphrase)
    # Lets a stack file go without `encryptionsalt`: the state has it too (docs/decisions/0002).
    made.setdefault("PULUMI_FALLBACK_TO_STATE_SECRETS_MANAGER", "true")
    made.setdefault("PULUMI_SKIP_UPDATE_CHECK", "true")
    # The program and its dynamic provider run under the first `python3` on PATH; it has to be the one with our packages.
    made["PATH"] = os.pathsep.join([str(paths.venv / "bin"), str(cli.parent), environ.get("PATH", os.defpath)])
    made["VIRTUAL_ENV"] = str(paths.venv)
    return made
