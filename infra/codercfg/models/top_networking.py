"""Top-level options about how the deployment is reached."""

from typing import Annotated

from codercfg.options.group import Group
from codercfg.options.kinds import Boolean, Duration, HostPort, Integer, Text, TextList, Url
from codercfg.options.opt import Opt


class NetworkingFields(Group):
    """Top-level options about how the deployment is reached."""

    access_url: Annotated[
        Url,
        Opt(
            name="Access URL",
            env="CODER_ACCESS_URL",
            flag="access-url",
            yaml="networking.accessURL",
            description=(
                "Address of the deployment as users and workspaces see it, http or https; links, agent connections and login callbacks "
                "derive from it. While it is empty the server opens a public tunnel; with a wrong host agents and logins fail."
            ),
            group="Networking",
            workspace_proxy=True,
        ),
    ] = None
    additional_csp_policy: Annotated[
        TextList,
        Opt(
            name="Additional CSP Policy",
            env="CODER_ADDITIONAL_CSP_POLICY",
            flag="additional-csp-policy",
            yaml="networking.http.additionalCSPPolicy",
            description=(
                "Rules added to the content security policy of the dashboard's pages. Each item is a directive and its values, such as "
                "`frame-src https://example.com`. It widens what pages may load; a malformed item is only logged."
            ),
            group="Networking / HTTP",
        ),
    ] = None
    address: Annotated[
        HostPort,
        Opt(
            name="Address",
            env="CODER_ADDRESS",
            flag="address",
            yaml=None,
            description=(
                "Older address to listen on, as `host:port`, superseded by `http_address` and `tls.address`. It takes the place of the "
                "second while TLS is on, else of the first, and clears the other."
            ),
            group="Networking",
            shorthand="a",
            hidden=True,
            workspace_proxy=True,
            use_instead=(
                "CODER_HTTP_ADDRESS",
                "CODER_TLS_ADDRESS",
            ),
        ),
    ] = None
    agent_fallback_troubleshooting_url: Annotated[
        Url,
        Opt(
            name="Agent Fallback Troubleshooting URL",
            env="CODER_AGENT_FALLBACK_TROUBLESHOOTING_URL",
            flag="agent-fallback-troubleshooting-url",
            yaml="agentFallbackTroubleshootingURL",
            description="Address of the help page offered for a failing agent when its template names none.",
            default="https://coder.com/docs/admin/templates/troubleshooting",
            hidden=True,
        ),
    ] = None
    disable_path_apps: Annotated[
        Boolean,
        Opt(
            name="Disable Path Apps",
            env="CODER_DISABLE_PATH_APPS",
            flag="disable-path-apps",
            yaml="disablePathApps",
            description=(
                "Refuses workspace apps under the dashboard's own host name. Without `wildcard_access_url` users then have no web apps at "
                "all."
            ),
            workspace_proxy=True,
        ),
    ] = None
    docs_url: Annotated[
        Url,
        Opt(
            name="Docs URL",
            env="CODER_DOCS_URL",
            flag="docs-url",
            yaml="networking.docsURL",
            description="Base address of all links to the documentation; the default support links follow it too.",
            default="https://coder.com/docs",
            group="Networking",
            workspace_proxy=True,
        ),
    ] = None
    http_address: Annotated[
        Text,
        Opt(
            name="HTTP Address",
            env="CODER_HTTP_ADDRESS",
            flag="http-address",
            yaml="networking.http.httpAddress",
            description=(
                "Address on which the server accepts plain HTTP, as `host:port`. The server's own default is loopback. It may be empty "
                "only with `tls.enable`; without a port, or with a scheme, the server stops when it starts to listen."
            ),
            default="127.0.0.1:3000",
            group="Networking / HTTP",
            workspace_proxy=True,
        ),
    ] = None
    proxy_health_status_interval: Annotated[
        Duration,
        Opt(
            name="Proxy Health Check Interval",
            env="CODER_PROXY_HEALTH_INTERVAL",
            flag="proxy-health-interval",
            yaml="networking.http.proxyHealthInterval",
            description=(
                "How often the server tests whether its workspace proxies answer. A duration such as `1m`, which 0 or less also means; "
                "workspace proxies need a licence."
            ),
            default="1m0s",
            group="Networking / HTTP",
        ),
    ] = None
    proxy_trusted_headers: Annotated[
        TextList,
        Opt(
            name="Proxy Trusted Headers",
            env="CODER_PROXY_TRUSTED_HEADERS",
            flag="proxy-trusted-headers",
            yaml="networking.proxyTrustedHeaders",
            description=(
                "Headers in which reverse proxies name the real address of a client. Each item is a header name such as `X-Forwarded-For`. "
                "Ignored unless `proxy_trusted_origins` is set."
            ),
            group="Networking",
            workspace_proxy=True,
        ),
    ] = None
    proxy_trusted_origins: Annotated[
        TextList,
        Opt(
            name="Proxy Trusted Origins",
            env="CODER_PROXY_TRUSTED_ORIGINS",
            flag="proxy-trusted-origins",
            yaml="networking.proxyTrustedOrigins",
            description=(
                "Networks of the reverse proxies whose `proxy_trusted_headers` the server believes. Each item is a CIDR such as "
                "`10.0.0.0/8`; a bare address stops start-up. Too wide a network lets clients forge their address in the audit log and "
                "rate limits."
            ),
            group="Networking",
            workspace_proxy=True,
        ),
    ] = None
    redirect_to_access_url: Annotated[
        Boolean,
        Opt(
            name="Redirect to Access URL",
            env="CODER_REDIRECT_TO_ACCESS_URL",
            flag="redirect-to-access-url",
            yaml="networking.redirectToAccessURL",
            description=(
                "Redirects requests that arrive under another host name, or without TLS, to `access_url`. When that is https and a proxy "
                "in front ends TLS, it redirects for ever."
            ),
            group="Networking",
        ),
    ] = None
    ssh_keygen_algorithm: Annotated[
        Text,
        Opt(
            name="SSH Keygen Algorithm",
            env="CODER_SSH_KEYGEN_ALGORITHM",
            flag="ssh-keygen-algorithm",
            yaml="sshKeygenAlgorithm",
            description=(
                "Kind of Git SSH key that Coder makes for each user: `ed25519`, `ecdsa` or `rsa4096`. Keys made before stay as they are; "
                "any other word stops start-up."
            ),
            default="ed25519",
        ),
    ] = None
    strict_transport_security: Annotated[
        Integer,
        Opt(
            name="Strict-Transport-Security",
            env="CODER_STRICT_TRANSPORT_SECURITY",
            flag="strict-transport-security",
            yaml="networking.tls.strictTransportSecurity",
            description=(
                "How many seconds browsers remember to use only HTTPS for this host (the HSTS header); 0 sends no header. Browsers go on "
                "obeying after you remove it."
            ),
            default="0",
            group="Networking / TLS",
            workspace_proxy=True,
        ),
    ] = None
    strict_transport_security_options: Annotated[
        TextList,
        Opt(
            name="Strict-Transport-Security Options",
            env="CODER_STRICT_TRANSPORT_SECURITY_OPTIONS",
            flag="strict-transport-security-options",
            yaml="networking.tls.strictTransportSecurityOptions",
            description=(
                "Extends the HSTS header of `strict_transport_security`: `includeSubDomains` to all subdomains, `preload` to the lists "
                "built into browsers, which is hard to take back. Each item is one of the two words; unused while that option is 0."
            ),
            group="Networking / TLS",
            workspace_proxy=True,
        ),
    ] = None
    web_terminal_renderer: Annotated[
        Text,
        Opt(
            name="Web Terminal Renderer",
            env="CODER_WEB_TERMINAL_RENDERER",
            flag="web-terminal-renderer",
            yaml="client.webTerminalRenderer",
            description=(
                "How the browser draws the web terminal: `canvas`, `webgl` or `dom`. It affects speed and display faults only; any text is "
                "accepted, and browsers then choose another renderer."
            ),
            default="canvas",
            group="Client",
        ),
    ] = None
    wgtunnel_host: Annotated[
        Text,
        Opt(
            name="Custom wgtunnel Host",
            env="WGTUNNEL_HOST",
            flag="wg-tunnel-host",
            yaml="wgtunnelHost",
            description="Host of the public tunnel that the server opens while `access_url` is empty. Without effect otherwise.",
            hidden=True,
        ),
    ] = None
    wildcard_access_url: Annotated[
        Text,
        Opt(
            name="Wildcard Access URL",
            env="CODER_WILDCARD_ACCESS_URL",
            flag="wildcard-access-url",
            yaml="networking.wildcardAccessURL",
            description=(
                "Host pattern under which each workspace app gets a subdomain of its own, such as `*.apps.example.com`, without scheme. "
                "Needs wildcard DNS and a matching certificate; while it is empty apps run only under the dashboard's own host name."
            ),
            group="Networking",
            validated=True,
            workspace_proxy=True,
        ),
    ] = None
    workspace_hostname_suffix: Annotated[
        Text,
        Opt(
            name="Workspace Hostname Suffix",
            env="CODER_WORKSPACE_HOSTNAME_SUFFIX",
            flag="workspace-hostname-suffix",
            yaml="client.workspaceHostnameSuffix",
            description=(
                "Ending of the host names under which SSH and Coder Desktop find workspaces, such as `coder`. A leading dot stops "
                "start-up, from 2.34 also white space and wildcards. A change renames the hosts of every user."
            ),
            default="coder",
            group="Client",
        ),
    ] = None
