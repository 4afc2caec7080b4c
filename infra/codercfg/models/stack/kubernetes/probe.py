"""Probes: how Kubernetes asks the server whether it is alive."""

from typing import Annotated

from codercfg.models.stack.fields import unset
from codercfg.models.stack.kinds import count
from codercfg.options.group import Group, group
from codercfg.options.kinds import BOOLEAN
from codercfg.options.opt import Key

_SECONDS, _TIMES = count(0, 86400), count(1, 10000)
_POSITIVE = count(1, 86400)


class Timing(Group):
    """When and how often a probe asks; each number has Kubernetes' default when unset."""

    initial_delay_seconds: Annotated[int | None, _SECONDS, Key("Seconds before the first question.")] = unset("initialDelaySeconds")
    period_seconds: Annotated[int | None, _POSITIVE, Key("Seconds between two questions; Kubernetes' default is 10.")] = unset(
        "periodSeconds"
    )
    timeout_seconds: Annotated[int | None, _POSITIVE, Key("Seconds to wait for an answer; Kubernetes' default is 1.")] = unset(
        "timeoutSeconds"
    )
    success_threshold: Annotated[
        int | None,
        _TIMES,
        Key("Good answers in a row that count as healthy. Only a readiness probe may ask for more than 1."),
    ] = unset("successThreshold")
    failure_threshold: Annotated[int | None, _TIMES, Key("Missing answers in a row that count as failed; Kubernetes' default is 3.")] = (
        unset("failureThreshold")
    )


class StartupProbe(Timing):
    """Holds the other probes back while the server migrates its database at the first start of a release."""

    enabled: Annotated[
        bool,
        BOOLEAN,
        Key("Whether other probes wait for the first good answer. Default is on, asking every 10 seconds, 90 times: 15 minutes."),
    ] = True


class ReadinessProbe(Timing):
    """Takes a pod that does not answer out of the Service."""

    enabled: Annotated[bool, BOOLEAN, Key("Whether a pod gets traffic only while it answers.")] = True


class LivenessProbe(Timing):
    """Restarts a container that does not answer."""

    enabled: Annotated[
        bool,
        BOOLEAN,
        Key("Whether a container that does not answer is restarted. Default is off: under load a restart makes things worse."),
    ] = False


class Probes(Group):
    """How Kubernetes asks the server (`/healthz` on the HTTP port) whether it is alive."""

    startup: StartupProbe = group()
    readiness: ReadinessProbe = group()
    liveness: LivenessProbe = group()
