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
            description="Has no effect; accepted so that older configurations still start. A duration.",
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
            description="Has no effect; accepted so that older configurations still start. A duration.",
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
                "Secret with which external build workers identify themselves to the server; needs a licence. Whoever learns it can run "
                "builds; a change must reach all workers too."
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
                "Kinds of builds that the server's own workers take. Each item is `terraform` or, for tests, `echo`, in lower case."
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
            description="Number of build workers inside each server process. A count; with 0 or less, builds wait for external workers.",
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
                "How long a cancelled build may go on before it is killed. A duration such as `10m`, which 0 also means; killing Terraform "
                "can leave cloud resources behind that nobody tracks."
            ),
            default="10m0s",
            group="Provisioning",
        ),
    ] = None
