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
            description=(
                "Address on which the server itself accepts HTTPS, as `host:port`; used only with `tls.enable`. The default is loopback, "
                "which nothing outside reaches."
            ),
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
            description="Permits suites in `tls.supported_ciphers` that Go counts as insecure. It matters only together with that list.",
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
                "PEM files with the certificates of the HTTPS listener, each followed by those of its issuers. Each item is a path; as "
                "many as in `tls.key_file`, in the same order. Without any, the server makes a self-signed certificate at each start."
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
                "Whether visitors of the HTTPS listener show a certificate: `none`, `request`, `require-any`, `verify-if-given` or "
                "`require-and-verify`. Any other word stops start-up; the strict modes lock out browsers and agents that have none."
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
                "Path of a PEM file with the authorities that sign visitors' certificates, for the verifying modes of `tls.client_auth`. "
                "Without it any authority that the system trusts is good enough; a broken file stops start-up in every mode."
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
                "Path of the PEM certificate that Coder shows on outgoing HTTPS calls, such as to identity providers. Ignored without "
                "`tls.client_key_file`; the pair switches proxy variables off for these calls."
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
                "Path of the PEM private key for `tls.client_cert_file`. One without the other is ignored; a pair that does not fit stops "
                "start-up."
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
                "Makes the server speak HTTPS itself on `tls.address`, next to plain HTTP. Without `tls.cert_file` it makes a self-signed "
                "certificate, which no browser and no agent trusts."
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
                "PEM files with the private keys of the HTTPS listener. Each item is a path; as many as in `tls.cert_file`, in the same "
                "order, or the server does not start."
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
                "Oldest TLS version that the HTTPS listener speaks: `tls10`, `tls11`, `tls12` or `tls13`. Any other word stops start-up; "
                "`tls10` and `tls11` are unsafe."
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
                "Sends plain HTTP requests to HTTPS; superseded by `redirect_to_access_url`. Only a true that you set has an effect: it "
                "overwrites that option while `tls.enable` is on."
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
                "Narrows the cipher suites for TLS 1.2 and older. Each item is a Go name such as `TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256`; "
                "an unknown one stops start-up, and so does the list beside `tls13` in `tls.min_version`."
            ),
            group="Networking / TLS",
            workspace_proxy=True,
        ),
    ] = None
