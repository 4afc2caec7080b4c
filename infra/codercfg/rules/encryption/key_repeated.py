"""ENC002."""

from __future__ import annotations

from typing import TYPE_CHECKING

from codercfg.diagnostics.diagnostic import Severity
from codercfg.rules.reading import revealed
from codercfg.rules.rule import Rule
from codercfg.values import csv_list

if TYPE_CHECKING:
    from collections.abc import Iterator

    from codercfg.configuration.configuration import Configuration
    from codercfg.rules.rule import Outcome


class KeyRepeated(Rule):
    """An encryption key is given twice.

    What: Two items of the keys that encrypt stored tokens are equal.

    Why: The first key encrypts and the others only decrypt, so the second copy does nothing; perhaps the older key
    is missing.

    Wrong:
    ```env
    CODER_EXTERNAL_TOKEN_ENCRYPTION_KEYS=MDAwMDAwMDAwMDAwMDAwMDAwMDAwMDAwMDAwMDAwMDA=,MDAwMDAwMDAwMDAwMDAwMDAwMDAwMDAwMDAwMDAwMDA=
    ```

    Right:
    ```env
    CODER_EXTERNAL_TOKEN_ENCRYPTION_KEYS=MDAwMDAwMDAwMDAwMDAwMDAwMDAwMDAwMDAwMDAwMDA=,MzMzMzMzMzMzMzMzMzMzMzMzMzMzMzMzMzMzMzMzMzM=
    ```
    """

    code = "ENC002"
    name = "key-repeated"
    severity = Severity.WARNING
    source = "coder/coder enterprise/dbcrypt"
    triggers = ("external_token_encryption_keys",)

    def check(self, config: Configuration) -> Iterator[Outcome]:
        """After a rotation the older key must stay."""
        path = "external_token_encryption_keys"
        items = csv_list.parse(revealed(config, path))
        if len(set(items)) < len(items):
            yield self.finding(
                config,
                path,
                f"`{config.name(path)}` holds the same key twice",
                why="only the first key encrypts; a repeated one hides that an older key is missing",
                help="list the new key first and each older key once behind it",
            )


RULE = KeyRepeated()
