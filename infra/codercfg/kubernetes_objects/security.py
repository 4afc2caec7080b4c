"""Security context of the server's container."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from codercfg.models.stack.kubernetes.security import SecurityContext

_USER = 1000


def security_context(settings: SecurityContext) -> dict[str, Any]:
    """The container's security context, without fields that say nothing."""
    capabilities = {"drop": list(settings.capabilities.drop)}
    if settings.capabilities.add:
        capabilities["add"] = list(settings.capabilities.add)
    seccomp = {"type": settings.seccomp_profile.type}
    if settings.seccomp_profile.localhost_profile:
        seccomp["localhostProfile"] = settings.seccomp_profile.localhost_profile
    found: dict[str, Any] = {
        "allowPrivilegeEscalation": settings.allow_privilege_escalation,
        "capabilities": capabilities,
        "runAsNonRoot": settings.run_as_non_root,
        "seccompProfile": seccomp,
    }
    if not settings.assigned_user:
        found["runAsUser"] = _USER if settings.run_as_user is None else settings.run_as_user
        found["runAsGroup"] = _USER if settings.run_as_group is None else settings.run_as_group
    if settings.read_only_root_filesystem is not None:
        found["readOnlyRootFilesystem"] = settings.read_only_root_filesystem
    return found
