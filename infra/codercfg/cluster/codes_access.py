"""Pages of the codes about a cluster that cannot be looked at. None stops a preview: it is what people without access have."""

from __future__ import annotations

from codercfg.diagnostics.code_doc import CodeDoc
from codercfg.diagnostics.diagnostic import Severity

_UNCHANGED = "a preview then reports as unchanged whatever it cannot look at"

ACCESS_CODES = (
    CodeDoc(
        code="CLU001",
        name="client-missing",
        severity=Severity.WARNING,
        summary="The Python client of Kubernetes is not installed, so the live objects are not looked at.",
        why="what Pulumi's plugin does not see stays unseen",
        wrong="pip install 'codercfg[pulumi]'",
        right="pip install 'codercfg[pulumi,cluster]'",
    ),
    CodeDoc(
        code="CLU002",
        name="kubeconfig-unusable",
        severity=Severity.WARNING,
        summary="The kubeconfig is missing, has no such context, or its credentials cannot be used.",
        why=_UNCHANGED,
        wrong="target: {cluster: {context: prd}}",
        right="target: {cluster: {context: prod}}, a context that `kubectl config get-contexts` lists",
    ),
    CodeDoc(
        code="CLU003",
        name="cluster-unreachable",
        severity=Severity.WARNING,
        summary="Nobody answers at the address of the API server.",
        why=_UNCHANGED,
        wrong="a preview from a network that does not reach the cluster",
        right="the same over the VPN or tunnel that `kubectl --context … version` works with",
        source="pulumi-kubernetes: an unreachable cluster is no error of a preview",
    ),
    CodeDoc(
        code="CLU004",
        name="cluster-not-trusted",
        severity=Severity.WARNING,
        summary="The TLS handshake with the API server fails.",
        why=_UNCHANGED,
        wrong="a kubeconfig with the certificate authority of a cluster that was made anew",
        right="a kubeconfig fetched again from whoever runs the cluster",
    ),
    CodeDoc(
        code="CLU005",
        name="cluster-unauthorized",
        severity=Severity.WARNING,
        summary="The API server does not accept the credentials (401).",
        why=_UNCHANGED,
        wrong="a token that has run out",
        right="a new login of the user that the context names",
    ),
    CodeDoc(
        code="CLU006",
        name="cluster-forbidden",
        severity=Severity.WARNING,
        summary="The user may not read some kinds of objects (403).",
        why="what cannot be read was not looked at; for kinds of the stack, `pulumi up` is refused as well",
        wrong="a preview as a user without `get secrets`",
        right="a Role with `get` for the kinds of the stack",
    ),
    CodeDoc(
        code="CLU007",
        name="cluster-slow",
        severity=Severity.WARNING,
        summary="The API server did not answer everything in the time there is.",
        why="what it did not answer was not looked at",
        wrong="a cluster far away with `lookSeconds: 1`",
        right="target: {cluster: {lookSeconds: 15}}",
    ),
    CodeDoc(
        code="CLU008",
        name="cluster-failing",
        severity=Severity.WARNING,
        summary="The API server answers with errors, or what answers is none.",
        why="what it did not answer was not looked at",
        wrong="a server address that leads to a proxy's login page",
        right="the address of the API server",
    ),
    CodeDoc(
        code="CLU040",
        name="rights-missing",
        severity=Severity.WARNING,
        summary="The user may not do what `pulumi up` needs to do.",
        why="the update stops half-way, at the first object that is refused",
        wrong="a user who may create Deployments and no Roles",
        right="a Role with get, create and patch for the kinds of the stack",
        source="Kubernetes documentation: SelfSubjectAccessReview; privilege escalation prevention of RBAC",
    ),
)
