"""The names of AI providers, which are parts of their routes: `/api/v2/aibridge/<name>`.

Source: coder/coder enterprise/cli/aibridged.go (#23948 and its predecessors).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from codercfg.rules.ai_providers import legacy
from codercfg.rules.items import PROVIDERS, entries

if TYPE_CHECKING:
    from codercfg.configuration.configuration import Configuration
    from codercfg.releases.release import Release

ENABLED = "ai.bridge.enabled"
LISTED_SINCE = "2.33"
DATABASE_ONLY_SINCE = "2.38"
_BUILT_IN = (
    ("2.32", ("openai", "anthropic", "copilot", "copilot-business", "copilot-enterprise", "chatgpt")),
    ("2.30", ("openai", "anthropic", "copilot")),
    ("2.27", ("openai", "anthropic")),
)


def built_in(release: Release) -> tuple[str, ...]:
    """The providers that a release before 2.33 has without any setting, with or without a key."""
    if release.at_least(LISTED_SINCE):
        return ()
    return next((names for since, names in _BUILT_IN if release.at_least(since)), ())


def names(config: Configuration) -> tuple[str, ...]:
    """The providers that answer when the gateway is on; none when it is off, or when only the database knows them."""
    release = config.release
    if not config.has(ENABLED) or not config.get(ENABLED) or release.at_least(DATABASE_ONLY_SINCE):
        return ()
    listed = (entry.text("name") or entry.text("type") for entry in entries(config, PROVIDERS))
    older = legacy.providers(config) if release.at_least(LISTED_SINCE) else ()
    return tuple(dict.fromkeys((*built_in(release), *older, *listed)))
