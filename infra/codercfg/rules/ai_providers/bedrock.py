"""When a provider talks to Amazon Bedrock."""

from __future__ import annotations

from typing import TYPE_CHECKING

from codercfg.rules.ai_providers.credentials import ACCESS_KEY, ACCESS_SECRET

if TYPE_CHECKING:
    from codercfg.rules.items import Entry

ADDRESS = ("bedrock_region", "bedrock_base_url")
MODELS = ("bedrock_model", "bedrock_small_fast_model")
DECIDING = (*ADDRESS, *ACCESS_KEY, *ACCESS_SECRET)


def given(entry: Entry, *, models: bool = False) -> tuple[str, ...]:
    """The Bedrock keys that are not empty: those that make a provider a Bedrock one, and the models when asked for."""
    value = entry.item.value  # at once, for five rules ask it of every provider
    return tuple([key for key in (DECIDING + MODELS if models else DECIDING) if getattr(value, key)])


def is_bedrock(entry: Entry) -> bool:
    """Whether requests go to Bedrock; model ids alone do not decide it."""
    return entry.text("type") == "bedrock" or (entry.text("type") == "anthropic" and bool(given(entry)))
