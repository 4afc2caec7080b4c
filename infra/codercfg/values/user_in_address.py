"""Users in addresses, `https://user:password@host`: a password may stand there even where an option is no secret."""

from __future__ import annotations

import re

from codercfg.values.secret import MASK

_USER = re.compile(r"//\S*@")  # in text that is no valid URL too: a slash or an @ in a password is often not escaped


def has_user(text: str) -> bool:
    """Whether an address in `text` holds a user, with or without a password."""
    return _USER.search(text) is not None


def without_user(text: str) -> str:
    """`text` with every user and password in an address masked."""
    return _USER.sub(f"//{MASK}@", text)
