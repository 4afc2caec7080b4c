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
                "Text in front of workspace names in the host names of SSH, superseded by `workspace_hostname_suffix`. Empty becomes "
                "`coder.`; from 2.34 white space in it stops start-up."
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
                "Extra OpenSSH client settings that Coder's command line writes into every user's SSH configuration. Each item is "
                "`Key=Value` or `Key Value`; one with neither stops start-up, and a wrong one breaks SSH for everyone. From 2.34 keys such "
                "as `Host` or `ProxyCommand` are refused."
            ),
            group="Client",
        ),
    ] = Field(None, alias="SSHConfigOptions")
