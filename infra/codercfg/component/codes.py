"""The codes of the Pulumi program."""

from __future__ import annotations

from codercfg.component.codes_failures import FAILURE_CODES
from codercfg.component.codes_seeds import SEED_CODES
from codercfg.diagnostics.code_doc import CodeDoc
from codercfg.diagnostics.diagnostic import Severity

DIFFERS = CodeDoc(
    code="PUL001",
    name="config-not-of-this-file",
    severity=Severity.ERROR,
    summary="Pulumi passes another configuration than the stack file holds.",
    why="checks and places would be about one configuration, and what is applied about another",
    wrong="pulumi up --config-file elsewhere.yaml",
    right="CODERCFG_STACK_FILE=elsewhere.yaml pulumi up --config-file elsewhere.yaml",
    source="Pulumi `workspace`: `--config-file`, and environments merged under a stack's configuration",
)
PLUGIN_VERSION = CodeDoc(
    code="PUL002",
    name="other-plugin-version",
    severity=Severity.WARNING,
    summary="The installed `pulumi-kubernetes` is not the version that codercfg was tried with.",
    why="the version decides which plugin runs, and plugins differ in what they replace, wait for and take over",
    wrong="pip install --upgrade pulumi-kubernetes",
    right="pip install 'codercfg[cluster]'",
)
NO_SUCH_OBJECT = CodeDoc(
    code="PUL003",
    name="import-of-nothing",
    severity=Severity.ERROR,
    summary="`target.cluster.import` names what is no object of the stack.",
    why="nothing would be taken over, and the object that was meant would exist already",
    wrong="target: {cluster: {import: [deployment/codr]}}",
    right="target: {cluster: {import: [deployment/coder]}}",
)
ADOPTION = CodeDoc(
    code="PUL004",
    name="objects-taken-over",
    severity=Severity.INFO,
    summary="Existing objects become objects of the stack.",
    why="Pulumi reads them, shows what changes, and from then on owns them; a line left behind imports again when a name changes",
    wrong="""\
`import` while Helm still owns the release: its next upgrade writes over the objects, and `helm uninstall` deletes them.
""",
    right="""\
1. `kubectl annotate` each object with `helm.sh/resource-policy=keep`.
2. Set `kubernetes.name` and `kubernetes.instance` as the release has them, and `target.cluster.import: [deployment/coder, …]`.
3. `pulumi preview` shows `import` and `update`, and no `replace`; then `pulumi up`.
4. Delete Helm's record of the release (the Secrets `sh.helm.release.v1.<release>.v<N>`), and remove `import`.
""",
    source="Pulumi engine 3.259 (import and update in one step); Coder's Helm chart, labels and names",
)
SELECTOR = CodeDoc(
    code="PUL005",
    name="selector-has-to-match",
    severity=Severity.INFO,
    summary="A workload is taken over whose selector has to be the stack's.",
    why="Kubernetes never changes a selector; another one means to delete the workload with its pods, and to make it anew",
    wrong="adopting the Helm release `chat` with `kubernetes.instance` unset",
    right="kubernetes: {instance: chat}",
    source="pulumi-kubernetes, fields that force a replacement; Coder's Helm chart: `instance` is the name of the release",
)
MOVED = CodeDoc(
    code="PUL006",
    name="objects-would-be-others",
    severity=Severity.ERROR,
    summary="A name, the namespace, the instance or the cluster of the stack is another than that of its last update.",
    why="these settings are the identity of the objects: all of them are made anew, and the former ones deleted",
    wrong="`kubernetes.name: chat` in a stack that runs as `coder`",
    right="`target.cluster.replaces: coder/coder/coder@prod-eu`, as the finding writes it, if that is what you want",
)
UNNAMED_CLUSTER = CodeDoc(
    code="PUL007",
    name="cluster-without-identifier",
    severity=Severity.INFO,
    summary="Nothing but the kubeconfig says which cluster the objects are in.",
    why="the plugin takes a kubeconfig with another address or authority for another cluster, and replaces every object",
    wrong="target: {cluster: {context: prod}}, and the cluster's certificates are renewed",
    right="target: {cluster: {context: prod, clusterIdentifier: prod-eu-1}} from the first update on",
    source="pulumi-kubernetes #4019, #2294",
)

CODES = (DIFFERS, PLUGIN_VERSION, NO_SUCH_OBJECT, ADOPTION, SELECTOR, MOVED, UNNAMED_CLUSTER, *FAILURE_CODES, *SEED_CODES)
