"""The proxy that opens TLS traffic of AI tools and steers it to the gateway."""

from typing import Annotated

from codercfg.options.group import Group
from codercfg.options.kinds import Boolean, Secret, Text, TextList
from codercfg.options.opt import Alias, Opt


class AIBridgeProxyConfig(Group):
    """The proxy that opens TLS traffic of AI tools and steers it to the gateway."""

    allowed_private_cidrs: Annotated[
        TextList,
        Opt(
            name="AI Gateway Proxy Allowed Private CIDRs",
            env="CODER_AI_GATEWAY_PROXY_ALLOWED_PRIVATE_CIDRS",
            flag="ai-gateway-proxy-allowed-private-cidrs",
            yaml="ai_gateway_proxy.allowed_private_cidrs",
            description=(
                "Private networks that the AI proxy may connect to; it refuses all others. Each item is a CIDR such as `10.0.0.0/8`, and a "
                "bare address stops start-up. Each network exposes its hosts to forged requests."
            ),
            group="AI Gateway Proxy",
            aliases=(
                Alias(
                    name="AI Bridge Proxy Allowed Private CIDRs",
                    env="CODER_AIBRIDGE_PROXY_ALLOWED_PRIVATE_CIDRS",
                    flag="aibridge-proxy-allowed-private-cidrs",
                    yaml="aibridgeproxy.allowed_private_cidrs",
                    hidden=True,
                    use_instead=("CODER_AI_GATEWAY_PROXY_ALLOWED_PRIVATE_CIDRS",),
                ),
            ),
        ),
    ] = None
    api_dump_dir: Annotated[
        Text,
        Opt(
            name="AI Gateway Proxy API Dump Directory",
            env="CODER_AI_GATEWAY_PROXY_DUMP_DIR",
            flag="ai-gateway-proxy-dump-dir",
            yaml="ai_gateway_proxy.api_dump_dir",
            description=(
                "Directory into which the AI proxy copies each request it opens and the answer, for debugging only; empty switches it off. "
                "Conversations lie there in readable form."
            ),
            group="AI Gateway Proxy",
            aliases=(
                Alias(
                    name="AI Bridge Proxy API Dump Directory",
                    env="CODER_AIBRIDGE_PROXY_DUMP_DIR",
                    flag="aibridge-proxy-dump-dir",
                    yaml="aibridgeproxy.api_dump_dir",
                    hidden=True,
                    use_instead=("CODER_AI_GATEWAY_PROXY_DUMP_DIR",),
                ),
            ),
        ),
    ] = None
    cert_file: Annotated[
        Text,
        Opt(
            name="AI Gateway Proxy MITM CA Certificate File",
            env="CODER_AI_GATEWAY_PROXY_CERT_FILE",
            flag="ai-gateway-proxy-cert-file",
            yaml="ai_gateway_proxy.cert_file",
            description=(
                "Path of the PEM certificate of your own authority, with which the AI proxy re-signs the TLS traffic it opens. Required "
                "once the proxy is on, together with `ai.aibridge_proxy.key_file`; the AI tools must trust it."
            ),
            group="AI Gateway Proxy",
            aliases=(
                Alias(
                    name="AI Bridge Proxy MITM CA Certificate File",
                    env="CODER_AIBRIDGE_PROXY_CERT_FILE",
                    flag="aibridge-proxy-cert-file",
                    yaml="aibridgeproxy.cert_file",
                    hidden=True,
                    use_instead=("CODER_AI_GATEWAY_PROXY_CERT_FILE",),
                ),
            ),
        ),
    ] = None
    domain_allowlist: Annotated[
        TextList,
        Opt(
            name="AI Gateway Proxy Domain Allowlist",
            env="CODER_AI_GATEWAY_PROXY_DOMAIN_ALLOWLIST",
            flag="ai-gateway-proxy-domain-allowlist",
            yaml="ai_gateway_proxy.domain_allowlist",
            description=(
                "Hosts whose traffic the AI proxy of 2.30 to 2.32 opens. Each item is a host name such as `api.openai.com`, and one that "
                "belongs to no built-in provider stops start-up. From 2.33 it has no effect: the configured providers decide."
            ),
            group="AI Gateway Proxy",
            hidden=True,
            aliases=(
                Alias(
                    name="AI Bridge Proxy Domain Allowlist",
                    env="CODER_AIBRIDGE_PROXY_DOMAIN_ALLOWLIST",
                    flag="aibridge-proxy-domain-allowlist",
                    yaml="aibridgeproxy.domain_allowlist",
                    hidden=True,
                    use_instead=("CODER_AI_GATEWAY_PROXY_DOMAIN_ALLOWLIST",),
                ),
            ),
        ),
    ] = None
    enabled: Annotated[
        Boolean,
        Opt(
            name="AI Gateway Proxy Enabled",
            env="CODER_AI_GATEWAY_PROXY_ENABLED",
            flag="ai-gateway-proxy-enabled",
            yaml="ai_gateway_proxy.enabled",
            description=(
                "Runs a separate listener that opens the TLS traffic of AI tools and steers it to the AI gateway. Needs "
                "`ai.aibridge_proxy.cert_file`, `ai.aibridge_proxy.key_file` and `access_url`, and in 2.33 a provider, or start-up fails."
            ),
            default="false",
            group="AI Gateway Proxy",
            aliases=(
                Alias(
                    name="AI Bridge Proxy Enabled",
                    env="CODER_AIBRIDGE_PROXY_ENABLED",
                    flag="aibridge-proxy-enabled",
                    yaml="aibridgeproxy.enabled",
                    default="false",
                    hidden=True,
                    use_instead=("CODER_AI_GATEWAY_PROXY_ENABLED",),
                ),
            ),
        ),
    ] = None
    key_file: Annotated[
        Text,
        Opt(
            name="AI Gateway Proxy MITM CA Key File",
            env="CODER_AI_GATEWAY_PROXY_KEY_FILE",
            flag="ai-gateway-proxy-key-file",
            yaml="ai_gateway_proxy.key_file",
            description=(
                "Path of the PEM private key that belongs to `ai.aibridge_proxy.cert_file`; required once the AI proxy is on. Whoever "
                "holds it can impersonate any site to clients that trust the authority, so guard it like a root key."
            ),
            group="AI Gateway Proxy",
            aliases=(
                Alias(
                    name="AI Bridge Proxy MITM CA Key File",
                    env="CODER_AIBRIDGE_PROXY_KEY_FILE",
                    flag="aibridge-proxy-key-file",
                    yaml="aibridgeproxy.key_file",
                    hidden=True,
                    use_instead=("CODER_AI_GATEWAY_PROXY_KEY_FILE",),
                ),
            ),
        ),
    ] = None
    listen_addr: Annotated[
        Text,
        Opt(
            name="AI Gateway Proxy Listen Address",
            env="CODER_AI_GATEWAY_PROXY_LISTEN_ADDR",
            flag="ai-gateway-proxy-listen-addr",
            yaml="ai_gateway_proxy.listen_addr",
            description=(
                "Address on which the AI proxy waits for clients, as `host:port`; without a host, as in the default, it is every "
                "interface. A missing port is found only when the server starts to listen, and stops it."
            ),
            default=":8888",
            group="AI Gateway Proxy",
            aliases=(
                Alias(
                    name="AI Bridge Proxy Listen Address",
                    env="CODER_AIBRIDGE_PROXY_LISTEN_ADDR",
                    flag="aibridge-proxy-listen-addr",
                    yaml="aibridgeproxy.listen_addr",
                    default=":8888",
                    hidden=True,
                    use_instead=("CODER_AI_GATEWAY_PROXY_LISTEN_ADDR",),
                ),
            ),
        ),
    ] = None
    tls_cert_file: Annotated[
        Text,
        Opt(
            name="AI Gateway Proxy TLS Certificate File",
            env="CODER_AI_GATEWAY_PROXY_TLS_CERT_FILE",
            flag="ai-gateway-proxy-tls-cert-file",
            yaml="ai_gateway_proxy.tls_cert_file",
            description=(
                "Path of the PEM certificate that the AI proxy shows to tools that reach it over TLS. Set it together with "
                "`ai.aibridge_proxy.tls_key_file`; one alone stops start-up."
            ),
            group="AI Gateway Proxy",
            aliases=(
                Alias(
                    name="AI Bridge Proxy TLS Certificate File",
                    env="CODER_AIBRIDGE_PROXY_TLS_CERT_FILE",
                    flag="aibridge-proxy-tls-cert-file",
                    yaml="aibridgeproxy.tls_cert_file",
                    hidden=True,
                    use_instead=("CODER_AI_GATEWAY_PROXY_TLS_CERT_FILE",),
                ),
            ),
        ),
    ] = None
    tls_key_file: Annotated[
        Text,
        Opt(
            name="AI Gateway Proxy TLS Key File",
            env="CODER_AI_GATEWAY_PROXY_TLS_KEY_FILE",
            flag="ai-gateway-proxy-tls-key-file",
            yaml="ai_gateway_proxy.tls_key_file",
            description="Path of the PEM private key for `ai.aibridge_proxy.tls_cert_file`. Set both or neither; one alone stops start-up.",
            group="AI Gateway Proxy",
            aliases=(
                Alias(
                    name="AI Bridge Proxy TLS Key File",
                    env="CODER_AIBRIDGE_PROXY_TLS_KEY_FILE",
                    flag="aibridge-proxy-tls-key-file",
                    yaml="aibridgeproxy.tls_key_file",
                    hidden=True,
                    use_instead=("CODER_AI_GATEWAY_PROXY_TLS_KEY_FILE",),
                ),
            ),
        ),
    ] = None
    upstream_proxy: Annotated[
        Secret,
        Opt(
            name="AI Gateway Proxy Upstream Proxy",
            env="CODER_AI_GATEWAY_PROXY_UPSTREAM",
            flag="ai-gateway-proxy-upstream",
            yaml="ai_gateway_proxy.upstream_proxy",
            description=(
                "Corporate proxy through which the traffic leaves that the AI proxy does not open, as `http://host:port` or "
                "`https://user:password@host:port`. It counts as secret here because it may hold a password; Coder itself does not treat "
                "it so."
            ),
            group="AI Gateway Proxy",
            secret=True,
            aliases=(
                Alias(
                    name="AI Bridge Proxy Upstream Proxy",
                    env="CODER_AIBRIDGE_PROXY_UPSTREAM",
                    flag="aibridge-proxy-upstream",
                    yaml="aibridgeproxy.upstream_proxy",
                    hidden=True,
                    use_instead=("CODER_AI_GATEWAY_PROXY_UPSTREAM",),
                ),
            ),
        ),
    ] = None
    upstream_proxy_ca: Annotated[
        Text,
        Opt(
            name="AI Gateway Proxy Upstream Proxy CA",
            env="CODER_AI_GATEWAY_PROXY_UPSTREAM_CA",
            flag="ai-gateway-proxy-upstream-ca",
            yaml="ai_gateway_proxy.upstream_proxy_ca",
            description=(
                "Path of a PEM file with the authorities that sign the certificate of `ai.aibridge_proxy.upstream_proxy`. Read only when "
                "that address is https."
            ),
            group="AI Gateway Proxy",
            aliases=(
                Alias(
                    name="AI Bridge Proxy Upstream Proxy CA",
                    env="CODER_AIBRIDGE_PROXY_UPSTREAM_CA",
                    flag="aibridge-proxy-upstream-ca",
                    yaml="aibridgeproxy.upstream_proxy_ca",
                    hidden=True,
                    use_instead=("CODER_AI_GATEWAY_PROXY_UPSTREAM_CA",),
                ),
            ),
        ),
    ] = None
