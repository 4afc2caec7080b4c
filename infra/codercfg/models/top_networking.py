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
                "Public address of the deployment; links, agent connections and login callbacks are derived from it. URL, "
                "http or https. Empty opens a public tunnel; a wrong host breaks agents and logins."
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
                "Adds rules to the browser content policy of the dashboard pages. CSV of `directive value …`. Widens what "
                "pages may load; malformed items are only logged."
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
                "Old combined bind address, superseded by `CODER_HTTP_ADDRESS` and `CODER_TLS_ADDRESS`. `host:port`. "
                "Overrides one listener and clears the other."
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
            description="Help page offered for a failing agent when its template names none.",
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
                "Refuses workspace apps served under the dashboard's own host name. Without a wildcard URL users lose their web apps."
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
            description="Base of all documentation links shown in the product. Also changes default support links.",
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
                "Address on which the server accepts plain, unencrypted HTTP. `host:port`, unchecked text. Default is "
                "loopback; may be empty only with TLS on."
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
                "How often the server tests whether its workspace proxies respond. 0 or less becomes one minute; proxies need a licence."
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
                "Header names from which the real client address is read behind a reverse proxy. CSV of header names. "
                "Ignored until trusted origins are set."
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
                "Networks of the reverse proxies whose forwarding headers the server believes. CSV of CIDR. Too wide a "
                "range lets clients forge addresses in audit and rate limits."
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
                "Sends requests that arrive under another host name, or without TLS, to the access URL. Behind a TLS-"
                "terminating proxy with an https access URL it loops forever."
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
                "Kind of Git SSH key that Coder creates for each user. `ecdsa`, `ed25519` or `rsa4096`. Existing keys stay;"
                " unknown value stops start-up."
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
                "How long browsers remember to use only HTTPS for this host; sent with dashboard pages. Seconds; 0 = off. "
                "Browsers keep obeying after you remove it."
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
                "Extends the HTTPS-only rule to subdomains or to the browsers' preload lists. CSV of `preload`, "
                "`includeSubDomains`. Read only with a max age above 0; preload is hard to revert."
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
                "Drawing method of the browser terminal; influences speed and display faults only. `canvas`, `dom` or "
                "`webgl`. Never checked; a typo is accepted."
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
            description=(
                "Tunnel server that is used while no access URL is set. Host name. Irrelevant with an access URL; lacks the usual prefix."
            ),
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
                "Host pattern under which each workspace app gets its own subdomain, apart from the dashboard. Host pattern"
                " `*.example.com`, no scheme. Needs wildcard DNS and certificate; empty leaves path apps only."
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
                "Ending of the host names under which SSH clients and Coder Desktop find workspaces. DNS suffix, no leading"
                " dot. A change renames every user's SSH hosts; leading dot stops start-up."
            ),
            default="coder",
            group="Client",
        ),
    ] = None
