"""What rendering needs to know."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from codercfg.configuration.configuration import Configuration
    from codercfg.diagnostics.origin import Origin
    from codercfg.models.stack.kubernetes.settings import KubernetesSettings
    from codercfg.suppressions.allowance import Allowance


class Stack(Protocol):
    """A stack that was read; whatever read it, these members suffice."""

    @property
    def configuration(self) -> Configuration:
        """The server's configuration and the target release."""

    @property
    def kubernetes(self) -> KubernetesSettings:
        """The settings of the objects."""

    @property
    def allowances(self) -> tuple[Allowance, ...]:
        """What comments in the stack file allow."""

    def origin(self, path: str) -> Origin:
        """Where a key was written (`kubernetes.scheduling.tolerations[0].key`), else the nearest key around it."""
