"""How users log in with OpenID Connect."""

from typing import Annotated

from codercfg.options.group import Group
from codercfg.options.kinds import Boolean, Secret, Text, TextList, Url
from codercfg.options.opt import Opt
from codercfg.options.structs import TextMap


class OIDCLoginFields(Group):
    """How users log in with OpenID Connect."""

    allow_signups: Annotated[
        Boolean,
        Opt(
            name="OIDC Allow Signups",
            env="CODER_OIDC_ALLOW_SIGNUPS",
            flag="oidc-allow-signups",
            yaml="oidc.allowSignups",
            description=(
                "Creates an account when an unknown person logs in through the provider. On by default; even when it is off the very first "
                "user gets in and becomes owner."
            ),
            default="true",
            group="OIDC",
        ),
    ] = None
    auth_url_params: Annotated[
        TextMap,
        Opt(
            name="OIDC Auth URL Parameters",
            env="CODER_OIDC_AUTH_URL_PARAMS",
            flag="oidc-auth-url-params",
            yaml="oidc.authURLParams",
            description=(
                "Query parameters added to the address to which people are sent for login. A map of text to text that replaces the "
                "default: without `access_type: offline` some providers send no refresh token, and sessions end early."
            ),
            default='{"access_type": "offline"}',
            group="OIDC",
        ),
    ] = None
    auto_repair_links: Annotated[
        Boolean,
        Opt(
            name="OIDC Auto Repair Links",
            env="CODER_OIDC_REPAIR_LINKS",
            flag="oidc-repair-links",
            yaml="oidc.oidc-repair-links",
            description=(
                "Frees accounts at start that are tied to a former issuer, so that the next login connects them again by mail address. On "
                "by default: after a change of issuer, people there with equal addresses inherit the accounts."
            ),
            default="true",
            group="OIDC",
            hidden=True,
        ),
    ] = None
    client_cert_file: Annotated[
        Text,
        Opt(
            name="OIDC Client Cert File",
            env="CODER_OIDC_CLIENT_CERT_FILE",
            flag="oidc-client-cert-file",
            yaml="oidc.oidcClientCertFile",
            description="Path of the PEM certificate that belongs to `oidc.client_key_file`. Ignored without that key.",
            group="OIDC",
        ),
    ] = None
    client_id: Annotated[
        Text,
        Opt(
            name="OIDC Client ID",
            env="CODER_OIDC_CLIENT_ID",
            flag="oidc-client-id",
            yaml="oidc.clientID",
            description=(
                "Id of Coder at the identity provider; setting it switches login through OpenID Connect on. Then `oidc.issuer_url` is "
                "required and must answer, or the server does not start."
            ),
            group="OIDC",
        ),
    ] = None
    client_key_file: Annotated[
        Text,
        Opt(
            name="OIDC Client Key File",
            env="CODER_OIDC_CLIENT_KEY_FILE",
            flag="oidc-client-key-file",
            yaml="oidc.oidcClientKeyFile",
            description=(
                "Path of the RSA key, in PEM form `BEGIN RSA PRIVATE KEY`, with which Coder proves itself to the provider instead of "
                "`oidc.client_secret`; both together stop start-up. Without `oidc.client_cert_file` the server crashes."
            ),
            group="OIDC",
        ),
    ] = None
    client_secret: Annotated[
        Secret,
        Opt(
            name="OIDC Client Secret",
            env="CODER_OIDC_CLIENT_SECRET",
            flag="oidc-client-secret",
            yaml=None,
            description=(
                "Secret that Coder shares with the identity provider. May stay unset for a public client; not together with "
                "`oidc.client_key_file`."
            ),
            group="OIDC",
            secret=True,
            upstream_secret=True,
        ),
    ] = None
    email_domain: Annotated[
        TextList,
        Opt(
            name="OIDC Email Domain",
            env="CODER_OIDC_EMAIL_DOMAIN",
            flag="oidc-email-domain",
            yaml="oidc.emailDomain",
            description=(
                "Admits only people whose mail address is in one of these domains. Each item is a whole domain such as `example.com`; "
                "subdomains need items of their own."
            ),
            group="OIDC",
        ),
    ] = None
    icon_url: Annotated[
        Url,
        Opt(
            name="OpenID connect icon URL",
            env="CODER_OIDC_ICON_URL",
            flag="oidc-icon-url",
            yaml="oidc.iconURL",
            description="URL or path of the picture on the button that logs in through this provider.",
            group="OIDC",
        ),
    ] = None
    ignore_email_verified: Annotated[
        Boolean,
        Opt(
            name="OIDC Ignore Email Verified",
            env="CODER_OIDC_IGNORE_EMAIL_VERIFIED",
            flag="oidc-ignore-email-verified",
            yaml="oidc.ignoreEmailVerified",
            description=(
                "Accepts mail addresses that the provider itself calls unverified. Accounts are found by that address, so whoever can "
                "enter another person's address at the provider may take over the account."
            ),
            group="OIDC",
        ),
    ] = None
    ignore_user_info: Annotated[
        Boolean,
        Opt(
            name="OIDC Ignore UserInfo",
            env="CODER_OIDC_IGNORE_USERINFO",
            flag="oidc-ignore-userinfo",
            yaml="oidc.ignoreUserInfo",
            description=(
                "Takes claims from the id token alone and does not ask the provider's userinfo endpoint. Claims that only that endpoint "
                "has, often the groups, are then missing."
            ),
            default="false",
            group="OIDC",
        ),
    ] = None
    issuer_url: Annotated[
        Text,
        Opt(
            name="OIDC Issuer URL",
            env="CODER_OIDC_ISSUER_URL",
            flag="oidc-issuer-url",
            yaml="oidc.issuerURL",
            description=(
                "Address of the identity provider, from which its endpoints and keys are learnt. It must equal the issuer that the "
                "provider names, to the last slash, and answer when the server starts; without `oidc.client_id` it is ignored."
            ),
            group="OIDC",
        ),
    ] = None
    redirect_url: Annotated[
        Url,
        Opt(
            name="OIDC Redirect URL",
            env="CODER_OIDC_REDIRECT_URL",
            flag="oidc-redirect-url",
            yaml="oidc.oidc-redirect-url",
            description=(
                "Address of the login callback in place of the one derived from `access_url`, for deployments with several domains. It "
                "must be registered at the provider; with a wrong one every login fails."
            ),
            group="OIDC",
            hidden=True,
        ),
    ] = None
    scopes: Annotated[
        TextList,
        Opt(
            name="OIDC Scopes",
            env="CODER_OIDC_SCOPES",
            flag="oidc-scopes",
            yaml="oidc.scopes",
            description=(
                "Scopes that Coder asks the identity provider for; each item is one. Without `openid` every login fails; `groups` also "
                "sets `oidc.groups_field` when that is empty."
            ),
            default="openid,profile,email",
            group="OIDC",
        ),
    ] = None
    sign_in_text: Annotated[
        Text,
        Opt(
            name="OpenID Connect sign in text",
            env="CODER_OIDC_SIGN_IN_TEXT",
            flag="oidc-sign-in-text",
            yaml="oidc.signInText",
            description="Text on the button that logs in through this provider.",
            default="OpenID Connect",
            group="OIDC",
        ),
    ] = None
    signups_disabled_text: Annotated[
        Text,
        Opt(
            name="Signups disabled text",
            env="CODER_OIDC_SIGNUPS_DISABLED_TEXT",
            flag="oidc-signups-disabled-text",
            yaml="oidc.signupsDisabledText",
            description=(
                "Explanation in Markdown for people who have no account and may not register. Shown only while `oidc.allow_signups` is "
                "false."
            ),
            group="OIDC",
        ),
    ] = None
    skip_issuer_checks: Annotated[
        Boolean,
        Opt(
            name="Skip OIDC issuer checks (not recommended)",
            env="CODER_DANGEROUS_OIDC_SKIP_ISSUER_CHECKS",
            flag="dangerous-oidc-skip-issuer-checks",
            yaml="oidc.dangerousSkipIssuerChecks",
            description=(
                "Accepts tokens and provider metadata that name another issuer than `oidc.issuer_url`. It weakens login; only for "
                "providers with odd issuers."
            ),
            group="OIDC",
        ),
    ] = None
    source_user_info_from_access_token: Annotated[
        Boolean,
        Opt(
            name="OIDC Access Token Claims",
            env="CODER_OIDC_ACCESS_TOKEN_CLAIMS",
            flag="oidc-access-token-claims",
            yaml="oidc.accessTokenClaims",
            description=(
                "Takes further claims from the access token, read as a signed JWT. Needs `oidc.ignore_user_info`, or the server does not "
                "start; its message asks for the opposite."
            ),
            default="false",
            group="OIDC",
            hidden=True,
        ),
    ] = None
