"""Updates that run out of disk space, or may not write: what was there stays, and the next update goes on.

A limit on the size of files stands for the full disk where no small one can be mounted: the system calls fail in the same places.
"""

from __future__ import annotations

import re
import resource
import shutil
import subprocess
import time
from dataclasses import replace
from typing import TYPE_CHECKING

from tools.bootstrap.kept_state import is_readable

from engine.killed import kill_with_descendants
from faults import aftermath
from faults.stacks import Content

if TYPE_CHECKING:
    from faults.clone import FaultyClone

NEW = Content(number=7, secret="kanarie-new", oidc=True)


def limited(clone: FaultyClone, size: int) -> subprocess.Popen[str]:
    """Start an update whose processes may write no file larger than that."""
    return subprocess.Popen(
        [*clone.command, "--color", "never", "--non-interactive", "up", "--yes", "--skip-preview"],
        cwd=clone.root,
        env=clone.environ,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        text=True,
        start_new_session=True,
        preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (size, size)),  # noqa: PLW1509  (no other thread works here)
    )


def goes_on(clone: FaultyClone) -> None:
    clone.up()
    aftermath.converged(clone, NEW)


def test_a_state_that_cannot_be_written_is_put_back(clone: FaultyClone) -> None:
    state = clone.backend / ".pulumi" / "stacks" / "coder" / "faults.json"
    clone.give(NEW)
    running = limited(clone, 20_000)
    end = time.monotonic() + 60
    try:
        while is_readable(state) and running.poll() is None and time.monotonic() < end:
            time.sleep(0.02)
        assert not is_readable(state), "Pulumi keeps its state now: what `kept_state` is for has gone"
    finally:
        kill_with_descendants(running)  # it would try for a minute
    aftermath.files_are_whole(clone)
    told = clone.pulumi("stack", "export")
    assert "note: The state of the stack faults was damaged, as by a full disk; the version of " in told
    assert state.stat().st_size > 20_000
    goes_on(clone)


def test_a_manifest_that_cannot_be_written_is_named_and_stays_as_it_was(clone: FaultyClone) -> None:
    before = {file: file.read_bytes() for file in (clone.root / "out").rglob("*.yaml")}
    clone.give(NEW)
    # The provider's process alone: everything else writes more than a manifest has.
    (clone.root / "infra" / "sitecustomize.py").write_text(
        "import sys\nif 'pulumi.dynamic' in sys.orig_argv:\n    import resource\n"
        "    resource.setrlimit(resource.RLIMIT_FSIZE, (1000, 1000))\n",
        encoding="utf-8",
    )
    said = clone.up(code=None, PYTHONPATH=str(clone.root / "infra"))
    assert (
        "error: Exception calling application: out/faults/60-deployment-coder.yaml cannot be written: File too large; what was there is "
        "untouched. Free some disk space (or raise the quota), then run the same command again: it goes on from here" in said
    )
    deployment = clone.root / "out/faults/60-deployment-coder.yaml"
    assert deployment.read_bytes() == before[deployment]
    aftermath.files_are_whole(clone)
    (clone.root / "infra" / "sitecustomize.py").unlink()
    goes_on(clone)


def test_a_directory_that_vanishes_is_made_anew(clone: FaultyClone) -> None:
    shutil.rmtree(clone.root / "out")
    clone.give(NEW)
    goes_on(clone)


def test_a_directory_that_may_not_be_written_is_named(clone: FaultyClone) -> None:
    clone.give(replace(NEW, directory="/sys/codercfg"))  # not even by root
    said = clone.up(code=None)
    reason = "(Permission denied|Operation not permitted|Read-only file system)"
    found = re.search(rf"/sys/codercfg/00-namespace-coder\.yaml cannot be written: {reason}; what was there is untouched\. (.*)", said)
    assert found, said
    assert found[2] == "Make its directory writable for you, then run the same command again: it goes on from here"
    clone.give(NEW)
    goes_on(clone)
