"""The single Anthropic provider of the legacy variables."""

from typing import Annotated

from codercfg.options.group import Group
from codercfg.options.kinds import Secret, Text
from codercfg.options.opt import Alias, Opt


class AIBridgeAnthropicConfig(Group):
    """The single Anthropic provider of the legacy variables."""

    base_url: Annotated[
        Text,
        Opt(
            name="AI Gateway Anthropic Base URL",
            env="CODER_AI_GATEWAY_ANTHROPIC_BASE_URL",
            flag="ai-gateway-anthropic-base-url",
            yaml="ai_gateway.anthropic_base_url",
            description=(
                "Address of the API behind the AI provider `anthropic`. Any text is accepted; from 2.33 it makes no provider without a key "
                "or Bedrock settings. From 2.34 it only fills the database at the first start; a later change stops every replica."
            ),
            default="https://api.anthropic.com/",
            group="AI Gateway",
            aliases=(
                Alias(
                    name="AI Bridge Anthropic Base URL",
                    env="CODER_AIBRIDGE_ANTHROPIC_BASE_URL",
                    flag="aibridge-anthropic-base-url",
                    yaml="aibridge.anthropic_base_url",
                    default="https://api.anthropic.com/",
                    hidden=True,
                    use_instead=("CODER_AI_GATEWAY_ANTHROPIC_BASE_URL",),
                ),
            ),
        ),
    ] = None
    key: Annotated[
        Secret,
        Opt(
            name="AI Gateway Anthropic Key",
            env="CODER_AI_GATEWAY_ANTHROPIC_KEY",
            flag="ai-gateway-anthropic-key",
            yaml=None,
            description=(
                "Anthropic API key of the AI provider `anthropic`; from 2.33 it is what makes that provider. From 2.34 it excludes region, "
                "address and credentials under `ai.bridge.bedrock`, and only fills the database at the first start: a later change, even a "
                "rotation, stops every replica."
            ),
            group="AI Gateway",
            secret=True,
            upstream_secret=True,
            aliases=(
                Alias(
                    name="AI Bridge Anthropic Key",
                    env="CODER_AIBRIDGE_ANTHROPIC_KEY",
                    flag="aibridge-anthropic-key",
                    yaml=None,
                    hidden=True,
                    use_instead=("CODER_AI_GATEWAY_ANTHROPIC_KEY",),
                ),
            ),
        ),
    ] = None
