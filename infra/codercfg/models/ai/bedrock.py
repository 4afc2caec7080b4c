"""The single Amazon Bedrock provider of the legacy variables."""

from typing import Annotated

from codercfg.options.group import Group
from codercfg.options.kinds import Secret, Text
from codercfg.options.opt import Alias, Opt


class AIBridgeBedrockConfig(Group):
    """The single Amazon Bedrock provider of the legacy variables."""

    access_key: Annotated[
        Secret,
        Opt(
            name="AI Gateway Bedrock Access Key",
            env="CODER_AI_GATEWAY_BEDROCK_ACCESS_KEY",
            flag="ai-gateway-bedrock-access-key",
            yaml=None,
            description=(
                "AWS access key id that signs calls to Bedrock; needs `ai.bridge.bedrock.access_key_secret`. From 2.34 it only fills the "
                "database at the first start, so rotate it in the product: a change here stops every replica."
            ),
            group="AI Gateway",
            secret=True,
            upstream_secret=True,
            aliases=(
                Alias(
                    name="AI Bridge Bedrock Access Key",
                    env="CODER_AIBRIDGE_BEDROCK_ACCESS_KEY",
                    flag="aibridge-bedrock-access-key",
                    yaml=None,
                    hidden=True,
                    use_instead=("CODER_AI_GATEWAY_BEDROCK_ACCESS_KEY",),
                ),
            ),
        ),
    ] = None
    access_key_secret: Annotated[
        Secret,
        Opt(
            name="AI Gateway Bedrock Access Key Secret",
            env="CODER_AI_GATEWAY_BEDROCK_ACCESS_KEY_SECRET",
            flag="ai-gateway-bedrock-access-key-secret",
            yaml=None,
            description=(
                "Secret half of the AWS key pair that signs calls to Bedrock; belongs to `ai.bridge.bedrock.access_key`. From 2.34 it only "
                "fills the database at the first start, so rotate it in the product: a change here stops every replica."
            ),
            group="AI Gateway",
            secret=True,
            upstream_secret=True,
            aliases=(
                Alias(
                    name="AI Bridge Bedrock Access Key Secret",
                    env="CODER_AIBRIDGE_BEDROCK_ACCESS_KEY_SECRET",
                    flag="aibridge-bedrock-access-key-secret",
                    yaml=None,
                    hidden=True,
                    use_instead=("CODER_AI_GATEWAY_BEDROCK_ACCESS_KEY_SECRET",),
                ),
            ),
        ),
    ] = None
    base_url: Annotated[
        Text,
        Opt(
            name="AI Gateway Bedrock Base URL",
            env="CODER_AI_GATEWAY_BEDROCK_BASE_URL",
            flag="ai-gateway-bedrock-base-url",
            yaml="ai_gateway.bedrock_base_url",
            description=(
                "Complete address of Bedrock, for private endpoints; it outranks `ai.bridge.bedrock.region`. Turns the provider "
                "`anthropic` into Bedrock. From 2.34 it only fills the database at the first start; a later change stops every replica."
            ),
            group="AI Gateway",
            aliases=(
                Alias(
                    name="AI Bridge Bedrock Base URL",
                    env="CODER_AIBRIDGE_BEDROCK_BASE_URL",
                    flag="aibridge-bedrock-base-url",
                    yaml="aibridge.bedrock_base_url",
                    hidden=True,
                    use_instead=("CODER_AI_GATEWAY_BEDROCK_BASE_URL",),
                ),
            ),
        ),
    ] = None
    model: Annotated[
        Text,
        Opt(
            name="AI Gateway Bedrock Model",
            env="CODER_AI_GATEWAY_BEDROCK_MODEL",
            flag="ai-gateway-bedrock-model",
            yaml="ai_gateway.bedrock_model",
            description=(
                "Id of the main Bedrock model that answers requests. It has a default, so setting it does not turn a provider into Bedrock."
            ),
            default="global.anthropic.claude-sonnet-4-5-20250929-v1:0",
            group="AI Gateway",
            aliases=(
                Alias(
                    name="AI Bridge Bedrock Model",
                    env="CODER_AIBRIDGE_BEDROCK_MODEL",
                    flag="aibridge-bedrock-model",
                    yaml="aibridge.bedrock_model",
                    default="global.anthropic.claude-sonnet-4-5-20250929-v1:0",
                    hidden=True,
                    use_instead=("CODER_AI_GATEWAY_BEDROCK_MODEL",),
                ),
            ),
        ),
    ] = None
    region: Annotated[
        Text,
        Opt(
            name="AI Gateway Bedrock Region",
            env="CODER_AI_GATEWAY_BEDROCK_REGION",
            flag="ai-gateway-bedrock-region",
            yaml="ai_gateway.bedrock_region",
            description=(
                "AWS region, such as `eu-central-1`, from which the address of Bedrock is derived. Turns the provider `anthropic` into "
                "Bedrock. From 2.34 it only fills the database at the first start; a later change stops every replica."
            ),
            group="AI Gateway",
            aliases=(
                Alias(
                    name="AI Bridge Bedrock Region",
                    env="CODER_AIBRIDGE_BEDROCK_REGION",
                    flag="aibridge-bedrock-region",
                    yaml="aibridge.bedrock_region",
                    hidden=True,
                    use_instead=("CODER_AI_GATEWAY_BEDROCK_REGION",),
                ),
            ),
        ),
    ] = None
    small_fast_model: Annotated[
        Text,
        Opt(
            name="AI Gateway Bedrock Small Fast Model",
            env="CODER_AI_GATEWAY_BEDROCK_SMALL_FAST_MODEL",
            flag="ai-gateway-bedrock-small-fastmodel",
            yaml="ai_gateway.bedrock_small_fast_model",
            description=(
                "Id of the cheaper Bedrock model that coding tools use for side jobs. It has a default, so setting it does not turn a "
                "provider into Bedrock."
            ),
            default="global.anthropic.claude-haiku-4-5-20251001-v1:0",
            group="AI Gateway",
            aliases=(
                Alias(
                    name="AI Bridge Bedrock Small Fast Model",
                    env="CODER_AIBRIDGE_BEDROCK_SMALL_FAST_MODEL",
                    flag="aibridge-bedrock-small-fastmodel",
                    yaml="aibridge.bedrock_small_fast_model",
                    default="global.anthropic.claude-haiku-4-5-20251001-v1:0",
                    hidden=True,
                    use_instead=("CODER_AI_GATEWAY_BEDROCK_SMALL_FAST_MODEL",),
                ),
            ),
        ),
    ] = None
