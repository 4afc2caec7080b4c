"""`StackConfig`: all sections of a stack file."""

from typing import Annotated

from codercfg.models.root import DeploymentValues
from codercfg.models.stack.kubernetes.settings import KubernetesSettings
from codercfg.models.stack.target import Target
from codercfg.models.stack.variables import Variables
from codercfg.options.group import Group, group
from codercfg.options.kinds import Text
from codercfg.options.opt import Key


class StackConfig(Group):
    """What `stacks/Pulumi.<stack>.yaml` says below `config`; each name has the namespace `coder:` there."""

    release: Annotated[
        Text, Key("Release of the Coder server, in quotes: `2.33.1`. Which options exist, their defaults and all checks follow from it.")
    ] = None
    deployment: DeploymentValues = group()
    env: Annotated[
        Variables,
        Key("The same options by their variables, for copy and paste. An option may stand here or under `deployment`, not in both."),
    ] = None
    kubernetes: KubernetesSettings = group()
    target: Target = group()
