"""Traps of representation, secrecy and Kubernetes: 42, 44, 47."""

from __future__ import annotations

from contract.traps.trap import Trap, env, fails, passes, stack

URL = "access_url: https://coder.example.com"
PROXY_URL = "http://user:fake-password@proxy.example.com:3128"

TRAPS = (
    Trap(
        42,
        "The published schema has objects where the wire has text, and lacks the secrets of providers",
        (
            fails("OPT001", **stack("{access_url: {scheme: https, host: coder.example.com}}")),
            fails("OPT001", **stack(f"{{{URL}, prometheus: {{address: {{host: 0.0.0.0, port: '2112'}}}}}}")),
            fails("OPT001", **stack(f"{{{URL}, oidc: {{group_regex_filter: {{}}}}}}")),
            fails("OPT001", **stack(f"{{{URL}, oidc: {{group_mapping: 'a=b'}}}}")),
        ),
        (
            passes(
                **stack(
                    f"{{{URL}, prometheus: {{enable: true, address: '0.0.0.0:2112'}},"
                    " oidc: {group_regex_filter: ^a$, group_mapping: {a: b}},"
                    " ai: {bridge: {providers: [{type: openai, key: {secretRef: {name: llm, key: a}}}]}}}"
                ),
                holds={
                    "access_url": "https://coder.example.com",
                    "prometheus.address": "0.0.0.0:2112",
                    "oidc.group_regex_filter": "^a$",
                    "oidc.group_mapping": {"a": "b"},
                },
                variables={"CODER_AIBRIDGE_PROVIDER_0_KEY": {"secretKeyRef": {"name": "llm", "key": "a"}}},
            ),
            passes(
                **env(AIBRIDGE_PROVIDER_0_TYPE="openai", AIBRIDGE_PROVIDER_0_KEY="fake-key"),
                providers=({"type": "openai", "key": "fake-key"},),
            ),
        ),
    ),
    Trap(
        44,
        "Coder does not mark every secret: the proxy's upstream and all keys of providers are some",
        (
            fails("STK026", **stack(f"{{{URL}, ai: {{aibridge_proxy: {{upstream_proxy: '{PROXY_URL}'}}}}}}")),
            fails("STK026", **stack(f"{{{URL}, ai: {{bridge: {{providers: [{{type: openai, key: fake-key}}]}}}}}}")),
            fails("STK026", **stack(f"{{{URL}, external_auth: [{{type: github, client_id: c, client_secret: fake-secret, id: g}}]}}")),
        ),
        (
            passes(
                **stack(f"{{{URL}, ai: {{aibridge_proxy: {{upstream_proxy: {{secretRef: {{name: proxy, key: url}}}}}}}}}}"),
                variables={"CODER_AIBRIDGE_PROXY_UPSTREAM": {"secretKeyRef": {"name": "proxy", "key": "url"}}},
            ),
            passes(
                **env(AIBRIDGE_PROXY_UPSTREAM=PROXY_URL),
                holds={"ai.aibridge_proxy.upstream_proxy": PROXY_URL},
                masked=("ai.aibridge_proxy.upstream_proxy",),
            ),
        ),
    ),
    Trap(
        47,
        "Kubernetes adds variables of Services, expands `$(NAME)`, and takes text alone",
        (
            fails("EXT002", **env(EXTERNAL_AUTH_SERVICE_HOST="10.0.0.1")),
            fails("AIP002", **env(AIBRIDGE_PROVIDER_SERVICE_PORT="80")),
            fails("STK031", **stack(f"{{{URL}}}", more="  coder:env: {CODER_PG_CONN_MAX_OPEN: 1.5}\n")),
        ),
        (
            passes(
                **stack(f"{{{URL}, oidc: {{sign_in_text: 'Pay $(NAME) $$5'}}}}", more="  coder:env: {CODER_PG_CONN_MAX_OPEN: 5}\n"),
                pod={"enableServiceLinks": False},
                variables={"CODER_OIDC_SIGN_IN_TEXT": "Pay $$(NAME) $$$5", "CODER_PG_CONN_MAX_OPEN": "5"},
            ),
        ),
    ),
)
