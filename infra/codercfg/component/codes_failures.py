"""The codes of single objects that could not be applied: what the API server answered."""

from __future__ import annotations

from codercfg.diagnostics.code_doc import CodeDoc
from codercfg.diagnostics.diagnostic import Severity

_SOURCE = "Kubernetes `apimachinery` status reasons and admission plugins; messages of pulumi-kubernetes 4.32.0"


def _doc(number: int, name: str, summary: str, why: str, wrong: str, right: str) -> CodeDoc:
    """`summary` as a message puts it behind a colon; its page makes a sentence of it."""
    return CodeDoc(f"PUL{number:03d}", name, Severity.ERROR, f"{summary[0].upper()}{summary[1:]}.", why, wrong, right, _SOURCE)


UNAUTHORIZED = _doc(
    20,
    "not-logged-in",
    "the API server does not know who asks (401)",
    "the token or client certificate of the kubeconfig has expired, or belongs to another cluster",
    "a kubeconfig whose token ended last night",
    "log in again, then `pulumi up`",
)
FORBIDDEN = _doc(
    21,
    "not-permitted",
    "the user may not do that (403)",
    "no Role or ClusterRole of the user holds the verb for that kind",
    "a kubeconfig that may read Deployments and not create them",
    "a RoleBinding in the namespace; a ClusterRole for the Namespace itself, or `kubernetes.createNamespace: false`",
)
ESCALATION = _doc(
    22,
    "grants-more-than-held",
    "the Role holds permissions that its maker does not have (403)",
    "Kubernetes lets nobody grant what he does not hold himself, so that no Role can be used to climb",
    "a user without access to pods making the Role by which Coder manages them",
    "the same permissions, or the verb `escalate` on Roles, for the user of the kubeconfig",
)
QUOTA = _doc(
    23,
    "over-quota",
    "the namespace's quota has no room for it (403)",
    "a ResourceQuota or LimitRange of the namespace counts requests and limits, and refuses what is above, or what names none",
    "`kubernetes.replicas: 3` with a quota of four CPUs",
    "smaller `kubernetes.resources`, or a larger quota",
)
ADMISSION = _doc(
    24,
    "refused-by-policy",
    "a policy of the cluster refused it",
    "an admission policy or webhook, or the Pod Security level of the namespace, looked at the object and said no",
    "`kubernetes.securityContext.runAsNonRoot: false` in a namespace that enforces `restricted`",
    "the setting as the policy wants it",
)
NAMESPACE = _doc(
    25,
    "namespace-missing",
    "the namespace does not exist, or is being deleted",
    "an object lives in a namespace; while one is being deleted it takes nothing new",
    "`kubernetes.createNamespace: false` with a namespace that nobody made",
    "`kubectl create namespace coder`, or `kubernetes.createNamespace: true`",
)
EXISTS = _doc(
    26,
    "exists-already",
    "an object of that kind and name exists (409)",
    "Helm, kubectl or another stack made it; taking it over without a word could break what they run",
    "a Helm release `coder` in the namespace, and a stack of the same names",
    "`target.cluster.import: [deployment/coder]`",
)
FIELD_CONFLICT = _doc(
    27,
    "field-of-another-owner",
    "another manager owns a field with another value (409)",
    "with server-side apply every field has an owner, and a value is not taken from one by force",
    "a HorizontalPodAutoscaler that sets `.spec.replicas`",
    "one owner for each field",
)
CHANGED = _doc(
    28,
    "changed-meanwhile",
    "somebody changed the object in the same moment (409)",
    "the update was made from an older version of the object",
    "two tools writing one Deployment",
    "`pulumi refresh`, then `pulumi up`",
)
IMMUTABLE = _doc(
    29,
    "field-cannot-change",
    "a field changes that Kubernetes never changes (422)",
    "selectors, volume templates and role references are fixed when the object is made",
    "taking over a Deployment of a Helm release of another name",
    "`kubernetes.instance: <name of the Helm release>`",
)
REFUSED = _doc(
    30,
    "object-refused",
    "the API server finds the object invalid (400 or 422)",
    "a value breaks a rule of its kind that the bundled schemas do not hold, or a node port is taken",
    "`kubernetes.service.httpNodePort: 80`",
    "`kubernetes.service.httpNodePort: 30080`",
)
TOO_MANY = _doc(
    31,
    "too-many-requests",
    "the API server is asked too much (429)",
    "it protects itself and its etcd, and gave the plugin no turn in time",
    "many stacks updated at once against one small control plane",
    "fewer at once",
)
SERVER = _doc(
    32,
    "server-error",
    "the API server failed (5xx)",
    "it, its etcd or a webhook in front of it is unwell; whether the object was changed is not certain",
    "an update during an upgrade of the control plane",
    "wait, `pulumi refresh`, `pulumi up`",
)
NOT_READY = _doc(
    33,
    "not-ready-in-time",
    "it was applied, and did not become ready",
    "Pulumi waits until pods run and addresses are given, and gives up after the timeout; the object stays",
    "an image that no node can pull",
    "an image that exists; `target.cluster.timeouts: {Deployment: 20m}` for slow starts",
)
UNREACHABLE = _doc(
    34,
    "cluster-unreachable",
    "the API server cannot be reached, or broke off",
    "the network, a proxy or the address of the kubeconfig is in the way; what was sent may have been carried out",
    "an update without the VPN",
    "`kubectl get --raw /readyz` answers `ok`",
)
CERTIFICATE = _doc(
    35,
    "certificate-refused",
    "TLS with the API server failed",
    "one side does not accept the certificate of the other: an old authority, an expired certificate, another host name",
    "a kubeconfig from before the cluster's certificates were renewed",
    "a new kubeconfig",
)
KUBECONFIG = _doc(
    36,
    "kubeconfig-unusable",
    "the kubeconfig does not lead to a cluster",
    "the context is not in it, the file is not there, or the program that it names for credentials does not run",
    "`target.cluster.context: prod` where `kubectl config get-contexts` has no `prod`",
    "the name of a context that exists",
)
KIND = _doc(
    37,
    "kind-unknown",
    "the cluster does not know that kind",
    "a custom resource definition is not installed, or the API version is not served any more",
    "`externalSecret` for a secret, in a cluster without the operator external-secrets",
    "install the definitions first",
)
OTHER = _doc(
    38,
    "not-applied",
    "it could not be applied",
    "the answer is none of those that have a page of their own",
    "an answer of a plugin in between",
    "read the whole message above it",
)

FAILURE_CODES = (
    UNAUTHORIZED,
    FORBIDDEN,
    ESCALATION,
    QUOTA,
    ADMISSION,
    NAMESPACE,
    EXISTS,
    FIELD_CONFLICT,
    CHANGED,
    IMMUTABLE,
    REFUSED,
    TOO_MANY,
    SERVER,
    NOT_READY,
    UNREACHABLE,
    CERTIFICATE,
    KUBECONFIG,
    KIND,
    OTHER,
)
