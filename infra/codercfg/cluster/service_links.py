"""Variables that Kubernetes injects about Services, which the server would take for its own.

Source: Kubernetes documentation, Accessing Services: `<NAME>_SERVICE_HOST` and `<NAME>_PORT…` for every Service with an address.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from codercfg.cluster.found import Found
from codercfg.env.families import is_member

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from codercfg.sources.stack.stack import Stack

_ENDINGS = ("SERVICE_HOST", "SERVICE_PORT", "PORT")


def link_findings(stack: Stack, services: Iterable[str]) -> Iterator[Found]:
    """One finding for each Service whose variables meet an indexed family or an option.

    Args:
        stack: The stack.
        services: Names of the Services, where the pods get variables about them.
    """
    for service in services:
        names = [f"{service.upper().replace('-', '_')}_{ending}" for ending in _ENDINGS]
        hit = next((name for name in names if is_member(name) or name in stack.configuration.catalog.by_env), None)
        if hit is not None:
            message = f"Kubernetes gives the pods `{hit}` for the Service `{service}`, and the server takes it for an option"
            yield Found("CLU030", message, "write `enableServiceLinks: false` into the pod of your template", "kubernetes.templates")
