"""`--open`: the secrets of a stack file, opened with the stack's passphrase."""

from __future__ import annotations

import os
import sys
from functools import lru_cache
from typing import TYPE_CHECKING

from codercfg.cli.exit_code import WrongUseError
from codercfg.diagnostics.printable import printable

if TYPE_CHECKING:
    from codercfg.passphrase.open_secrets import OpenedSecrets
    from codercfg.values.secret import SecretText


def opened(text: str, file: str) -> OpenedSecrets:
    """The secrets in the text of a stack file.

    Args:
        text: The text.
        file: Its path, for messages.

    Raises:
        WrongUseError: They cannot be opened.
    """
    from codercfg.passphrase.error import OpenSecretsError
    from codercfg.passphrase.open_secrets import open_text

    try:
        return open_text(text, file, _passphrase)
    except OpenSecretsError as error:
        raise WrongUseError("\n".join(map(printable, str(error).splitlines()))) from None


@lru_cache(maxsize=1)  # asked for once, however many stacks there are
def _passphrase() -> SecretText:
    from codercfg.passphrase.given import passphrase_given
    from codercfg.passphrase.open_secrets import passphrase_needed

    if passphrase_given(os.environ) is None and _at_a_terminal():
        from getpass import getpass

        from codercfg.values.secret import SecretText

        return SecretText(getpass("Passphrase of the stack: "))
    return passphrase_needed()


def _at_a_terminal() -> bool:
    return all(stream is not None and stream.isatty() for stream in (sys.stdin, sys.stderr))
