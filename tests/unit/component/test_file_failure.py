from __future__ import annotations

import errno
import os

import pytest

from codercfg.component.file_failure import file_failure

REMEDIES = {
    errno.ENOSPC: "Free some disk space (or raise the quota)",
    errno.EDQUOT: "Free some disk space (or raise the quota)",
    errno.EFBIG: "Free some disk space (or raise the quota)",
    errno.EACCES: "Make its directory writable for you",
    errno.EROFS: "Make its directory writable for you",
    errno.ENOTDIR: "Something removes or replaces its directory meanwhile: stop that",
    errno.EISDIR: "Move the directory of that name away",
    errno.EIO: "Mend that",
}


@pytest.mark.parametrize("number", REMEDIES)
def test_the_file_the_cause_and_the_remedy_are_named(number: int) -> None:
    reason = os.strerror(number)
    assert str(file_failure("written", "out/dev/a.yaml", OSError(number, reason, ".a.yaml.1.tmp"))) == (
        f"out/dev/a.yaml cannot be written: {reason}; what was there is untouched. "
        f"{REMEDIES[number]}, then run the same command again: it goes on from here"
    )


def test_an_error_without_a_number_is_named_by_its_kind() -> None:
    assert "out/a.yaml cannot be removed: BlockingIOError; what was there" in str(file_failure("removed", "out/a.yaml", BlockingIOError()))
