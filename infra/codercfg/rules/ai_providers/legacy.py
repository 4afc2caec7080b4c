"""The older options for one OpenAI and one Anthropic provider.

Source: coder/coder enterprise/cli/aibridged.go (#23948), cli/server.go (#24895).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from codercfg.rules.reading import is_given

if TYPE_CHECKING:
    from codercfg.configuration.configuration import Configuration

OPENAI_KEY = "ai.bridge.openai.key"
ANTHROPIC_KEY = "ai.bridge.anthropic.key"
OPENAI_URL = "ai.bridge.openai.base_url"
ANTHROPIC_URL = "ai.bridge.anthropic.base_url"
BEDROCK = (
    "ai.bridge.bedrock.region",
    "ai.bridge.bedrock.base_url",
    "ai.bridge.bedrock.access_key",
    "ai.bridge.bedrock.access_key_secret",
)
BEDROCK_MODELS = ("ai.bridge.bedrock.model", "ai.bridge.bedrock.small_fast_model")
CREATING = (OPENAI_KEY, ANTHROPIC_KEY, *BEDROCK)
ALL = (*CREATING, OPENAI_URL, ANTHROPIC_URL, *BEDROCK_MODELS)


def providers(config: Configuration) -> dict[str, tuple[str, ...]]:
    """Name of each provider that the older options make, with the options that make it.

    Base URLs make none; neither do the Bedrock model ids, which have defaults.
    """
    makers = {"openai": (OPENAI_KEY,), "anthropic": (ANTHROPIC_KEY, *BEDROCK)}
    found = {name: tuple([path for path in paths if config.is_set(path) and is_given(config, path)]) for name, paths in makers.items()}
    return {name: paths for name, paths in found.items() if paths}
