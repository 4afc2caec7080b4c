"""What a process that logs in to a cluster may inherit: a kubeconfig can start a credential plugin, which inherits it in turn."""

from __future__ import annotations

import os
from contextlib import contextmanager
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

_HIDDEN = ("PULUMI", "CODER")  # configuration and passphrases; a credential plugin needs the variables of its cloud
_SHORTEST = 6  # characters; shorter secrets would match by accident


def environment(inherited: Mapping[str, str], secrets: Iterable[str]) -> dict[str, str]:
    """The variables without Pulumi's, Coder's, and any that holds a secret of the stack."""
    hidden = [text for text in secrets if len(text) >= _SHORTEST]
    return {
        name: value
        for name, value in inherited.items()
        if not name.upper().startswith(_HIDDEN) and not any(text in value for text in hidden)
    }


@contextmanager
def scrubbed(secrets: Iterable[str]) -> Iterator[None]:
    """Take those variables out of this process for the length of the block."""
    before = dict(os.environ)
    kept = environment(before, secrets)
    for name in before.keys() - kept.keys():
        del os.environ[name]
    try:
        yield
    finally:
        os.environ.update({name: before[name] for name in before.keys() - kept.keys()})
