"""What `coder config-ssh` writes into a user's SSH configuration."""

from typing import Annotated

from pydantic import Field

from codercfg.options.group import Group
from codercfg.options.kinds import Text, TextList
from codercfg.options.opt import Opt


class SSHConfig(Group):
    """What `coder config-ssh` writes into a user's SSH configuration."""

    deployment_name: Annotated[
        Text,
        Opt(
            name="SSH Host Prefix",
            env="CODER_SSH_HOSTNAME_PREFIX",
            flag="ssh-hostname-prefix",
            yaml="client.sshHostnamePrefix",
            description=(
                "Superseded by `CODER_WORKSPACE_HOSTNAME_SUFFIX`; a separate field, text before workspace names in SSH "
                "hosts. Empty becomes `coder.`."
            ),
            default="coder.",
            group="Client",
            hidden=True,
            use_instead=("CODER_WORKSPACE_HOSTNAME_SUFFIX",),
        ),
    ] = Field(None, alias="DeploymentName")
    ssh_config_options: Annotated[
        TextList,
        Opt(
            name="SSH Config Options",
            env="CODER_SSH_CONFIG_OPTIONS",
            flag="ssh-config-options",
            yaml="client.sshConfigOptions",
            description=(
                "Extra OpenSSH client settings that the command line writes into every user's SSH configuration. CSV of "
                "`Key=Value` or `Key Value`. A bad item breaks SSH for everyone; later releases refuse some keys."
            ),
            group="Client",
        ),
    ] = Field(None, alias="SSHConfigOptions")
