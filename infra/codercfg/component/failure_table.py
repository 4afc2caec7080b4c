"""By which phrases a failure is known, most specific first."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from codercfg.component import codes_failures as codes

if TYPE_CHECKING:
    from codercfg.diagnostics.code_doc import CodeDoc


class Row(NamedTuple):
    """One kind of failure.

    Attributes:
        code: Its page.
        pattern: Regular expression of what its text holds.
        remedy: What to do, a sentence without a full stop.
    """

    code: CodeDoc
    pattern: str
    remedy: str


_UNREADY = (
    "look at its pods (`kubectl describe pod`, `kubectl logs`), or wait longer with `target.cluster.timeouts`; the object exists, and "
    "the next `pulumi up` waits for it again"
)
OTHER = Row(codes.OTHER, "", "read what was said; `pulumi up` again goes on where this one stopped")
ROWS = (
    Row(
        codes.QUOTA,
        r"exceeded quota|failed quota|must specify (?:limits|requests)\.|maximum \S+ usage per",
        "lower `kubernetes.resources` or `kubernetes.replicas`, or have the quota raised: `kubectl describe quota --namespace <namespace>`",
    ),
    Row(
        codes.ADMISSION,
        r'violates PodSecurity|admission webhook "|denied the request|ValidatingAdmissionPolicy',
        "change the setting that the policy names, or have the policy changed; `codercfg render` writes the object as it was sent",
    ),
    Row(
        codes.NOT_READY,
        r"[Tt]imed out waiting|failed to become available|minimum availability|ProgressDeadlineExceeded"
        r"|ImagePullBackOff|ErrImagePull|CrashLoopBackOff|CreateContainerConfigError",
        _UNREADY,
    ),
    Row(
        codes.NAMESPACE,
        r'namespaces? "[^"]*" not found|being terminated',
        "let the stack make the namespace (`kubernetes.createNamespace: true`), make it beforehand, or wait until its deletion is over",
    ),
    Row(
        codes.ESCALATION,
        r"attempting to grant RBAC permissions not currently held",
        "let somebody with these permissions run the update, or give the user of the kubeconfig the same ones or the verb `escalate`",
    ),
    Row(
        codes.IMMUTABLE,
        r"field is immutable|may not be changed|is immutable|cannot change roleRef|updates to \w+ spec for fields other than",
        "for a Helm release set `kubernetes.instance` to its name; else put the setting back, or delete the object by hand",
    ),
    Row(
        codes.FORBIDDEN,
        r'is forbidden|[Rr]eason"?: ?"?Forbidden|\(403\)',
        "grant the user of the kubeconfig the permission, or use another context",
    ),
    Row(
        codes.UNAUTHORIZED,
        r"Unauthorized|provide credentials|must be logged in|\(401\)",
        "log in to the cluster again, and try `kubectl auth whoami` with the context of `target.cluster`",
    ),
    Row(
        codes.EXISTS,
        r"already exists|AlreadyExists",
        "take it over with `target.cluster.import`, choose another `kubernetes.name`, or, if it is the namespace, set "
        "`kubernetes.createNamespace: false`",
    ),
    Row(
        codes.FIELD_CONFLICT,
        r'Apply failed with|field conflict|conflicts? with "',
        'let one owner write the field: remove it there, or take it over once with the annotation `pulumi.com/patchForce: "true"` '
        "(`kubernetes.annotations`); an autoscaler that owns `.spec.replicas` has to be removed first",
    ),
    Row(codes.CHANGED, r"has been modified|cannot be fulfilled", "run `pulumi refresh`, read what changed, and update again"),
    Row(
        codes.REFUSED,
        r"is invalid|Invalid value|strict decoding|unknown field|cannot be handled as|port is already allocated|BadRequest|\((?:400|422)\)",
        "change the setting or the template that the field comes from",
    ),
    Row(
        codes.TOO_MANY,
        r"[Tt]oo [Mm]any [Rr]equests|TooManyRequests|client rate limiter|\(429\)",
        "wait and update again; `--parallel 4` and `PULUMI_K8S_CLIENT_QPS` make Pulumi ask more slowly",
    ),
    Row(
        codes.KUBECONFIG,
        r'context "[^"]*" does not exist|context was not found|unable to load Kubernetes client configuration'
        r"|no configuration has been provided|invalid configuration|exec: executable|getting credentials",
        "put `target.cluster.context` and `target.cluster.kubeconfig` right; `kubectl config get-contexts` lists what there is",
    ),
    Row(
        codes.CERTIFICATE,
        r"x509:|tls: |certificate (?:verify failed|is valid for|has expired)|CERTIFICATE_VERIFY_FAILED|SSLError",
        "renew the kubeconfig: its certificate authority, client certificate or server name is not that of the cluster",
    ),
    Row(
        codes.SERVER,
        r"Internal error|InternalError|etcdserver|unable to handle the request|ServiceUnavailable|an error on the server"
        r"|did not complete within|\(50[0-4]\)",
        "wait until the control plane is well (`kubectl get --raw /readyz`), then update again",
    ),
    Row(
        codes.KIND,
        r"no matches for kind|could not find the requested resource",
        "install what brings the kind, or choose another `apiVersion`",
    ),
    Row(
        codes.UNREACHABLE,
        r"connection refused|no such host|connection reset|no route to host|EOF|unreachable|deadline exceeded|[Tt]imed? ?out|broken pipe"
        r"|[Cc]onnection (?:broken|aborted)|IncompleteRead",
        "check the address in the kubeconfig, the VPN and the proxy; then `pulumi refresh` before `pulumi up`, because the cluster may "
        "have carried out what it could not confirm",
    ),
    # The plugin says this of every update that failed, also of one that the server refused; those are known by the rows above.
    Row(codes.NOT_READY, r"failed to fully initialize|failed to become live", _UNREADY),
)
