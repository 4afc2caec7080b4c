"""Where the passphrase comes from. Source: pulumi/pulumi `pkg/secrets/passphrase/manager.go`, `readPassphrase`."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from codercfg.passphrase.error import OpenSecretsError
from codercfg.values.secret import SecretText

if TYPE_CHECKING:
    from collections.abc import Mapping

VARIABLE, FILE_VARIABLE = "PULUMI_CONFIG_PASSPHRASE", "PULUMI_CONFIG_PASSPHRASE_FILE"
_LARGEST = 64 * 1024  # bytes
_SPACE = " \t\n\v\f\r\x85\xa0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u2028\u2029\u202f\u205f\u3000"  # Go's


def passphrase_given(environ: Mapping[str, str]) -> SecretText | None:
    """The passphrase as the Pulumi CLI would find it; an empty one is a passphrase like any other.

    Args:
        environ: The process environment.

    Raises:
        OpenSecretsError: The file that the environment names cannot be read, or is too large for a passphrase.
    """
    if VARIABLE in environ:
        return SecretText(environ[VARIABLE])
    file = environ.get(FILE_VARIABLE)
    if not file:
        return None
    try:
        with Path(file).open("rb") as opened:
            data = opened.read(_LARGEST + 1)  # a device such as /dev/zero never ends
    except (OSError, ValueError) as error:
        reason = (getattr(error, "strerror", None) or "no path that a file can have").lower()
        raise OpenSecretsError(f"{FILE_VARIABLE} names a file that cannot be read: {reason}") from None
    if len(data) > _LARGEST:
        raise OpenSecretsError(f"{FILE_VARIABLE} names a file that holds no passphrase: it has more than {_LARGEST // 1024} KiB")
    return SecretText(data.decode("utf-8", "surrogateescape").strip(_SPACE))


def passphrase_if_known(environ: Mapping[str, str]) -> SecretText | None:
    """The same for a use that can do without: None also where the file cannot be read."""
    try:
        return passphrase_given(environ)
    except OpenSecretsError:
        return None
