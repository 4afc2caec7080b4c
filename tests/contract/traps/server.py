"""Traps of the server's start-up checks: 31 to 41, 46."""

from __future__ import annotations

from base64 import standard_b64encode, urlsafe_b64encode

from contract.traps.trap import Trap, env, fails, passes, warns

OIDC = {"OIDC_CLIENT_ID": "coder", "OIDC_CLIENT_SECRET": "fake-secret", "OIDC_ISSUER_URL": "https://id.example.com"}
GITHUB = {"OAUTH2_GITHUB_CLIENT_ID": "Iv1.fake", "OAUTH2_GITHUB_CLIENT_SECRET": "fake-secret"}
HSTS = {"STRICT_TRANSPORT_SECURITY_OPTIONS": "includeSubdomain"}
MINUTE = 60 * 10**9
KEY = bytes([0xFB] * 32)  # its base64 has characters that the URL-safe form writes otherwise
PER_BRAND = "CIRCUIT_BREAKER_FAILURE_THRESHOLD"

TRAPS = (
    Trap(
        31,
        "Sessions of 30 days need longer refresh tokens; equal is not enough",
        (fails("SES002", **env(SESSION_DURATION="720h")), fails("SES002", **env(SESSION_DURATION="30d"))),
        (
            passes(**env(SESSION_DURATION="719h59m59s")),
            passes(**env(SESSION_DURATION="30d", DEFAULT_OAUTH_REFRESH_LIFETIME="31d")),
        ),
    ),
    Trap(
        32,
        "/dev/null as the only log fails",
        (fails("LOG001", **env(LOGGING_HUMAN="/dev/null")),),
        (
            passes(**env(LOGGING_HUMAN="/dev/null", LOGGING_JSON="/dev/stderr")),
            passes(**env(LOGGING_HUMAN="/dev/stderr"), holds={"logging.human": "/dev/stderr"}),
        ),
    ),
    Trap(
        33,
        "OpenID Connect: claims of the token exclude userinfo, an issuer alone is off, allowed groups need a claim",
        (
            fails("OID008", **env(**OIDC, OIDC_ACCESS_TOKEN_CLAIMS="true")),
            warns("OID002", **env(OIDC_ISSUER_URL="https://id.example.com")),
            fails("OID007", **env(**OIDC, OIDC_ALLOWED_GROUPS="staff")),
        ),
        (
            passes(**env(**OIDC, OIDC_ACCESS_TOKEN_CLAIMS="true", OIDC_IGNORE_USERINFO="true")),
            passes(**env(**OIDC, OIDC_ALLOWED_GROUPS="staff", OIDC_GROUP_FIELD="groups")),
            passes(**env(**OIDC, OIDC_ALLOWED_GROUPS="staff", OIDC_SCOPES="openid,profile,email,groups")),
        ),
    ),
    Trap(
        34,
        "GitHub: teams need organizations, and everyone excludes both",
        (
            fails("GHB004", **env(OAUTH2_GITHUB_ALLOWED_TEAMS="acme/dev", **GITHUB)),
            fails("GHB001", **env(OAUTH2_GITHUB_ALLOW_EVERYONE="true", OAUTH2_GITHUB_ALLOWED_ORGS="acme", **GITHUB)),
            fails("GHB002", **env(OAUTH2_GITHUB_ALLOW_EVERYONE="true", OAUTH2_GITHUB_ALLOWED_TEAMS="acme/dev", **GITHUB)),
        ),
        (
            passes(**env(OAUTH2_GITHUB_ALLOWED_ORGS="acme", OAUTH2_GITHUB_ALLOWED_TEAMS="acme/dev", **GITHUB)),
            passes(**env(OAUTH2_GITHUB_ALLOW_EVERYONE="true", **GITHUB)),
        ),
    ),
    Trap(
        35,
        "HSTS options count with an age, TLS words with TLS, and half a client pair is ignored",
        (
            fails("HTP005", **env(STRICT_TRANSPORT_SECURITY="31536000", **HSTS)),
            warns("HTP006", **env(**HSTS)),
            fails("TLS003", **env(TLS_ENABLE="true", TLS_MIN_VERSION="1.2")),
            warns("TLS015", **env(TLS_MIN_VERSION="1.2")),
            warns("TLS012", **env(TLS_CLIENT_CERT_FILE="client.pem")),
        ),
        (
            passes(**env(STRICT_TRANSPORT_SECURITY="31536000", STRICT_TRANSPORT_SECURITY_OPTIONS="includeSubDomains,preload")),
            passes(**env(TLS_ENABLE="true", TLS_MIN_VERSION="tls12", TLS_CERT_FILE="a.pem", TLS_KEY_FILE="a.key")),
            passes(**env(TLS_CLIENT_CERT_FILE="client.pem", TLS_CLIENT_KEY_FILE="client.key")),
        ),
    ),
    Trap(
        36,
        "`disable` is an item of the STUN addresses, in lower case, and ends the list",
        (
            warns("DRP009", **env(DERP_SERVER_STUN_ADDRESSES="stun.example.com:3478,disable,broken")),
            fails("DRP002", **env(DERP_SERVER_STUN_ADDRESSES="Disable")),
            fails("DRP002", **env(DERP_SERVER_STUN_ADDRESSES="broken,disable")),
        ),
        (passes(**env(DERP_SERVER_STUN_ADDRESSES="disable")), passes(**env(DERP_SERVER_STUN_ADDRESSES="stun.example.com:3478"))),
    ),
    Trap(
        37,
        "Encryption keys are 32 bytes in standard base64 with padding",
        (
            fails("ENC001", **env(EXTERNAL_TOKEN_ENCRYPTION_KEYS=urlsafe_b64encode(KEY).decode())),
            fails("ENC001", **env(EXTERNAL_TOKEN_ENCRYPTION_KEYS=standard_b64encode(KEY).decode().rstrip("="))),
            fails("ENC001", **env(EXTERNAL_TOKEN_ENCRYPTION_KEYS=standard_b64encode(KEY[:16]).decode())),
        ),
        (passes(**env(EXTERNAL_TOKEN_ENCRYPTION_KEYS=standard_b64encode(KEY).decode())),),
    ),
    Trap(
        38,
        "Experiments, policies of content, quiet hours and the method of notifications never stop the server",
        (
            warns("SRV002", **env(EXPERIMENTS="no-such-experiment")),
            warns("HTP007", **env(ADDITIONAL_CSP_POLICY="frame-src")),
            warns("HTP009", **env(ADDITIONAL_CSP_POLICY="frame-source https://x.example")),
            warns("SRV003", **env(QUIET_HOURS_DEFAULT_SCHEDULE="at night")),
            warns("NTF002", **env(NOTIFICATIONS_METHOD="email")),
        ),
        (
            passes(**env(EXPERIMENTS="*")),
            passes(**env(ADDITIONAL_CSP_POLICY="frame-src https://x.example")),
            passes(**env(QUIET_HOURS_DEFAULT_SCHEDULE="CRON_TZ=Europe/Berlin 30 2 * * *")),
            passes(**env(NOTIFICATIONS_METHOD="webhook", NOTIFICATIONS_WEBHOOK_ENDPOINT="https://hooks.example.com")),
        ),
    ),
    Trap(
        39,
        "Delivering a message must take less than a lease that the documentation hides",
        (fails("NTF003", **env(NOTIFICATIONS_DISPATCH_TIMEOUT="2m")),),
        (
            passes(**env(NOTIFICATIONS_DISPATCH_TIMEOUT="119s"), holds={"notifications.dispatch_timeout": 119 * 10**9}),
            passes(
                **env(NOTIFICATIONS_DISPATCH_TIMEOUT="2m", NOTIFICATIONS_LEASE_PERIOD="3m"),
                holds={"notifications.lease_period": 3 * MINUTE},
            ),
        ),
    ),
    Trap(
        40,
        "Intervals of 0 or less crash the server",
        (
            fails("NTF005", **env(NOTIFICATIONS_FETCH_INTERVAL="0")),
            fails("NTF005", **env(NOTIFICATIONS_STORE_SYNC_INTERVAL="-1s")),
            fails("SRV001", **env(AUTOBUILD_POLL_INTERVAL="0")),
            fails("SRV001", **env(JOB_HANG_DETECTOR_INTERVAL="-1m")),
        ),
        (
            passes(**env(NOTIFICATIONS_FETCH_INTERVAL="1s", AUTOBUILD_POLL_INTERVAL="1m"), holds={"autobuild_poll_interval": MINUTE}),
            passes(**env(PROXY_HEALTH_INTERVAL="0")),
        ),
    ),
    Trap(
        41,
        "The deprecated mail variables beat the new ones",
        (
            warns(
                "OPT003",
                **env(EMAIL_FROM="new@example.com", NOTIFICATIONS_EMAIL_FROM="old@example.com"),
                holds={"notifications.email.from": "old@example.com"},
            ),
            warns("HYG004", **env(NOTIFICATIONS_EMAIL_FROM="old@example.com")),
        ),
        (passes(**env(EMAIL_FROM="new@example.com", EMAIL_SMARTHOST="smtp.example.com:587")),),
    ),
    Trap(
        46,
        "A circuit breaker set under one of its two names of 2.34 falls back to its default",
        (
            warns("OPT005", **env("2.34", **{f"AIBRIDGE_{PER_BRAND}": "9"}), holds={"ai.bridge.circuit_breaker_failure_threshold": 5}),
            warns("OPT005", **env("2.34", **{f"AI_GATEWAY_{PER_BRAND}": "9"}), holds={"ai.bridge.circuit_breaker_failure_threshold": 5}),
        ),
        (
            passes(
                **env("2.34", **{f"AI_GATEWAY_{PER_BRAND}": "9", f"AIBRIDGE_{PER_BRAND}": "9"}),
                holds={"ai.bridge.circuit_breaker_failure_threshold": 9},
            ),
            passes(**env("2.33", **{f"AIBRIDGE_{PER_BRAND}": "9"}), holds={"ai.bridge.circuit_breaker_failure_threshold": 9}),
        ),
    ),
)
