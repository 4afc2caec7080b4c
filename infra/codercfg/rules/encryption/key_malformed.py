"""ENC001."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from codercfg.rules.reading import is_hidden, not_visible, revealed
from codercfg.rules.rule import Rule
from codercfg.values import csv_list

if TYPE_CHECKING:
    from collections.abc import Iterator

    from codercfg.configuration.configuration import Configuration
    from codercfg.rules.rule import Outcome

# 32 bytes are 43 characters and one sign of padding; Go's decoder skips line ends.
_KEY = re.compile(r"[A-Za-z0-9+/]{43}=")


class KeyMalformed(Rule):
    """An encryption key is not 32 bytes in base64.

    What: An item of the keys that encrypt stored tokens is not 32 bytes in standard base64 with padding. URL-safe
    base64, hexadecimal digits, pass phrases, a blank in front, and an empty item behind the last comma do not
    count.

    Why: The server stops at start.

    Wrong:
    ```env
    CODER_EXTERNAL_TOKEN_ENCRYPTION_KEYS=changeme
    ```

    Right:
    ```env
    CODER_EXTERNAL_TOKEN_ENCRYPTION_KEYS=MDAwMDAwMDAwMDAwMDAwMDAwMDAwMDAwMDAwMDAwMDA=
    ```
    """

    code = "ENC001"
    name = "key-malformed"
    source = "coder/coder enterprise/cli/server.go"
    triggers = ("external_token_encryption_keys",)

    def check(self, config: Configuration) -> Iterator[Outcome]:
        """The message counts items and never shows one."""
        path = "external_token_encryption_keys"
        if is_hidden(config, path):
            yield not_visible(config, path)
            return
        for number, item in enumerate(csv_list.parse(revealed(config, path)), 1):
            if not _KEY.fullmatch(item.replace("\n", "").replace("\r", "")):
                yield self.finding(
                    config,
                    path,
                    f"item {number} of `{config.name(path)}` is not 32 bytes in base64",
                    why="the server stops at start",
                    help="make a key with `openssl rand -base64 32`, and separate keys by commas without blanks",
                )


RULE = KeyMalformed()
