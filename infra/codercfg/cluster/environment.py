"""What a process that logs in to a cluster may inherit: a kubeconfig can start a credential plugin, which inherits it in turn."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

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
