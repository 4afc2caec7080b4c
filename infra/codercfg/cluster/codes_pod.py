"""Pages of the codes about what the pods will find."""

from __future__ import annotations

from codercfg.diagnostics.code_doc import CodeDoc
from codercfg.diagnostics.diagnostic import Severity

_WAITS = "the pods wait in CreateContainerConfigError or ContainerCreating until it is there"

POD_CODES = (
    CodeDoc(
        code="CLU020",
        name="reference-missing",
        severity=Severity.WARNING,
        summary="A Secret, ConfigMap, ServiceAccount or volume claim that the stack refers to does not exist.",
        why=_WAITS,
        wrong="{secretRef: {name: coder-db, key: url}} without such a Secret",
        right="kubectl create secret generic coder-db --from-file=url",
    ),
    CodeDoc(
        code="CLU021",
        name="key-missing",
        severity=Severity.WARNING,
        summary="A Secret or ConfigMap lacks a key that the stack refers to.",
        why=_WAITS,
        wrong="{secretRef: {name: coder-db, key: url}} with only `uri` in the Secret",
        right="{secretRef: {name: coder-db, key: uri}}",
    ),
    CodeDoc(
        code="CLU022",
        name="key-empty",
        severity=Severity.WARNING,
        summary="A key that the stack refers to holds an empty value.",
        why="the server gets an empty value, which it takes for not set or refuses",
        wrong="kubectl create secret generic coder-db --from-literal=url=",
        right="the value in it",
    ),
    CodeDoc(
        code="CLU023",
        name="value-encoded-twice",
        severity=Severity.WARNING,
        summary="A secret value in the cluster looks encoded twice.",
        why="Kubernetes decodes once; the server gets base64 and no login works with it",
        wrong="stringData: {key: <base64>}",
        right="stringData: {key: <value>}",
        source="coder/ai.coder.com, commit 3220aab",
    ),
    CodeDoc(
        code="CLU030",
        name="service-link-clashes",
        severity=Severity.WARNING,
        summary="Kubernetes injects variables about a Service that the server takes for options of its own.",
        why="the server refuses to start, or reads an address of a Service as an option",
        wrong="a template without enableServiceLinks: false beside a Service named coder-external-auth",
        right="enableServiceLinks: false",
        source="Kubernetes documentation, Accessing Services: environment variables",
    ),
    CodeDoc(
        code="CLU031",
        name="variable-doubled",
        severity=Severity.WARNING,
        summary="The pods get a variable from two places.",
        why="a variable of `env` wins over `envFrom`, and of two `envFrom` sources the later; the other is silently lost",
        wrong="envFrom: [{secretRef: {name: more}}] where `more` has CODER_ACCESS_URL as well",
        right="the variable in one place",
        source="Kubernetes API, Container.envFrom; coder/coder issues 21087 and 9587",
    ),
    CodeDoc(
        code="CLU032",
        name="option-beside-the-stack",
        severity=Severity.WARNING,
        summary="`envFrom` sets an option of the server that the stack sets under another name, or adds to a list of the stack.",
        why="nothing checks the two together, and the server refuses to start or reads one of them",
        wrong="CODER_GITAUTH_0_ID in an envFrom Secret beside external_auth in the stack",
        right="all of it in the stack",
        source="Coder server: aliases of an option, and indexed families",
    ),
    CodeDoc(
        code="CLU033",
        name="secret-in-config-map",
        severity=Severity.WARNING,
        summary="A secret option comes from a ConfigMap.",
        why="ConfigMaps are readable by everybody who may list them, and are not encrypted at rest",
        wrong="envFrom: [{configMapRef: {name: coder}}] with CODER_OIDC_CLIENT_SECRET in it",
        right="client_secret: {secretRef: {name: coder-oidc, key: secret}}",
    ),
    CodeDoc(
        code="CLU034",
        name="option-from-env-from",
        severity=Severity.INFO,
        summary="`envFrom` sets options of the server, whose values nobody checked.",
        why="the stack does not know them, so no check and no preview covers them",
        wrong="envFrom: [{secretRef: {name: coder-env}}] with CODER_VERBOSE in it",
        right="deployment: {verbose: true}",
    ),
    CodeDoc(
        code="CLU035",
        name="variable-unknown",
        severity=Severity.WARNING,
        summary="`envFrom` sets a variable with Coder's prefix that the release does not know.",
        why="the server ignores the variable without a word",
        wrong="CODER_ACESS_URL in an envFrom ConfigMap",
        right="CODER_ACCESS_URL, or better the option in the stack",
    ),
)
