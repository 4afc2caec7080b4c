"""What a look at a cluster gives: findings without their places, and facts that are judged where the stack is known."""

from __future__ import annotations

from dataclasses import asdict, dataclass, field
from typing import Any, Self


@dataclass(frozen=True, slots=True)
class Found:
    """A finding before its place is known. No text of it ever holds a value.

    Attributes:
        code: `CLU020`.
        message: What is wrong.
        help: What to do.
        path: Key of the stack file that it belongs to.
        variable: The variable at fault, which may be an option with a place of its own; empty when there is none.
    """

    code: str
    message: str
    help: str
    path: str = "target.cluster"
    variable: str = ""


@dataclass(frozen=True, slots=True)
class EnvSource:
    """One entry of a container's `envFrom`, and the variables that it gives.

    Attributes:
        kind: `Secret` or `ConfigMap`.
        name: Its name.
        variables: In the order of the kubelet, prefix included.
    """

    kind: str
    name: str
    variables: tuple[str, ...]


@dataclass(slots=True)
class Answer:
    """The outcome of a look.

    Attributes:
        server: Address of the API server.
        found: Findings.
        sources: What `envFrom` of the server's container gives, in order.
        services: Services of the namespace, where the pods get variables about them.
        failures: Reason, detail and server of what could not be looked at.
    """

    server: str = ""
    found: list[Found] = field(default_factory=list)
    sources: list[EnvSource] = field(default_factory=list)
    services: list[str] = field(default_factory=list)
    failures: list[tuple[str, str]] = field(default_factory=list)

    def to_json(self) -> dict[str, Any]:
        """For another process."""
        return asdict(self)

    @classmethod
    def from_json(cls, data: dict[str, Any]) -> Self:
        """The opposite of `to_json`.

        Raises:
            KeyError, TypeError, ValueError: It is something else.
        """
        return cls(
            server=str(data["server"]),
            found=[Found(**item) for item in data["found"]],
            sources=[EnvSource(item["kind"], item["name"], tuple(item["variables"])) for item in data["sources"]],
            services=[str(item) for item in data["services"]],
            failures=[(str(reason), str(detail)) for reason, detail in data["failures"]],
        )
