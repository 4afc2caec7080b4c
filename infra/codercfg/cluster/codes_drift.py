"""Pages of the codes of `codercfg drift`."""

from __future__ import annotations

from codercfg.diagnostics.code_doc import CodeDoc
from codercfg.diagnostics.diagnostic import Severity

_BACK = "the cluster does not run what the stack says"

DRIFT_CODES = (
    CodeDoc(
        code="CLU050",
        name="object-not-there",
        severity=Severity.WARNING,
        summary="An object of the stack is not in the cluster.",
        why=_BACK,
        wrong="kubectl delete service coder",
        right="pulumi up",
    ),
    CodeDoc(
        code="CLU051",
        name="variable-differs",
        severity=Severity.WARNING,
        summary="A variable of the server is another in the cluster, or is not there.",
        why=_BACK,
        wrong="kubectl set env deployment/coder CODER_VERBOSE=false",
        right="pulumi up, or the change in the stack",
    ),
    CodeDoc(
        code="CLU052",
        name="variable-added",
        severity=Severity.WARNING,
        summary="The cluster has a variable of the server that the stack does not set.",
        why=_BACK,
        wrong="kubectl set env deployment/coder CODER_VERBOSE=true",
        right="the option in the stack, or the variable removed",
    ),
    CodeDoc(
        code="CLU053",
        name="field-differs",
        severity=Severity.WARNING,
        summary="A field of an object is another in the cluster.",
        why=_BACK,
        wrong="kubectl scale deployment/coder --replicas=5",
        right="kubernetes: {replicas: 5}",
    ),
    CodeDoc(
        code="CLU054",
        name="part-added",
        severity=Severity.WARNING,
        summary="The cluster's pods have a container, volume or mount that the stack does not have.",
        why=_BACK,
        wrong="kubectl patch deployment/coder with a sidecar",
        right="the sidecar in a template, or removed",
    ),
    CodeDoc(
        code="CLU055",
        name="secret-key-differs",
        severity=Severity.WARNING,
        summary="A key of a Secret holds another value in the cluster, or is not there.",
        why=_BACK,
        wrong="kubectl edit secret coder",
        right="pulumi up, or the new value in the stack",
    ),
)
