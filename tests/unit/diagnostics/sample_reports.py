"""Findings that the tests of all forms print."""

from __future__ import annotations

from codercfg.diagnostics.checked import Checked
from codercfg.diagnostics.diagnostic import Diagnostic, Related, Severity
from codercfg.diagnostics.origin import Origin

STACK = "stacks/Pulumi.prod.yaml"
TEXT = """\
config:
  coder:release: "2.33.1"
  coder:env:
    CODER_VERBOSE: "true"
  coder:deployment:
    oidc:
      issuer_url: nope
      client_secret: hunter2canary
"""
ISSUER = Diagnostic(
    code="OID003",
    severity=Severity.ERROR,
    message="the issuer is no address",
    help="write it as https://…",
    path="oidc.issuer_url",
    origin=Origin("stack", STACK, 7, 19, 23, "oidc.issuer_url"),
    why="the server stops at start",
    about=("oidc.issuer_url",),
    related=(Related("also set here", Origin("stack", STACK, 4, 5, 18, "CODER_VERBOSE")),),
)
SECRET = Diagnostic(
    code="STK010",
    severity=Severity.WARNING,
    message="plain text in a secret option",
    help="use secretRef",
    path="oidc.client_secret",
    origin=Origin("stack", STACK, 8, 22, 35, "oidc.client_secret"),
)
VARIABLE = Diagnostic(
    code="ENV001",
    severity=Severity.INFO,
    message="50%: a,b\n::error::x",
    help="none needed",
    origin=Origin("env", name="CODER_X"),
)
STACK_CHECKED = Checked(STACK, "2.33.1", (ISSUER, SECRET), ("`db` is encrypted",))
ENVIRON_CHECKED = Checked("environment", "2.34", (VARIABLE,))
CLEAN = Checked("stacks/Pulumi.dev.yaml", "2.33.1", ())
