"""The built-in workers that build workspaces."""

from typing import Annotated

from codercfg.options.group import Group
from codercfg.options.kinds import Duration, Integer, Secret, TextList
from codercfg.options.opt import Opt


class ProvisionerConfig(Group):
    """The built-in workers that build workspaces."""

    daemon_poll_interval: Annotated[
        Duration,
        Opt(
            name="Poll Interval",
            env="CODER_PROVISIONER_DAEMON_POLL_INTERVAL",
            flag="provisioner-daemon-poll-interval",
            yaml="provisioning.daemonPollInterval",
            description="Without effect; accepted so that older configurations still start.",
            default="1s",
            group="Provisioning",
        ),
    ] = None
    daemon_poll_jitter: Annotated[
        Duration,
        Opt(
            name="Poll Jitter",
            env="CODER_PROVISIONER_DAEMON_POLL_JITTER",
            flag="provisioner-daemon-poll-jitter",
            yaml="provisioning.daemonPollJitter",
            description="Without effect; accepted so that older configurations still start.",
            default="100ms",
            group="Provisioning",
        ),
    ] = None
    daemon_psk: Annotated[
        Secret,
        Opt(
            name="Provisioner Daemon Pre-shared Key (PSK)",
            env="CODER_PROVISIONER_DAEMON_PSK",
            flag="provisioner-daemon-psk",
            yaml=None,
            description=(
                "Shared secret with which external build workers identify themselves to the server. Leaked, it lets "
                "strangers run builds; change it on all workers too. Licence."
            ),
            group="Provisioning",
            secret=True,
            upstream_secret=True,
        ),
    ] = None
    daemon_types: Annotated[
        TextList,
        Opt(
            name="Provisioner Daemon Types",
            env="CODER_PROVISIONER_TYPES",
            flag="provisioner-types",
            yaml="provisioning.daemonTypes",
            description=(
                "Kinds of builds that internal workers accept; `echo` exists for tests. CSV of `echo`, `terraform`. Case-sensitive."
            ),
            default="terraform",
            group="Provisioning",
            hidden=True,
            validated=True,
        ),
    ] = None
    daemons: Annotated[
        Integer,
        Opt(
            name="Provisioner Daemons",
            env="CODER_PROVISIONER_DAEMONS",
            flag="provisioner-daemons",
            yaml="provisioning.daemons",
            description=("Number of build workers that run inside the server process. Count. 0 or less: builds wait for external workers."),
            default="3",
            group="Provisioning",
        ),
    ] = None
    force_cancel_interval: Annotated[
        Duration,
        Opt(
            name="Force Cancel Interval",
            env="CODER_PROVISIONER_FORCE_CANCEL_INTERVAL",
            flag="provisioner-force-cancel-interval",
            yaml="provisioning.forceCancelInterval",
            description=(
                "How long a cancelled build may keep running before it is killed. Killing Terraform can orphan cloud "
                "resources; 0 becomes ten minutes."
            ),
            default="10m0s",
            group="Provisioning",
        ),
    ] = None
