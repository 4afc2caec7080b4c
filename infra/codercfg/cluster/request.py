"""What a look needs to know: the objects and where they are to go, without any value of a Secret."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING, Any, Self

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

_OF_SECRETS = ("data", "stringData")


@dataclass(frozen=True, slots=True)
class Request:
    """A look to be made.

    Attributes:
        namespace: The stack's namespace.
        manifests: The rendered objects; Secrets with empty values.
        context: Of the kubeconfig, None for the current one.
        kubeconfig: Path, None for the usual one.
        adopt: Whether the stack takes over what exists.
        seconds: How long the look may take.
    """

    namespace: str
    manifests: tuple[dict[str, Any], ...]
    context: str | None = None
    kubeconfig: str | None = None
    adopt: bool = False
    seconds: float = 5

    def to_json(self) -> dict[str, Any]:
        """For another process."""
        return asdict(self)

    @classmethod
    def from_json(cls, data: dict[str, Any]) -> Self:
        """The opposite of `to_json`."""
        return cls(**{**data, "manifests": tuple(data["manifests"])})


def without_values(manifests: Iterable[Mapping[str, Any]]) -> tuple[dict[str, Any], ...]:
    """The objects with the keys of Secrets and none of their values."""
    return tuple({key: _names(manifest, key, value) for key, value in manifest.items()} for manifest in manifests)


def _names(manifest: Mapping[str, Any], key: str, value: Any) -> Any:  # noqa: ANN401  (any JSON)
    return dict.fromkeys(value, "") if manifest["kind"] == "Secret" and key in _OF_SECRETS else value
