"""Pages of the codes about live objects."""

from __future__ import annotations

from codercfg.diagnostics.code_doc import CodeDoc
from codercfg.diagnostics.diagnostic import Severity

_APPLY = "server-side apply leaves entries of other owners alone, so no preview and no refresh of Pulumi shows it"
_SSA = "Kubernetes documentation, Server-Side Apply; seen with pulumi-kubernetes 4.32.0"

LIVE_CODES = (
    CodeDoc(
        code="CLU010",
        name="variable-of-others",
        severity=Severity.WARNING,
        summary="A live container has a variable that somebody else added.",
        why=f"the server reads it; {_APPLY}",
        wrong="kubectl set env deployment/coder CODER_VERBOSE=true",
        right="deployment: {verbose: true} in the stack, or kubectl set env deployment/coder CODER_VERBOSE-",
        source=_SSA,
    ),
    CodeDoc(
        code="CLU011",
        name="variables-from-others",
        severity=Severity.WARNING,
        summary="A live container takes variables from a Secret or ConfigMap that somebody else added.",
        why=f"the server reads them; {_APPLY}",
        wrong="kubectl set env deployment/coder --from=secret/more",
        right="kubernetes: {envFrom: [{secretRef: {name: more}}]}",
        source=_SSA,
    ),
    CodeDoc(
        code="CLU012",
        name="variable-overridden",
        severity=Severity.WARNING,
        summary="Somebody else has set a variable of the stack to something else.",
        why="the server reads the other value, and a preview compares with Pulumi's state and says `unchanged`",
        wrong="kubectl set env deployment/coder CODER_ACCESS_URL=https://other.example.com",
        right="the change made in the stack",
        source=_SSA,
    ),
    CodeDoc(
        code="CLU013",
        name="field-overridden",
        severity=Severity.WARNING,
        summary="Somebody else has set fields of an object to something else.",
        why="a preview compares with Pulumi's state and says `unchanged`",
        wrong="kubectl set image deployment/coder coder=registry.example.com/coder:other",
        right="the change made in the stack",
        source=_SSA,
    ),
    CodeDoc(
        code="CLU014",
        name="parts-of-others",
        severity=Severity.INFO,
        summary="The live pods have containers, volumes or mounts that somebody else added.",
        why=_APPLY,
        wrong="a sidecar that was patched in by hand",
        right="the sidecar in a template of your own",
        source=_SSA,
    ),
    CodeDoc(
        code="CLU015",
        name="replicas-of-autoscaler",
        severity=Severity.WARNING,
        summary="An autoscaler and the stack both set the number of replicas.",
        why="each update that touches the number puts it back to the stack's, or is refused as a conflict",
        wrong="kubernetes: {replicas: 3} beside a HorizontalPodAutoscaler for the same Deployment",
        right="one of the two",
        source="pulumi-kubernetes issues 2491 and 2569",
    ),
    CodeDoc(
        code="CLU016",
        name="object-would-be-replaced",
        severity=Severity.WARNING,
        summary="A live object has a field that cannot be changed and is another in the stack.",
        why="Pulumi deletes the object and makes it anew: pods stop before new ones start",
        wrong="a Deployment of Coder's Helm chart with another instance label",
        right="kubernetes: {instance: <release name>}",
        source="Kubernetes API: immutable fields; pulumi-kubernetes: fields that force a replacement",
    ),
    CodeDoc(
        code="CLU017",
        name="object-of-helm",
        severity=Severity.WARNING,
        summary="Live objects belong to a Helm release.",
        why="the next `helm upgrade` puts back what Helm knows, and `helm uninstall` deletes the objects",
        wrong="target: {cluster: {adopt: true}} while the release is still installed",
        right="the release's record deleted first, the objects kept",
        source="Helm documentation: resource policy, ownership metadata",
    ),
    CodeDoc(
        code="CLU018",
        name="object-of-others",
        severity=Severity.WARNING,
        summary="Objects of these names exist, and Pulumi did not make them.",
        why="`pulumi up` stops with AlreadyExists at the first of them",
        wrong="kubernetes: {createNamespace: true} for a namespace that an administrator made",
        right="kubernetes: {createNamespace: false}, or target: {cluster: {adopt: true}}",
        source="pulumi-kubernetes 4.29: objects that exist are not taken over unless asked",
    ),
    CodeDoc(
        code="CLU019",
        name="kind-not-served",
        severity=Severity.WARNING,
        summary="The cluster does not know a kind of object that an operator brings along.",
        why="`pulumi up` stops at the object, and the Secret that would be made of it never appears",
        wrong="{externalSecret: {store: vault, key: prod/coder}} in a cluster without external-secrets",
        right="the operator installed, with its API external-secrets.io/v1",
        source="Kubernetes documentation, API discovery",
    ),
)
