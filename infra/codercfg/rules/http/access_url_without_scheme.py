"""HTP003."""

from __future__ import annotations

from typing import TYPE_CHECKING

from codercfg.rules.rule import Rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from codercfg.configuration.configuration import Configuration
    from codercfg.rules.rule import Outcome


class AccessUrlWithoutScheme(Rule):
    """The access URL has neither `http` nor `https` as scheme.

    What: A name alone reads as a path, and a name with a port reads as a scheme, so both pass as URL but not as
    access URL.

    Why: The server stops at start.

    Wrong:
    ```env
    CODER_ACCESS_URL=coder.example.com
    ```

    Right:
    ```env
    CODER_ACCESS_URL=https://coder.example.com
    ```
    """

    code = "HTP003"
    name = "access-url-without-scheme"
    source = "coder/coder cli/server.go"
    triggers = ("access_url",)

    def check(self, config: Configuration) -> Iterator[Outcome]:
        """The empty URL is another rule's."""
        url = config.get("access_url")
        if url.wire() and url.scheme not in {"http", "https"}:
            yield self.finding(
                config,
                "access_url",
                f"`{config.name('access_url')}` begins with neither https:// nor http://",
                why="the server stops at start",
                help="write the whole URL, such as https://coder.example.com",
            )


RULE = AccessUrlWithoutScheme()
