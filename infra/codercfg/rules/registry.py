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
)
