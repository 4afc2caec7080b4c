"""Probes of the server's container."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from codercfg.models.stack.kubernetes.probe import Probes, Timing

# 15 minutes: the documentation's allowance for the database migrations of a new release.
_STARTUP = {"periodSeconds": 10, "failureThreshold": 90}


def probes(settings: Probes) -> dict[str, Any]:
    """The container's probe fields; a probe that is off is absent."""
    found: dict[str, Any] = {}
    if settings.startup.enabled:
        found["startupProbe"] = _probe({**_STARTUP, **_numbers(settings.startup)})
    if settings.readiness.enabled:
        found["readinessProbe"] = _probe(_numbers(settings.readiness))
    if settings.liveness.enabled:
        found["livenessProbe"] = _probe(_numbers(settings.liveness))
    return found


def _probe(numbers: dict[str, int]) -> dict[str, Any]:
    # HTTP also when the pods serve TLS: both listeners are open, and the certificate is for another name than the pod's address.
    return {"httpGet": {"path": "/healthz", "port": "http", "scheme": "HTTP"}, **numbers}


def _numbers(timing: Timing) -> dict[str, int]:
    values = {
        "initialDelaySeconds": timing.initial_delay_seconds,
        "periodSeconds": timing.period_seconds,
        "timeoutSeconds": timing.timeout_seconds,
        "successThreshold": timing.success_threshold,
        "failureThreshold": timing.failure_threshold,
    }
    return {name: value for name, value in values.items() if value is not None}
