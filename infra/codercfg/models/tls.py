"""TLS that the server terminates itself."""

from typing import Annotated

from codercfg.options.group import Group
from codercfg.options.kinds import Boolean, HostPort, Text, TextList
from codercfg.options.opt import Opt


class TLSConfig(Group):
    """TLS that the server terminates itself."""

    address: Annotated[
        HostPort,
        Opt(
            name="TLS Address",
            env="CODER_TLS_ADDRESS",
            flag="tls-address",
            yaml="networking.tls.address",
            description="Address on which the server accepts HTTPS while TLS is on. `host:port`. Default is loopback.",
            default="127.0.0.1:3443",
            group="Networking / TLS",
            workspace_proxy=True,
        ),
    ] = None
    allow_insecure_ciphers: Annotated[
        Boolean,
        Opt(
            name="TLS Allow Insecure Ciphers",
            env="CODER_TLS_ALLOW_INSECURE_CIPHERS",
            flag="tls-allow-insecure-ciphers",
            yaml="networking.tls.tlsAllowInsecureCiphers",
            description=("Admits cipher suites that Go considers weak into the custom list. Matters only together with a custom list."),
            default="false",
            group="Networking / TLS",
            workspace_proxy=True,
        ),
    ] = None
    cert_file: Annotated[
        TextList,
        Opt(
            name="TLS Certificate Files",
            env="CODER_TLS_CERT_FILE",
            flag="tls-cert-file",
            yaml="networking.tls.certFiles",
            description=(
                "Certificate chains for the HTTPS listener, own certificate before the issuing ones. CSV of paths, PEM. "
                "Same number as key files; none means a self-signed certificate."
            ),
            group="Networking / TLS",
            workspace_proxy=True,
        ),
    ] = None
    client_auth: Annotated[
        Text,
        Opt(
            name="TLS Client Auth",
            env="CODER_TLS_CLIENT_AUTH",
            flag="tls-client-auth",
            yaml="networking.tls.clientAuth",
            description=(
                "Whether visitors of the HTTPS listener must show a certificate, and whether it is checked. `none`, "
                "`require-and-verify`, `verify-if-given`, `require-any`, `request`. Plain text: a typo stops start-up; "
                "strict modes lock out browsers and agents."
            ),
            default="none",
            group="Networking / TLS",
            workspace_proxy=True,
        ),
    ] = None
    client_ca_file: Annotated[
        Text,
        Opt(
            name="TLS Client CA Files",
            env="CODER_TLS_CLIENT_CA_FILE",
            flag="tls-client-ca-file",
            yaml="networking.tls.clientCAFile",
            description=(
                "Authority file against which certificates shown by visitors are checked. Path, PEM. Matters only with a "
                "verifying client-auth mode."
            ),
            group="Networking / TLS",
            workspace_proxy=True,
        ),
    ] = None
    client_cert_file: Annotated[
        Text,
        Opt(
            name="TLS Client Cert File",
            env="CODER_TLS_CLIENT_CERT_FILE",
            flag="tls-client-cert-file",
            yaml="networking.tls.clientCertFile",
            description=(
                "Certificate that Coder itself shows on outgoing HTTPS calls, such as to identity providers. Path, PEM. One"
                " half alone is silently ignored; the pair disables proxy variables for these calls."
            ),
            group="Networking / TLS",
            workspace_proxy=True,
        ),
    ] = None
    client_key_file: Annotated[
        Text,
        Opt(
            name="TLS Client Key File",
            env="CODER_TLS_CLIENT_KEY_FILE",
            flag="tls-client-key-file",
            yaml="networking.tls.clientKeyFile",
            description=(
                "Private key for the certificate that Coder shows on outgoing HTTPS calls. Path, PEM. One half alone is silently ignored."
            ),
            group="Networking / TLS",
            workspace_proxy=True,
        ),
    ] = None
    enable: Annotated[
        Boolean,
        Opt(
            name="TLS Enable",
            env="CODER_TLS_ENABLE",
            flag="tls-enable",
            yaml="networking.tls.enable",
            description=(
                "Makes the server listen for HTTPS itself, next to plain HTTP. Without certificate files it serves a self-signed one."
            ),
            group="Networking / TLS",
            workspace_proxy=True,
        ),
    ] = None
    key_file: Annotated[
        TextList,
        Opt(
            name="TLS Key Files",
            env="CODER_TLS_KEY_FILE",
            flag="tls-key-file",
            yaml="networking.tls.keyFiles",
            description=(
                "Private keys for the server certificates, in the same order as those. CSV of paths, PEM. Same number as certificates."
            ),
            group="Networking / TLS",
            workspace_proxy=True,
        ),
    ] = None
    min_version: Annotated[
        Text,
        Opt(
            name="TLS Minimum Version",
            env="CODER_TLS_MIN_VERSION",
            flag="tls-min-version",
            yaml="networking.tls.minVersion",
            description=(
                "Oldest protocol version the HTTPS listener still speaks with clients. `tls10` to `tls13`. Plain text: a "
                "typo stops start-up; old versions are unsafe."
            ),
            default="tls12",
            group="Networking / TLS",
            workspace_proxy=True,
        ),
    ] = None
    redirect_http: Annotated[
        Boolean,
        Opt(
            name="Redirect HTTP to HTTPS",
            env="CODER_TLS_REDIRECT_HTTP_TO_HTTPS",
            flag="tls-redirect-http-to-https",
            yaml="networking.tls.redirectHTTP",
            description=(
                "Old switch, superseded by `CODER_REDIRECT_TO_ACCESS_URL`, which it overwrites while TLS is on. Acts only "
                "when the env is true or the flag is given."
            ),
            default="true",
            group="Networking / TLS",
            hidden=True,
            workspace_proxy=True,
            use_instead=("CODER_REDIRECT_TO_ACCESS_URL",),
        ),
    ] = None
    supported_ciphers: Annotated[
        TextList,
        Opt(
            name="TLS Ciphers",
            env="CODER_TLS_CIPHERS",
            flag="tls-ciphers",
            yaml="networking.tls.tlsCiphers",
            description=(
                "Narrows the cipher suites for TLS 1.2 and older to the listed ones. CSV of Go cipher names. Stops start-up"
                " with `tls13` or unknown names."
            ),
            group="Networking / TLS",
            workspace_proxy=True,
        ),
    ] = None
