"""Traps of values, sources and names: 1 to 14."""

from __future__ import annotations

from contract.traps.trap import Trap, env, fails, passes, stack, warns

TRAPS = (
    Trap(
        1,
        "An empty variable is unset up to 2.33 and a value from 2.34 on",
        (
            warns("ENV002", **env(VERBOSE="", HTTP_ADDRESS=""), holds={}),
            fails("OPT002", **env("2.34", PG_CONN_MAX_OPEN="")),
            fails("HTP001", **env("2.34", HTTP_ADDRESS="")),
        ),
        (passes(**env(PG_CONN_MAX_OPEN="5")), passes(**env("2.34", PG_CONN_MAX_OPEN="5"), holds={"pg_conn_max_open": 5})),
    ),
    Trap(
        2,
        "Only Go's words are booleans, in variables and in YAML",
        (
            *(fails("OPT001", **env(VERBOSE=word)) for word in ("yes", "no", "on", "off", "tRUE", " true")),
            fails("OPT001", yaml="introspection:\n  prometheus:\n    enable: yes\n"),
            fails("OPT001", yaml="introspection:\n  prometheus:\n    enable: tRUE\n"),
        ),
        (
            *(passes(**env(VERBOSE=word), holds={"verbose": True}) for word in ("1", "t", "T", "TRUE", "true", "True")),
            passes(yaml="introspection:\n  prometheus:\n    enable: True\n", holds={"prometheus.enable": True}),
        ),
    ),
    Trap(
        3,
        "A YAML null is the text `null` for a text option",
        (
            warns("YML007", yaml="oidc:\n  issuerURL: null\n", holds={"oidc.issuer_url": "null"}),
            warns("YML007", yaml="oidc:\n  issuerURL: ~\n", holds={"oidc.issuer_url": "~"}),
        ),
        (passes(yaml="oidc:\n  issuerURL: ''\n", holds={"oidc.issuer_url": ""}),),
    ),
    Trap(
        4,
        "Durations need a unit of Go's, and days came with 2.29",
        (
            *(fails("OPT001", **env(MAX_TOKEN_LIFETIME=text)) for text in ("30", "30D", "1y", "2mo", "1 h", "5S")),
            fails("OPT001", **env("2.28", MAX_TOKEN_LIFETIME="30d")),
        ),
        (
            passes(**env("2.29", MAX_TOKEN_LIFETIME="30d"), holds={"session_lifetime.max_token_lifetime": 30 * 24 * 3600 * 10**9}),
            passes(**env(MAX_TOKEN_LIFETIME="-1h"), holds={"session_lifetime.max_token_lifetime": -3600 * 10**9}),
        ),
    ),
    Trap(
        5,
        "A list is one strict line of CSV",
        (
            warns("HYG006", **env(OAUTH2_GITHUB_ALLOWED_ORGS="a\nb"), holds={"oauth2.github.allowed_orgs": ["a"]}),
            fails("OPT001", **env(OAUTH2_GITHUB_ALLOWED_ORGS='a"b,c')),
            fails("OPT001", **env(OAUTH2_GITHUB_ALLOWED_ORGS='"a"b,c')),
        ),
        (passes(**env(OAUTH2_GITHUB_ALLOWED_ORGS='"a,b",c'), holds={"oauth2.github.allowed_orgs": ["a,b", "c"]}),),
    ),
    Trap(
        6,
        "Items of a list from a variable and from a flag add up",
        (
            warns(
                "OPT004",
                **env(EXPERIMENTS="oauth2"),
                args=("--experiments", "mcp-server-http"),
                holds={"experiments": ["oauth2", "mcp-server-http"]},
            ),
        ),
        (passes(**env(EXPERIMENTS="oauth2,mcp-server-http"), holds={"experiments": ["oauth2", "mcp-server-http"]}),),
    ),
    Trap(
        7,
        "A blank behind a comma belongs to the item",
        (
            fails("HTP004", **env(PROXY_TRUSTED_ORIGINS="10.0.0.0/8, 192.168.0.0/16", PROXY_TRUSTED_HEADERS="X-Real-Ip")),
            warns("HYG005", **env(OIDC_EMAIL_DOMAIN="a.example, b.example"), holds={"oidc.email_domain": ["a.example", " b.example"]}),
            warns("HYG005", **env(OAUTH2_GITHUB_ALLOWED_ORGS="a, b")),
        ),
        (passes(**env(PROXY_TRUSTED_ORIGINS="10.0.0.0/8,192.168.0.0/16", PROXY_TRUSTED_HEADERS="X-Real-Ip")),),
    ),
    Trap(
        8,
        "The YAML file skips the checks of an option, yet a checked list takes no text",
        (
            fails("OPT001", **env(PG_CONN_MAX_OPEN="0")),
            warns("DBS007", yaml="pgConnMaxOpen: 0\n", holds={"pg_conn_max_open": 0}),
            fails("OPT001", yaml="provisioning:\n  daemonTypes: terraform,echo\n"),
        ),
        (
            passes(**env(PROVISIONER_TYPES="terraform,echo"), holds={"provisioner.daemon_types": ["terraform", "echo"]}),
            passes(yaml="provisioning:\n  daemonTypes: [terraform, echo]\n", holds={"provisioner.daemon_types": ["terraform", "echo"]}),
        ),
    ),
    Trap(
        9,
        "A map is JSON text in a variable and a map in the YAML file, never the other way round",
        (
            fails("OPT001", **env(OIDC_GROUP_MAPPING="a=b")),
            fails("OPT001", yaml='oidc:\n  groupMapping: \'{"a": "b"}\'\n'),
        ),
        (
            passes(**env(OIDC_GROUP_MAPPING='{"a": "b"}'), holds={"oidc.group_mapping": {"a": "b"}}),
            passes(yaml="oidc:\n  groupMapping:\n    a: b\n", holds={"oidc.group_mapping": {"a": "b"}}),
        ),
    ),
    Trap(
        10,
        "An unknown key or flag stops the server, an unknown variable is silence",
        (
            fails("YML003", yaml="oidc:\n  issuer: https://id.example.com\n"),
            fails("ARG001", args=("--oidc-issuer", "https://id.example.com")),
            warns("ENV001", **env(OIDC_ISSUER="https://id.example.com")),
        ),
        (passes(args=("--oidc-issuer-url", "https://id.example.com"), holds={"oidc.issuer_url": "https://id.example.com"}),),
    ),
    Trap(
        11,
        "Nearly any text is a URL; only the access URL needs a scheme, and some addresses are no URL options at all",
        (
            fails("HTP003", **env(ACCESS_URL="coder.example.com")),
            warns("OID009", **env(OIDC_ISSUER_URL="id.example.com", OIDC_CLIENT_ID="coder")),
            warns("DRP011", **env(DERP_CONFIG_URL="derp.example.com/map.json")),
            warns("AIP124", **env(AIBRIDGE_PROVIDER_0_TYPE="openai", AIBRIDGE_PROVIDER_0_BASE_URL="models.example.com")),
        ),
        (
            passes(**env(ACCESS_URL="https://coder.example.com", DOCS_URL="docs"), holds={"docs_url": "docs"}),
            passes(**env(DERP_CONFIG_URL="https://derp.example.com/map.json", DERP_SERVER_REGION_ID="999", DERP_SERVER_STUN_ADDRESSES="")),
            passes(**env(AIBRIDGE_PROVIDER_0_TYPE="openai", AIBRIDGE_PROVIDER_0_BASE_URL="https://models.example.com/v1")),
        ),
    ),
    Trap(
        12,
        "A host:port option needs a colon and no port; three listeners and relays are plain text",
        (
            fails("OPT001", **env(PROMETHEUS_ADDRESS="127.0.0.1")),
            warns("SRV008", **env(PROMETHEUS_ADDRESS="0.0.0.0:99999", PROMETHEUS_ENABLE="true")),
            fails("HTP002", **env(HTTP_ADDRESS="127.0.0.1")),
            warns("NTF006", **env(EMAIL_SMARTHOST="smtp.example.com", EMAIL_FROM="coder@example.com")),
            fails(
                "AIG005",
                **env(
                    AIBRIDGE_PROXY_ENABLED="true",
                    AIBRIDGE_PROXY_CERT_FILE="ca.pem",
                    AIBRIDGE_PROXY_KEY_FILE="ca.key",
                    AIBRIDGE_PROXY_LISTEN_ADDR="8888",
                    AIBRIDGE_PROVIDER_0_TYPE="openai",
                    AIBRIDGE_PROVIDER_0_BASE_URL="https://models.example.com",
                ),
            ),
        ),
        (
            passes(**env(PROMETHEUS_ADDRESS="0.0.0.0:2112", PROMETHEUS_ENABLE="true"), holds={"prometheus.address": "0.0.0.0:2112"}),
            passes(**env(EMAIL_SMARTHOST="smtp.example.com:587", EMAIL_FROM="coder@example.com")),
        ),
    ),
    Trap(
        13,
        "Patterns are RE2, not Python's",
        (
            fails("OPT001", **env(OIDC_GROUP_REGEX_FILTER="^(?!admins).*$")),
            fails("OPT001", **env(OIDC_GROUP_REGEX_FILTER=r"(a)\1")),
            fails("EXT105", **env(EXTERNAL_AUTH_0_TYPE="github", EXTERNAL_AUTH_0_CLIENT_ID="c", EXTERNAL_AUTH_0_REGEX="(?=x)")),
        ),
        (passes(**env(OIDC_GROUP_REGEX_FILTER=r"(?i)^idp-\pL+$"), holds={"oidc.group_regex_filter": r"(?i)^idp-\pL+$"}),),
    ),
    Trap(
        14,
        "A choice ignores case, and the database's way of authentication is then compared exactly",
        (
            warns("DBS005", **env(PG_AUTH="AWSIAMRDS", PG_CONNECTION_URL="postgres://coder@db/coder"), holds={"pg_auth": "AWSIAMRDS"}),
            fails("OPT001", **env(PG_AUTH="iam")),
        ),
        (
            passes(**env(PG_AUTH="awsiamrds", PG_CONNECTION_URL="postgres://coder@db/coder")),
            passes(**stack("{pg_auth: awsiamrds, pg_connection_url: {secretRef: {name: db, key: url}}}"), holds={"pg_auth": "awsiamrds"}),
        ),
    ),
)
