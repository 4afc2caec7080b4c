"""What the types of AI providers are, by release."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from codercfg.releases.release import Release

FIRST_TYPES = ("openai", "anthropic", "copilot")
LATER_TYPES = ("azure", "bedrock", "google", "openai-compat", "openrouter", "vercel")  # coder/coder #25722


def known_types(release: Release) -> tuple[str, ...]:
    """The types that an indexed provider may have; case counts."""
    return FIRST_TYPES + LATER_TYPES if release.at_least("2.34") else FIRST_TYPES


def types_of(release: Release) -> str:
    """The types as one phrase for help texts."""
    return ", ".join(f"`{word}`" for word in known_types(release))


def is_database_seed(release: Release) -> bool:
    """Whether indexed providers are copied into the database at the first start instead of being read at each (#24895)."""
    return release.at_least("2.34")
