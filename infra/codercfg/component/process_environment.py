"""Takes the stack's secrets out of the environment that the program hands on.

The language host passes the whole configuration, decrypted, in one variable, and the passphrase comes along from the shell. Whatever the
program starts would inherit both, and so would a crash report of it.
"""

from __future__ import annotations

import os

# PULUMI_CONFIG, PULUMI_CONFIG_SECRET_KEYS, PULUMI_CONFIG_PASSPHRASE, PULUMI_CONFIG_PASSPHRASE_FILE, and PULUMI_CONFIG_<key>, which
# Pulumi takes for a value of the configuration
_PREFIX = "PULUMI_CONFIG"


def forget_secrets() -> None:
    """Drop every variable with configuration or a passphrase; to be called once the configuration was read."""
    for name in [name for name in os.environ if name.startswith(_PREFIX)]:
        del os.environ[name]
