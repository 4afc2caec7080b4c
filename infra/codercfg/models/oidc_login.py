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
                "Creates an account the first time an unknown person logs in through the provider. On by default; the first"
                " user ever becomes owner even when off."
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
                "Extra query parameters on the login redirect, for instance to obtain refresh tokens. Map, JSON or YAML. "
                "Your value replaces the default, so offline access may end."
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
                "At start, frees accounts tied to a former issuer so their next login reconnects them by mail address. "
                "Default on: a changed issuer can inherit accounts with equal addresses."
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
            description=(
                "Public certificate that belongs to the signing key used instead of a secret. Path, PEM. Ignored without the key file."
            ),
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
                "Identifies Coder at the identity provider; any value switches this login on. Issuer is then mandatory and "
                "must answer at start."
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
                "RSA key with which Coder signs in to the provider instead of a shared secret. Path, PEM. Together with a "
                "client secret it stops start-up."
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
            description="Shared secret between Coder and the identity provider. May be empty for public clients.",
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
                "Admits only people whose mail address ends in one of these domains. CSV of domains. Whole-domain match: "
                "list subdomains too; stray blanks never match."
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
            description="Picture shown on the login button for this provider.",
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
                "Accepts mail addresses that the provider itself marks as unconfirmed. Unconfirmed addresses can take over "
                "existing accounts (newer code spares linked ones)."
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
                "Reads user details from the id token alone and makes no second request. Claims found only at the userinfo "
                "endpoint, often groups, go missing."
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
                "Address of the identity provider, where its endpoints and keys are discovered. Must equal the issuer "
                "exactly; ignored without client id."
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
                "Overrides the host of the login callback, for deployments with several domains. Must be registered at the "
                "provider; a wrong value breaks login."
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
                "Scopes that Coder requests from the identity provider at login. CSV of names. Keep `openid`; adding "
                "`groups` also sets the group claim."
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
            description="Label printed on the login button for this provider.",
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
            description="Explanation that unknown people read when they may not register. Markdown.",
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
                "Accepts tokens and provider metadata that name another issuer than the configured one. Weakens login "
                "security; only for providers with odd issuers."
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
                "Takes additional user details from the access token, read as a signed JWT. Needs userinfo switched off; "
                "the error text is inverted."
            ),
            default="false",
            group="OIDC",
            hidden=True,
        ),
    ] = None
