"""Every rule: its code, its module below `codercfg.rules`, and what must be set for it to have something to say.

Listed by hand, so that checking a small configuration imports a few modules and not all of them; a test holds list and modules equal.
Codes of the indexed families start at 101: lower numbers belong to the reading of their variables.
"""

from __future__ import annotations

Row = tuple[str, str, tuple[str, ...]]

ROWS: tuple[Row, ...] = (
    # AI providers
    ("AIP101", "ai_providers.type_missing", ("@providers",)),
    # External auth
    ("EXT101", "external_auth.client_id_missing", ("@external_auth",)),
    ("EXT102", "external_auth.id_missing", ("@external_auth",)),
    ("EXT103", "external_auth.id_invalid", ("@external_auth",)),
    ("EXT104", "external_auth.id_duplicate", ("@external_auth",)),
    ("EXT105", "external_auth.regex_invalid", ("@external_auth",)),
    ("EXT106", "external_auth.device_flow_without_url", ("@external_auth",)),
    ("EXT107", "external_auth.entra_url_crash", ("@external_auth",)),
    ("EXT108", "external_auth.client_secret_missing", ("@external_auth",)),
    ("EXT109", "external_auth.list_with_empty_item", ("@external_auth",)),
    ("EXT110", "external_auth.default_on_another_host", ("@external_auth",)),
    ("EXT111", "external_auth.address_missing", ("@external_auth",)),
    ("EXT112", "external_auth.type_misspelt", ("@external_auth",)),
    ("EXT113", "external_auth.mcp_key_deprecated", ("@external_auth",)),
    ("EXT114", "external_auth.gitauth_prefix", ("@external_auth",)),
    # HTTP
    ("HTP001", "http.http_address_missing", ("http_address",)),
    ("HTP002", "http.http_address_unusable", ("http_address", "address")),
    ("HTP003", "http.access_url_without_scheme", ("access_url",)),
    ("HTP004", "http.trusted_origin_not_a_network", ("proxy_trusted_origins",)),
    ("HTP005", "http.hsts_option_unknown", ("strict_transport_security", "strict_transport_security_options")),
    ("HTP006", "http.hsts_options_ignored", ("strict_transport_security_options",)),
    ("HTP007", "http.csp_item_incomplete", ("additional_csp_policy",)),
    ("HTP008", "http.csp_directive_repeated", ("additional_csp_policy",)),
    ("HTP009", "http.csp_directive_unknown", ("additional_csp_policy",)),
    ("HTP010", "http.host_prefix_cookie_insecure", ("http_cookies.host_prefix",)),
    ("HTP011", "http.samesite_none_insecure", ("http_cookies.same_site",)),
    ("HTP012", "http.secure_cookie_over_http", ("http_cookies.secure_auth_cookie",)),
    ("HTP013", "http.access_url_missing", ("@always",)),
    ("HTP014", "http.access_url_without_host", ("access_url",)),
    ("HTP015", "http.access_url_loopback", ("access_url",)),
    ("HTP016", "http.legacy_address_overrides", ("address",)),
    ("HTP017", "http.redirect_loops", ("redirect_to_access_url",)),
    ("HTP018", "http.trusted_headers_ignored", ("proxy_trusted_headers",)),
    ("HTP019", "http.trusted_origins_ignored", ("proxy_trusted_origins",)),
    ("HTP020", "http.everyone_trusted", ("proxy_trusted_origins",)),
    # TLS
    ("TLS001", "tls.tls_address_missing", ("tls.enable",)),
    ("TLS002", "tls.tls_address_unusable", ("tls.enable", "tls.address", "address")),
    ("TLS003", "tls.min_version_unknown", ("tls.min_version",)),
    ("TLS004", "tls.client_auth_unknown", ("tls.client_auth",)),
    ("TLS005", "tls.certificate_without_key", ("tls.cert_file", "tls.key_file")),
    ("TLS006", "tls.certificate_unusable", ("tls.cert_file", "tls.key_file")),
    ("TLS007", "tls.client_authority_unusable", ("tls.client_ca_file",)),
    ("TLS008", "tls.cipher_unknown", ("tls.supported_ciphers",)),
    ("TLS009", "tls.cipher_insecure", ("tls.supported_ciphers",)),
    ("TLS010", "tls.ciphers_with_tls13", ("tls.supported_ciphers",)),
    ("TLS011", "tls.version_without_cipher", ("tls.supported_ciphers",)),
    ("TLS012", "tls.client_pair_incomplete", ("tls.client_cert_file", "tls.client_key_file")),
    ("TLS013", "tls.client_pair_unusable", ("tls.client_cert_file", "tls.client_key_file")),
    ("TLS014", "tls.client_authority_crashes", ("tls.client_ca_file",)),
    (
        "TLS015",
        "tls.tls_settings_ignored",
        ("tls.cert_file", "tls.key_file", "tls.min_version", "tls.client_auth", "tls.supported_ciphers", "tls.address"),
    ),
    ("TLS016", "tls.self_signed_certificate", ("tls.enable",)),
    ("TLS017", "tls.client_verification_without_authority", ("tls.client_auth",)),
    ("TLS018", "tls.redirect_overwritten", ("tls.redirect_http",)),
    ("TLS019", "tls.old_version_allowed", ("tls.min_version",)),
    ("TLS020", "tls.insecure_cipher_allowed", ("tls.allow_insecure_ciphers",)),
)
