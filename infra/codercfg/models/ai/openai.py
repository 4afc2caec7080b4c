"""The single OpenAI provider of the legacy variables."""

from typing import Annotated

from codercfg.options.group import Group
from codercfg.options.kinds import Secret, Text
from codercfg.options.opt import Alias, Opt


class AIBridgeOpenAIConfig(Group):
    """The single OpenAI provider of the legacy variables."""

    base_url: Annotated[
        Text,
        Opt(
            name="AI Gateway OpenAI Base URL",
            env="CODER_AI_GATEWAY_OPENAI_BASE_URL",
            flag="ai-gateway-openai-base-url",
            yaml="ai_gateway.openai_base_url",
            description=(
                "Address of the API behind the AI provider `openai`. Any text is accepted; from 2.33 it makes no provider without "
                "`ai.bridge.openai.key`. From 2.34 it only fills the database at the first start; a later change stops every replica."
            ),
            default="https://api.openai.com/v1/",
            group="AI Gateway",
            aliases=(
                Alias(
                    name="AI Bridge OpenAI Base URL",
                    env="CODER_AIBRIDGE_OPENAI_BASE_URL",
                    flag="aibridge-openai-base-url",
                    yaml="aibridge.openai_base_url",
                    default="https://api.openai.com/v1/",
                    hidden=True,
                    use_instead=("CODER_AI_GATEWAY_OPENAI_BASE_URL",),
                ),
            ),
        ),
    ] = None
    key: Annotated[
        Secret,
        Opt(
            name="AI Gateway OpenAI Key",
            env="CODER_AI_GATEWAY_OPENAI_KEY",
            flag="ai-gateway-openai-key",
            yaml=None,
            description=(
                "OpenAI API key of the AI provider `openai`; from 2.33 it is what makes that provider. From 2.34 it only fills the "
                "database at the first start; a later change, even a rotation, stops every replica."
            ),
            group="AI Gateway",
            secret=True,
            upstream_secret=True,
            aliases=(
                Alias(
                    name="AI Bridge OpenAI Key",
                    env="CODER_AIBRIDGE_OPENAI_KEY",
                    flag="aibridge-openai-key",
                    yaml=None,
                    hidden=True,
                    use_instead=("CODER_AI_GATEWAY_OPENAI_KEY",),
                ),
            ),
        ),
    ] = None
