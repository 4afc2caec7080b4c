"""SSH001."""

from __future__ import annotations

from typing import TYPE_CHECKING

from codercfg.rules.rule import Rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from codercfg.configuration.configuration import Configuration
    from codercfg.rules.rule import Outcome


class KeyAlgorithmUnknown(Rule):
    """The algorithm for SSH keys is unknown.

    What: The algorithm for users' Git keys is none of `ed25519`, `ecdsa` and `rsa4096`, in whatever case.

    Why: The server stops at start.

    Wrong:
    ```env
    CODER_SSH_KEYGEN_ALGORITHM=rsa
    ```

    Right:
    ```env
    CODER_SSH_KEYGEN_ALGORITHM=rsa4096
    ```
    """

    code = "SSH001"
    name = "key-algorithm-unknown"
    source = "coder/coder coderd/gitsshkey"
    triggers = ("ssh_keygen_algorithm",)

    def check(self, config: Configuration) -> Iterator[Outcome]:
        """The option is free text, so reading it finds nothing."""
        if config.get("ssh_keygen_algorithm").lower() not in {"ed25519", "ecdsa", "rsa4096"}:
            yield self.finding(
                config,
                "ssh_keygen_algorithm",
                f"`{config.name('ssh_keygen_algorithm')}` is no algorithm that the server knows",
                why="the server stops at start",
                help="write ed25519, ecdsa or rsa4096",
            )


RULE = KeyAlgorithmUnknown()
