"""Stacks to measure with: one of ordinary size, and many that differ."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

RELEASE = "2.33.1"

# The mix of an ordinary deployment: texts, lists, numbers, durations, addresses, booleans and secrets; no finding of any severity.
_TOP = """\
config:
  coder:release: "2.33.1"
  coder:deployment:
    # reached through an ingress that ends TLS
    access_url: https://coder.example.com
    wildcard_access_url: "*.coder.example.com"
    redirect_to_access_url: false
    proxy_trusted_headers: [X-Forwarded-For]
    proxy_trusted_origins: [10.0.0.0/8, 172.16.0.0/12]
    disable_path_apps: true
    pg_connection_url: {secretRef: {name: coder-db, key: url}}
    pg_conn_max_open: 30
    pg_conn_max_idle: "10"
    update_check: false
    docs_url: https://docs.example.com
    strict_transport_security: 31536000
    strict_transport_security_options: [includeSubDomains]
    browser_only: true
    autobuild_poll_interval: 1m
    oidc:
      client_id: coder
      client_secret: {secretRef: {name: coder-oidc, key: secret}}
      issuer_url: https://idp.example.com
      scopes: [openid, profile, email, groups]
      groups_field: groups
      group_mapping: {idp-eng: engineering, idp-ml: ml}
      email_domain: [example.com]
      allow_signups: true
      sign_in_text: Sign in with SSO
    prometheus:
      enable: true
      address: 0.0.0.0:2112
      collect_agent_stats: true
      collect_db_metrics: true
    session_lifetime:
      default_duration: 24h
      max_token_lifetime: 720h
      refresh_default_duration: 720h
    http_cookies:
      secure_auth_cookie: true
      same_site: lax
    logging:
      human: /dev/stderr
      log_filter: ["^provisionerd"]
    telemetry:
      enable: false
    provisioner:
      daemons: 3
      force_cancel_interval: 10m
    retention:
      audit_logs: 2160h
      connection_logs: 720h
    rate_limit:
      api: 1024
    user_quiet_hours_schedule:
      default_schedule: "CRON_TZ=UTC 0 2 * * *"
      allow_user_custom: true
    notifications:
      max_send_attempts: 5
      retry_interval: 5m
      method: smtp
      email:
        from: coder@example.com
        smarthost: smtp.example.com:587
        hello: coder.example.com
        force_tls: false
        auth:
          identity: coder
          username: coder
          password: {secretRef: {name: coder-smtp, key: password}}
        tls:
          start_tls: true
"""
_AI = """\
    ai:
      bridge:
        enabled: true
        retention: 1440h
        providers:
"""
_PROVIDER = "          - {{type: anthropic, name: anthropic-{0}, key: {{secretRef: {{name: llm, key: k{0}}}}}}}\n"
_BOTTOM = """\
  coder:kubernetes:
    namespace: coder-{0}
    createNamespace: true
    replicas: 3
    scheduling:
      nodeSelector: {{kubernetes.io/os: linux}}
    service:
      type: ClusterIP
    ingress:
      enabled: true
      host: coder.example.com
      wildcardHost: "*.coder.example.com"
      tls:
        enabled: true
        secretName: coder-tls
        wildcardSecretName: coder-wildcard-tls
    resources:
      requests:
        cpu: "2"
        memory: 4Gi
      limits:
        memory: 4Gi
  coder:target:
    files: {{directory: out/bench}}
"""


def stack(number: int = 0, providers: int = 3) -> str:
    """The text of a stack of about 110 lines; `number` makes it differ from others."""
    return _TOP + _AI + "".join(map(_PROVIDER.format, range(providers))) + _BOTTOM.format(number)


def stack_of_ten(number: int = 0, directory: str = "out/bench") -> str:
    """The ordinary stack with a second namespace for workspaces, which makes it ten objects."""
    more = "    serviceAccount: {workspaceNamespaces: [{name: workspaces}]}\n"
    return stack(number).replace("    replicas: 3\n", f"{more}    replicas: 3\n").replace("out/bench", directory)


def failing_stack() -> str:
    """The ordinary stack with four mistakes: a wrong number, a wrong duration, an unknown key and a list where text belongs."""
    wrong = {
        "pg_conn_max_open: 30": "pg_conn_max_open: many",
        "default_duration: 24h": "default_duration: one day",
        "sign_in_text:": "signin_text:",
        "from: coder@example.com": "from: [coder@example.com]",
    }
    text = stack()
    for right, mistake in wrong.items():
        text = text.replace(right, mistake)
    return text


def write_stacks(folder: Path, count: int) -> list[Path]:
    """Write `count` stacks and return their paths."""
    folder.mkdir(parents=True, exist_ok=True)
    paths = [folder / f"Pulumi.s{number}.yaml" for number in range(count)]
    for number, path in enumerate(paths):
        path.write_text(stack(number), encoding="utf-8")
    return paths
