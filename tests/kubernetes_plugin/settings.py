"""What the provider resource asks for."""

from __future__ import annotations

import os
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from kubernetes_plugin import directives

if TYPE_CHECKING:
    from collections.abc import Mapping

DEFAULT_NAMESPACE = "default"


@dataclass(frozen=True)
class Settings:
    """The provider's arguments that this stand-in knows; others are ignored, as the real one takes them all."""

    kubeconfig: str | None = None
    context: str | None = None
    namespace: str | None = None
    server_side_apply: bool = True
    mutable: frozenset[str] = frozenset()
    upsert: bool = False
    patch_force: bool = False
    delete_unreachable: bool = False
    skip_update_unreachable: bool = False

    def forces(self, manifest: dict[str, Any]) -> bool:
        """Whether fields of other managers are taken over."""
        return self.patch_force or directives.is_on(manifest, "patchForce")

    @classmethod
    def of(cls, given: Mapping[str, Any], environ: Mapping[str, str] = os.environ) -> Settings:
        """Read the arguments: all are texts on the wire, `true` for a switch that is on."""

        def on(name: str, variable: str, *, default: bool = False) -> bool:
            return str(given.get(name, environ.get(variable, str(default)))).lower() == "true"

        kinds = {"Secret": "enableSecretMutable", "ConfigMap": "enableConfigMapMutable"}
        variables = {"Secret": "PULUMI_K8S_ENABLE_SECRET_MUTABLE", "ConfigMap": "PULUMI_K8S_ENABLE_CONFIGMAP_MUTABLE"}
        return cls(
            kubeconfig=given.get("kubeconfig") or environ.get("KUBECONFIG") or None,
            context=given.get("context"),
            namespace=given.get("namespace"),
            server_side_apply=on("enableServerSideApply", "PULUMI_K8S_ENABLE_SERVER_SIDE_APPLY", default=True),
            mutable=frozenset(kind for kind, name in kinds.items() if on(name, variables[kind])),
            upsert=on("upsertExistingObjects", "PULUMI_K8S_UPSERT_EXISTING_OBJECTS"),
            patch_force=on("enablePatchForce", "PULUMI_K8S_ENABLE_PATCH_FORCE"),
            delete_unreachable=on("deleteUnreachable", "PULUMI_K8S_DELETE_UNREACHABLE"),
            skip_update_unreachable=on("skipUpdateUnreachable", "PULUMI_K8S_SKIP_UPDATE_UNREACHABLE"),
        )
