"""Pages of the codes about finished objects and Secrets."""

from __future__ import annotations

from codercfg.diagnostics.code_doc import CodeDoc
from codercfg.diagnostics.diagnostic import Severity

OBJECT_CODES = (
    CodeDoc(
        code="K8S007",
        name="structure-invalid",
        severity=Severity.ERROR,
        summary="A setting that is a whole Kubernetes structure has an unknown key, lacks one, or holds a value of a wrong type.",
        why="the API server would refuse the object, or drop the key",
        wrong="scheduling: {tolerations: [{keyy: dedicated}]}",
        right="scheduling: {tolerations: [{key: dedicated}]}",
        source="Kubernetes API, OpenAPI schema",
    ),
    CodeDoc(
        code="K8S008",
        name="object-invalid",
        severity=Severity.ERROR,
        summary="An object does not fit the schema of its kind.",
        why="the API server would refuse the object, or drop the key",
        wrong="a template of your own with `replica: 2`",
        right="`replicas: 2`",
        source="Kubernetes API, OpenAPI schema",
    ),
    CodeDoc(
        code="K8S009",
        name="object-doubled",
        severity=Severity.ERROR,
        summary="Two objects, or two variables, ports, volumes or mounts of one container, have the same name.",
        why="one overwrites the other, and later updates of a list with doubled names fail",
        wrong="volumeMounts with the same mountPath twice",
        right="each mountPath once",
        source="Kubernetes API, patch merge keys",
    ),
    CodeDoc(
        code="K8S010",
        name="secret-omitted",
        severity=Severity.INFO,
        summary="A Secret is not among the objects and has to exist.",
        why="the pods refer to it by name and key and wait until it is there",
        wrong="target: {files: {secrets: omit}} without the Secret in the cluster",
        right="the Secret made by other means, or secrets: write",
    ),
    CodeDoc(
        code="K8S011",
        name="secret-encrypted",
        severity=Severity.ERROR,
        summary="A Secret should be written, and a value of it is encrypted.",
        why="only Pulumi can decrypt the value",
        wrong="`codercfg render --secrets write` for a stack with `{secure: …}` values",
        right="`pulumi up`, or `--secrets omit`",
    ),
    CodeDoc(
        code="K8S030",
        name="secret-name-taken",
        severity=Severity.ERROR,
        summary="A `secretRef` names a Secret that codercfg makes itself, and a key that is not in it.",
        why="the Secret would lack the key, and the pods would not start",
        wrong="{secretRef: {name: coder, key: llm}} beside other secrets of the stack",
        right="{secretRef: {name: llm-keys, key: llm}}",
    ),
    CodeDoc(
        code="K8S041",
        name="sealed-secret-needed",
        severity=Severity.INFO,
        summary="A secret option refers to a SealedSecret, which codercfg does not make.",
        why="the pods refer to the Secret that it unseals to, and wait until that is there",
        wrong="{sealed: {name: login, key: oidc}} without the SealedSecret in the cluster",
        right="the SealedSecret applied beside the objects, under the same name in the same namespace",
    ),
    CodeDoc(
        code="K8S042",
        name="store-needed",
        severity=Severity.INFO,
        summary="A secret option refers to a store outside the cluster.",
        why="codercfg writes the ExternalSecret; the operator and the store are not its business, and without them the pods wait",
        wrong="{externalSecret: {store: vault, key: prod/coder}} without the operator external-secrets",
        right="the operator with its API external-secrets.io/v1, and the SecretStore `vault` in the namespace of the stack",
        source="external-secrets.io/v1",
    ),
)
