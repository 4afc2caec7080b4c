"""A stack with a made-up secret in every section that takes one, encrypted by the real CLI."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from engine.project import Project

STACK = """\
config:
  coder:release: "2.33.1"
  coder:deployment:
    access_url: https://coder.example.com
    oidc:
      issuer_url: https://login.example.com
      client_id: coder
    external_auth:
      - {id: github, type: github, client_id: coder}
    ai:
      bridge:
        enabled: true
        providers:
          - {type: openai, name: company-models, base_url: "https://models.example.com/v1"}
  coder:target:
    files:
      secrets: write
"""
# Characters that percent-encoding and both alphabets of base64 treat differently.
CANARIES = {
    "coder:deployment.pg_connection_url": "pG-kanarie_7~Qzüx",
    "coder:deployment.oidc.client_secret": "oIdC?kanarie>8/Wq+vv",
    "coder:deployment.external_auth[0].client_secret": "gItHub&kanarie=9Lk?mm",
    "coder:deployment.ai.bridge.providers[0].key": "aIkEy kanarie!3Tz~pp",
    "coder:env.CODER_SCIM_AUTH_HEADER": "sCiM>kanarie?5Rr/tt",
}


def give_secrets(project: Project, marker: str = "") -> list[str]:
    """Encrypt a canary into each secret of the selected stack's file; returns them. `marker` makes other ones."""
    made = {path: canary.replace("kanarie", f"kanarie{marker}") for path, canary in CANARIES.items()}
    pairs = (f"{path}={value_of(path, canary)}" for path, canary in made.items())
    project.run("config", "set-all", "--path", *(word for pair in pairs for word in ("--secret", pair)))
    return list(made.values())


def value_of(path: str, canary: str) -> str:
    """The whole value of an option."""
    return f"postgres://coder:{canary}@db.example.com/coder" if path.endswith("url") else canary
