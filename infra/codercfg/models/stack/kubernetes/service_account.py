"""The identity of the pods, and what it may do for workspaces."""

from typing import Annotated

from codercfg.models.stack.fields import default, unset
from codercfg.models.stack.kinds import ANNOTATIONS, DNS_LABEL, LABELS, OBJECT_NAME
from codercfg.models.stack.structure import Maps, Structure
from codercfg.options.group import Group
from codercfg.options.kinds import BOOLEAN
from codercfg.options.opt import Key

_RULES = Structure("V1PolicyRule", many=True)


class WorkspaceNamespace(Group):
    """A further namespace in which the built-in provisioners may make workspaces."""

    name: Annotated[str, DNS_LABEL, Key("Name of the existing namespace.")]
    workspace_perms: Annotated[bool | None, BOOLEAN, Key("Whether to grant anything there. Default is that of the own namespace.")] = unset(
        "workspacePerms"
    )
    enable_deployments: Annotated[bool | None, BOOLEAN, Key("Whether Deployments are included. Default is that of the own namespace.")] = (
        unset("enableDeployments")
    )
    extra_rules: Annotated[Maps, _RULES, Key("Further rules there. Default is those of the own namespace; `[]` is none.")] = unset(
        "extraRules"
    )


class ServiceAccount(Group):
    """The identity of the pods, and what it may do for workspaces."""

    create: Annotated[bool, BOOLEAN, Key("Whether to make the ServiceAccount; false uses an existing one of that name.")] = True
    name: Annotated[str | None, OBJECT_NAME, Key("Name. Default is that of the other objects.")] = None
    annotations: Annotated[
        dict[str, str] | None,
        ANNOTATIONS,
        Key("Annotations of the ServiceAccount, such as the cloud identity it stands for."),
    ] = None
    labels: Annotated[dict[str, str] | None, LABELS, Key("Further labels of the ServiceAccount.")] = None
    workspace_perms: Annotated[
        bool,
        BOOLEAN,
        Key(
            "Whether the built-in provisioners may manage pods and volume claims in the own namespace. False, and no listed namespace "
            "granted, also takes the token out of the pods."
        ),
    ] = default("workspacePerms", True)
    enable_deployments: Annotated[bool, BOOLEAN, Key("Whether they may also manage Deployments.")] = default("enableDeployments", True)
    extra_rules: Annotated[Maps, _RULES, Key("Further rules of the Role, as in a Role.")] = unset("extraRules")
    workspace_namespaces: Annotated[
        tuple[WorkspaceNamespace, ...],
        Key("Further namespaces in which workspaces are made; each gets its own Role and RoleBinding."),
    ] = default("workspaceNamespaces", ())
