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
                "Opens chosen internal address ranges to the proxy, which otherwise refuses to connect there. CSV of CIDR. "
                "Each range invites request forgery against internal hosts; a bare IP stops start-up."
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
                "Folder for copies of each opened request and answer, meant for debugging only. Directory path. "
                "Conversation content lies readable on disk; empty switches it off."
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
                "Certificate of the private authority with which the proxy re-signs opened TLS traffic. Path, PEM. Required"
                " once the proxy is on; AI clients must trust it."
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
                "Without effect in both releases; the hosts to open follow from the configured providers. CSV of host "
                "names. Kept so that old configurations still parse."
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
                "Starts a separate listener that opens TLS traffic of AI tools and steers it to the gateway. Needs the "
                "authority pair, an access URL and (2.33) a provider."
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
                "Private key of the re-signing authority; its holder can impersonate any site to clients that trust it. "
                "Path, PEM. Required with the certificate; guard like a root key."
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
                "Address and port on which the traffic-opening proxy waits for clients. `host:port`, unchecked text. "
                "Default binds every interface."
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
            description=("Certificate the proxy listener presents to AI tools that reach it over TLS. Path, PEM. Both halves or neither."),
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
            description="Private key for the certificate of the proxy listener. Path, PEM. Both halves or neither.",
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
                "Corporate proxy through which traffic leaves when the AI proxy does not open it. "
                "`http(s)://[user:pass@]host:port`. May carry a password, yet is not marked secret."
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
                "Extra authority file for checking a corporate proxy that speaks TLS. Path, PEM. Read only when the upstream URL is https."
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
