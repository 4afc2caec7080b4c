"""`coder:target`: where the objects go."""

from typing import Annotated

from codercfg.models.stack.choice import TargetChoice
from codercfg.models.stack.cluster_kinds import LAYOUT, OBJECTS, WAIT, WAITS
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
        Key("Whether every existing object of the same name is taken over; false makes it an error. `import` shows what changes first."),
    ] = default("adopt", False)
    look_seconds: Annotated[
        int,
        count(0, 60),
        Key("How long a preview may look at the live objects, for what Pulumi's plugin does not see. 0 leaves it out."),
    ] = default("lookSeconds", 5)
    imports: Annotated[
        tuple[str, ...] | None,
        OBJECTS,
        Key("Existing objects to take over, as `deployment/coder`; a preview shows what changes. Remove the line after the update."),
    ] = unset("import")
    replaces: Annotated[
        str | None,
        LAYOUT,
        Key("Consent to a new name, namespace, instance or cluster: the former ones, as the finding about it writes them."),
    ] = None
    protect: Annotated[
        str,
        one_of("none", "data", "all"),
        Key(
            "What Pulumi refuses to delete or replace: `data` is the namespace, volumes, and the trial database with its Secret. "
            "`pulumi destroy --exclude-protected` leaves it; `none` and an update give it up."
        ),
    ] = "data"
    retain: Annotated[
        str,
        one_of("none", "data", "all"),
        Key("What stays in the cluster, and is forgotten, when it leaves the stack or the stack is destroyed. Wins over `protect`."),
    ] = "none"
    timeout: Annotated[
        str | None,
        WAIT,
        Key("How long Pulumi waits for each object to be made, changed or deleted. Default is the plugin's: 10 minutes for most kinds."),
    ] = None
    timeouts: Annotated[
        dict[str, str] | None,
        WAITS,
        Key("The same by kind, such as `Deployment: 20m`; wins over `timeout`."),
    ] = None


class Target(TargetChoice, Group):
    """Where the objects go: `files` (the default) or `cluster`, not both."""

    files: FilesTarget = group()
    cluster: ClusterTarget = group()
