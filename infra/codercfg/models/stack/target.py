"""`coder:target`: where the objects go."""

from typing import Annotated

from codercfg.models.stack.choice import TargetChoice
from codercfg.models.stack.fields import default, unset
from codercfg.models.stack.kinds import count, one_of
from codercfg.options.group import Group, group
from codercfg.options.kinds import BOOLEAN, Text
from codercfg.options.opt import Key


class FilesTarget(Group):
    """Manifests as files, one for each object."""

    directory: Annotated[
        Text, Key("Directory, relative to the project. Default is `out/<stack>`. Files of others in it are left alone.")
    ] = None
    secrets: Annotated[
        str,
        one_of("omit", "write"),
        Key("`omit` leaves Secrets out and says which must exist; `write` writes them in plain text, readable by the owner alone."),
    ] = "omit"


class ClusterTarget(Group):
    """Objects in a cluster, by the Pulumi Kubernetes provider."""

    context: Annotated[Text, Key("Context of the kubeconfig. Always set it: the current context of a shell is an accident.")] = None
    kubeconfig: Annotated[Text, Key("Path of the kubeconfig. Default is the `KUBECONFIG` variable, then `~/.kube/config`.")] = None
    cluster_identifier: Annotated[
        Text,
        Key("A fixed name for the cluster. A changed kubeconfig then replaces nothing; another identifier replaces everything."),
    ] = unset("clusterIdentifier")
    adopt: Annotated[
        bool,
        BOOLEAN,
        Key("Whether existing objects of the same names are taken over; false makes them an error."),
    ] = default("adopt", False)
    look_seconds: Annotated[
        int,
        count(0, 60),
        Key("How long a preview may look at the live objects, for what Pulumi's plugin does not see. 0 leaves it out."),
    ] = default("lookSeconds", 5)


class Target(TargetChoice, Group):
    """Where the objects go: `files` (the default) or `cluster`, not both."""

    files: FilesTarget = group()
    cluster: ClusterTarget = group()
