"""Stack files that the tests of several commands use."""

from __future__ import annotations

GOOD = """\
config:
  coder:release: "2.33.1"
  coder:deployment:
    access_url: https://coder.example.com
    wildcard_access_url: "*.coder.example.com"
    pg_connection_url: {secretRef: {name: coder-db, key: url}}
    oidc:
      issuer_url: https://id.example.com
      client_id: coder
      client_secret: {secure: "v1:AAAA:BBBB"}
      scopes: [openid, profile]
    ai:
      bridge:
        enabled: true
        providers:
          - {type: anthropic, name: anthropic-eu, key: {secretRef: {name: llm-keys, key: eu}}}
  coder:env:
    CODER_DISABLE_PASSWORD_AUTH: "true"
  coder:kubernetes:
    replicas: 2
    ingress: {enabled: true}
"""
CANARY = "hunter2canary"
BAD = f"""\
config:
  coder:release: "2.33.1"
  coder:deployment:
    access_url: nope nope
    oidc:
      issuer_urll: https://id.example.com
      client_secret: {CANARY}
      email_field: {{x: {CANARY}}}
"""
