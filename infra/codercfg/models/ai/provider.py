"""AI providers that are listed by index."""

from typing import Annotated

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
                "Protocol of the provider: `openai`, `anthropic` or `copilot`; from 2.34 also `azure`, `bedrock`, `google`, "
                "`openai-compat`, `openrouter` or `vercel`. Required; a missing or unknown type, or one in another case, stops start-up."
            ),
            env="TYPE",
        ),
    ] = None
    name: Annotated[
        Text,
        Key(
            description=(
                "Name of the provider and part of its route, `/api/v2/aibridge/<name>`; defaults to the type. Made of lower-case letters, "
                "digits and single inner hyphens, and unique: a repeated name stops start-up, a malformed one does so from 2.34 and breaks "
                "every request in 2.33."
            ),
            env="NAME",
        ),
    ] = None
    key: Annotated[
        Secret,
        Key(
            description=(
                "The vendor's API key. Without one the provider serves only users who bring their own; in 2.33 it then takes "
                "`OPENAI_API_KEY` or `ANTHROPIC_API_KEY` of the server's environment. From 2.34 it excludes `keys`, and may be neither "
                "empty nor set for the types `copilot` and `bedrock`."
            ),
            env="KEY",
            secret=True,
        ),
    ] = None
    keys: Annotated[
        SecretList,
        Key(
            description=(
                "Up to five API keys as one comma-separated text, tried in order. 2.33 takes the whole text as a single key; from 2.34 an "
                "empty or repeated one, or `key` beside it, stops start-up."
            ),
            env="KEYS",
            secret=True,
        ),
    ] = None
    base_url: Annotated[
        Text,
        Key(
            description=(
                "Address of the vendor's API; empty means the public one of the type, which `azure` and `openai-compat` do not have. Not "
                "checked at start: with a wrong address every request fails."
            ),
            env="BASE_URL",
        ),
    ] = None
    bedrock_base_url: Annotated[
        Text,
        Key(
            description=(
                "Complete address of Bedrock, for private endpoints, instead of the one derived from `bedrock_region`. Not checked at "
                "start: with a wrong address every request fails."
            ),
            env="BEDROCK_BASE_URL",
        ),
    ] = None
    bedrock_region: Annotated[
        Text,
        Key(
            description="AWS region of Bedrock, such as `eu-central-1`. Without it or `bedrock_base_url` every request to Bedrock fails.",
            env="BEDROCK_REGION",
        ),
    ] = None
    bedrock_access_key: Annotated[
        Secret,
        Key(
            description=(
                "AWS access key id that signs calls to Bedrock; needs `bedrock_access_key_secret`. From 2.34 half a pair stops start-up; "
                "in 2.33 every request fails."
            ),
            env="BEDROCK_ACCESS_KEY",
            secret=True,
        ),
    ] = None
    bedrock_access_keys: Annotated[
        SecretList,
        Key(
            description=(
                "Up to five AWS access key ids as one comma-separated text, with as many secrets in `bedrock_access_key_secrets`. Only the "
                "first pair is used; 2.33 does not split the text."
            ),
            env="BEDROCK_ACCESS_KEYS",
            secret=True,
        ),
    ] = None
    bedrock_access_key_secret: Annotated[
        Secret,
        Key(
            description=(
                "AWS secret access key that belongs to `bedrock_access_key`. From 2.34 half a pair stops start-up; in 2.33 every request "
                "fails."
            ),
            env="BEDROCK_ACCESS_KEY_SECRET",
            secret=True,
        ),
    ] = None
    bedrock_access_key_secrets: Annotated[
        SecretList,
        Key(
            description=(
                "AWS secret access keys as one comma-separated text, in the order of `bedrock_access_keys`. Only the first pair is used; "
                "2.33 does not split the text."
            ),
            env="BEDROCK_ACCESS_KEY_SECRETS",
            secret=True,
        ),
    ] = None
    bedrock_model: Annotated[
        Text,
        Key(
            description=(
                "Id of the Bedrock model that answers ordinary requests. There is no default here: without it every request to Bedrock "
                "fails."
            ),
            env="BEDROCK_MODEL",
        ),
    ] = None
    bedrock_small_fast_model: Annotated[
        Text,
        Key(
            description=(
                "Id of the Bedrock model for small, quick requests. There is no default here: without it every request to Bedrock fails."
            ),
            env="BEDROCK_SMALL_FAST_MODEL",
        ),
    ] = None
