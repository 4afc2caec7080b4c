"""The indexed families: lists whose items come from `PREFIX_<N>_<KEY>` variables."""

from codercfg.options.family import Family, Prefix

AI_PROVIDER_FAMILY = Family(
    name="AI provider",
    description="AI providers behind the gateway, in the order of their routes.",
    prefixes=(
        Prefix("CODER_AI_GATEWAY_PROVIDER_", since="2.34", until="2.37"),
        Prefix("CODER_AIBRIDGE_PROVIDER_", since="2.33", until="2.37"),
    ),
)
EXTERNAL_AUTH_FAMILY = Family(
    name="external auth provider",
    description="Git and other services that users can link to their account.",
    prefixes=(Prefix("CODER_EXTERNAL_AUTH_"), Prefix("CODER_GITAUTH_", legacy=True)),
)
