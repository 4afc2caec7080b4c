"""The pods: how many, what they run, what they mount."""

from typing import Annotated

from codercfg.models.stack.fields import default, unset
from codercfg.models.stack.kinds import TEXTS, count
from codercfg.models.stack.kubernetes.extra_env import ExtraEnv
from codercfg.models.stack.structure import Map, Maps, Structure
from codercfg.options.group import Group
from codercfg.options.kinds import BOOLEAN
from codercfg.options.opt import Key

_SECONDS = count(0, 86400)


class PodSettings(Group):
    """The pods: how many, what they run, what they mount."""

    replicas: Annotated[
        int, count(0, 100), Key("Number of pods. More than one is a licensed feature; the documentation advises three.")
    ] = 1
    strategy: Annotated[Map, Structure("V1DeploymentStrategy"), Key("How pods are replaced, as in a Deployment.")] = None
    min_ready_seconds: Annotated[int | None, _SECONDS, Key("Seconds for which a new pod must be ready before it counts.")] = unset(
        "minReadySeconds"
    )
    revision_history_limit: Annotated[
        int | None, count(0, 100), Key("How many old versions of the pods Kubernetes keeps for roll-backs.")
    ] = unset("revisionHistoryLimit")
    workspace_proxy: Annotated[bool, BOOLEAN, Key("Whether the pods are a workspace proxy (`wsproxy server`) and not the server.")] = (
        default("workspaceProxy", False)
    )
    command: Annotated[tuple[str, ...], TEXTS, Key("Program of the container.")] = ("/opt/coder",)
    args: Annotated[
        tuple[str, ...] | None,
        TEXTS,
        Key("Arguments. Default is `server`, or `wsproxy server`; options of the server belong under `coder:deployment`."),
    ] = None
    extra_env: Annotated[tuple[ExtraEnv, ...], Key("Variables that are no options of the server, in order, behind all others.")] = default(
        "extraEnv", ()
    )
    env_from: Annotated[
        Maps,
        Structure("V1EnvFromSource", many=True),
        Key("Secrets and ConfigMaps that become variables as a whole. What is in them cannot be checked; a variable set here wins."),
    ] = unset("envFrom")
    lifecycle: Annotated[Map, Structure("V1Lifecycle"), Key("Hooks behind start and before stop, as in a container.")] = None
    termination_grace_period_seconds: Annotated[
        int,
        _SECONDS,
        Key("Seconds between the polite and the hard stop. Longer than the longest build, if the built-in provisioners do the builds."),
    ] = default("terminationGracePeriodSeconds", 60)
    pod_security_context: Annotated[
        Map,
        Structure("V1PodSecurityContext"),
        Key("Security context of the pod, as in a pod; `fsGroup` makes mounted certificates readable."),
    ] = unset("podSecurityContext")
    init_containers: Annotated[
        Maps,
        Structure("V1Container", many=True),
        Key("Containers that run first, as in a pod; with `restartPolicy: Always` they stay beside the server."),
    ] = unset("initContainers")
    volumes: Annotated[Maps, Structure("V1Volume", many=True), Key("Further volumes, as in a pod.")] = None
    volume_mounts: Annotated[Maps, Structure("V1VolumeMount", many=True), Key("Further mounts, as in a container.")] = unset("volumeMounts")
