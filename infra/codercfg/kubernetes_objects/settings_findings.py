"""What is wrong with the settings of the objects, before any is made."""

from __future__ import annotations

from typing import TYPE_CHECKING

from codercfg.kubernetes_objects.env_findings import env_findings
from codercfg.kubernetes_objects.image import image_findings
from codercfg.kubernetes_objects.ingress_findings import ingress_findings
from codercfg.kubernetes_objects.pod_findings import pod_findings
from codercfg.kubernetes_objects.provider_findings import provider_findings
from codercfg.kubernetes_objects.server_env import owned_options
from codercfg.kubernetes_objects.structures import structure_findings

if TYPE_CHECKING:
    from codercfg.diagnostics.diagnostic import Diagnostic
    from codercfg.kubernetes_objects.stack import Stack


def check_settings(stack: Stack) -> list[Diagnostic]:
    """Findings about `coder:kubernetes` and about options that the objects decide; renders nothing and reads no template."""
    return [
        *owned_options(stack),
        *image_findings(stack),
        *env_findings(stack),
        *ingress_findings(stack),
        *pod_findings(stack),
        *provider_findings(stack),
        *structure_findings(stack),
    ]
