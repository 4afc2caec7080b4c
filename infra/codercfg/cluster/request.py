"""What a look needs to know: the objects and where they are to go, without any value of a Secret."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING, Any, Self

from codercfg.kubernetes_objects.manifest_text import object_id

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
        adopted: Objects that the stack takes over where they exist, as `kubernetes_objects.manifest_text.object_id` calls them.
        seconds: How long the look may take.
    """

    namespace: str
    manifests: tuple[dict[str, Any], ...]
    context: str | None = None
    kubeconfig: str | None = None
    adopted: tuple[str, ...] = ()
    seconds: float = 5

    def to_json(self) -> dict[str, Any]:
        """For another process."""
        return asdict(self)

    @classmethod
    def from_json(cls, data: dict[str, Any]) -> Self:
        """The opposite of `to_json`."""
        return cls(**{**data, "manifests": tuple(data["manifests"]), "adopted": tuple(data["adopted"])})

    def adopts(self, manifest: Mapping[str, Any]) -> bool:
        """Whether an object that Pulumi did not make becomes one of the stack."""
        return object_id(manifest, self.namespace) in self.adopted


def without_values(manifests: Iterable[Mapping[str, Any]]) -> tuple[dict[str, Any], ...]:
    """The objects with the keys of Secrets and none of their values."""
    return tuple({key: _names(manifest, key, value) for key, value in manifest.items()} for manifest in manifests)


def _names(manifest: Mapping[str, Any], key: str, value: Any) -> Any:  # noqa: ANN401  (any JSON)
    return dict.fromkeys(value, "") if manifest["kind"] == "Secret" and key in _OF_SECRETS else value
