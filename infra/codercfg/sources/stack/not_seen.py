"""Values that a check of a stack could not look at, one sentence for each kind."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from codercfg.sources.stack.stack import StackInputs


def not_seen(inputs: StackInputs, said: list[str]) -> list[str]:
    """What was taken as given.

    Args:
        inputs: What was read.
        said: Sentences of rules that could not look at a value; its name is not repeated.
    """
    whole = "\n".join(said)
    found = list(_sentence("encrypted values were taken as given, whatever they hold", inputs.ciphertexts, whole))
    for home, names in inputs.referenced.items():
        found += _sentence(f"values were taken as given that lie in {home}", names, whole)
    found += ["values that the Pulumi environment adds were not seen"] if inputs.uses_environment else []
    if inputs.kubernetes is not None and inputs.kubernetes.env_from:
        found.append("variables that `kubernetes.envFrom` adds were not seen: what it names may be options of the server")
    return found


def _sentence(text: str, names: Iterable[str], said: str) -> Iterable[str]:
    unsaid = [quoted for name in names if (quoted := f"`{name}`") not in said]
    if unsaid:
        yield f"{text}: {', '.join(unsaid)}"
