"""AI providers that are listed by index."""

from typing import Annotated

from codercfg.options.family import Family, Prefix
from codercfg.options.group import Group
from codercfg.options.kinds import Secret, SecretList, Text
from codercfg.options.opt import Key


class AIBridgeProviderConfig(Group):
    """One AI provider behind the gateway.

    Upstream's API never shows the keys and the Bedrock address and credentials. 2.33 reads the list at every start; 2.34 to 2.37
    copy it into the database at the first start and refuse to start when it differs later.
    """

    type: Annotated[
        Text,
        Key(
            description=(
                "Protocol of the provider. 2.33 knows `openai`, `anthropic` and `copilot`; 2.34 adds `azure`, "
                "`bedrock`, `google`, `openai-compat`, `openrouter` and `vercel`. Required, and case counts."
            ),
            env="TYPE",
        ),
    ] = None
    name: Annotated[
        Text,
        Key(
            description=(
                "Name of the provider and part of its route, `/api/v2/aibridge/<name>`; defaults to the type. Lower-"
                "case letters, digits and single inner hyphens, unique."
            ),
            env="NAME",
        ),
    ] = None
    key: Annotated[
        Secret,
        Key(
            description="The vendor's API key. Without one, calls carry no key unless users bring their own.",
            env="KEY",
            secret=True,
        ),
    ] = None
    keys: Annotated[
        SecretList,
        Key(
            description="Several API keys as comma-separated text, tried in order (2.34). 2.33 takes the whole text as one key.",
            env="KEYS",
            secret=True,
        ),
    ] = None
    base_url: Annotated[
        Text,
        Key(
            description=(
                "Address of the vendor's API; empty means the type's public one. Not checked at start; a wrong one "
                "fails at the first request."
            ),
            env="BASE_URL",
        ),
    ] = None
    bedrock_base_url: Annotated[
        Text,
        Key(
            description="Address of the Bedrock runtime, instead of the region's own.",
            env="BEDROCK_BASE_URL",
        ),
    ] = None
    bedrock_region: Annotated[
        Text,
        Key(
            description="AWS region of the Bedrock runtime.",
            env="BEDROCK_REGION",
        ),
    ] = None
    bedrock_access_key: Annotated[
        Secret,
        Key(
            description="AWS access key id. Needs its secret.",
            env="BEDROCK_ACCESS_KEY",
            secret=True,
        ),
    ] = None
    bedrock_access_keys: Annotated[
        SecretList,
        Key(
            description="Several AWS access key ids; as many secrets must stand beside them. Only the first pair is used.",
            env="BEDROCK_ACCESS_KEYS",
            secret=True,
        ),
    ] = None
    bedrock_access_key_secret: Annotated[
        Secret,
        Key(
            description="AWS secret access key.",
            env="BEDROCK_ACCESS_KEY_SECRET",
            secret=True,
        ),
    ] = None
    bedrock_access_key_secrets: Annotated[
        SecretList,
        Key(
            description="Several AWS secret access keys, in the order of the ids.",
            env="BEDROCK_ACCESS_KEY_SECRETS",
            secret=True,
        ),
    ] = None
    bedrock_model: Annotated[
        Text,
        Key(
            description=(
                "Bedrock model id for ordinary requests. Indexed providers have no default: without it every Bedrock request fails."
            ),
            env="BEDROCK_MODEL",
        ),
    ] = None
    bedrock_small_fast_model: Annotated[
        Text,
        Key(
            description=(
                "Bedrock model id for small, quick requests. Indexed providers have no default: without it every Bedrock request fails."
            ),
            env="BEDROCK_SMALL_FAST_MODEL",
        ),
    ] = None


AI_PROVIDER_FAMILY = Family(
    name="AI provider",
    description="AI providers behind the gateway, in the order of their routes.",
    prefixes=(
        Prefix("CODER_AI_GATEWAY_PROVIDER_", since="2.34", until="2.37"),
        Prefix("CODER_AIBRIDGE_PROVIDER_", since="2.33", until="2.37"),
    ),
)
