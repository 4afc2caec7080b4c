"""What the container may do on its node."""

from typing import Annotated

from codercfg.models.stack.fields import default, named_group, unset
from codercfg.models.stack.kinds import TEXTS, count, one_of
from codercfg.options.group import Group
from codercfg.options.kinds import BOOLEAN, Text
from codercfg.options.opt import Key

_ID = count(0, 2**31 - 1)


class Capabilities(Group):
    """Linux capabilities of the container."""

    add: Annotated[tuple[str, ...] | None, TEXTS, Key("Capabilities to give, without `CAP_`. The server needs none.")] = None
    drop: Annotated[tuple[str, ...], TEXTS, Key("Capabilities to take away. Default is ALL.")] = ("ALL",)


class SeccompProfile(Group):
    """The filter on system calls."""

    type: Annotated[
        str,
        one_of("RuntimeDefault", "Localhost", "Unconfined"),
        Key("RuntimeDefault, Localhost or Unconfined. Hardened clusters refuse Unconfined."),
    ] = "RuntimeDefault"
    localhost_profile: Annotated[Text, Key("Path of the profile on the node; only with Localhost.")] = unset("localhostProfile")


class SecurityContext(Group):
    """What the container may do on its node. The defaults pass the `restricted` Pod Security Standard."""

    run_as_non_root: Annotated[bool, BOOLEAN, Key("Whether Kubernetes refuses to start the container as root.")] = default(
        "runAsNonRoot", True
    )
    run_as_user: Annotated[int | None, _ID, Key("User number. Default is 1000; OpenShift assigns its own: set `assignedUser`.")] = unset(
        "runAsUser"
    )
    run_as_group: Annotated[int | None, _ID, Key("Group number. Default is 1000.")] = unset("runAsGroup")
    assigned_user: Annotated[
        bool,
        BOOLEAN,
        Key("Leaves user and group to the platform, as OpenShift's `restricted` constraint demands."),
    ] = default("assignedUser", False)
    read_only_root_filesystem: Annotated[
        bool | None,
        BOOLEAN,
        Key("Makes the image's files read-only; `/tmp` and the home directory then become empty volumes."),
    ] = unset("readOnlyRootFilesystem")
    allow_privilege_escalation: Annotated[bool, BOOLEAN, Key("Whether a process may gain more rights than its parent.")] = default(
        "allowPrivilegeEscalation", False
    )
    seccomp_profile: SeccompProfile = named_group("seccompProfile")
    capabilities: Capabilities = named_group("capabilities")
