"""The gateway between users and AI vendors: AI Bridge up to 2.33, AI Gateway from 2.34."""

from typing import Annotated

from codercfg.models.ai.anthropic import AIBridgeAnthropicConfig
from codercfg.models.ai.bedrock import AIBridgeBedrockConfig
from codercfg.models.ai.circuit_breaker import CircuitBreakerFields
from codercfg.models.ai.openai import AIBridgeOpenAIConfig
from codercfg.models.ai.provider import AI_PROVIDER_FAMILY, AIBridgeProviderConfig
from codercfg.options.group import group
from codercfg.options.kinds import Boolean, Duration, Integer, Text, choice
from codercfg.options.opt import Alias, Opt


class AIBridgeConfig(CircuitBreakerFields):
    """The gateway between users and AI vendors: AI Bridge up to 2.33, AI Gateway from 2.34."""

    allow_byok: Annotated[
        Boolean,
        Opt(
            name="AI Gateway Allow BYOK",
            env="CODER_AI_GATEWAY_ALLOW_BYOK",
            flag="ai-gateway-allow-byok",
            yaml="ai_gateway.allow_byok",
            description=(
                "Lets people call the gateway with personal vendor credentials; switched off, only keys configured by "
                "administrators work. Off: personal-key calls get 403 and providers without a key fail to load."
            ),
            default="true",
            group="AI Gateway",
            aliases=(
                Alias(
                    name="AI Bridge Allow BYOK",
                    env="CODER_AIBRIDGE_ALLOW_BYOK",
                    flag="aibridge-allow-byok",
                    yaml="aibridge.allow_byok",
                    default="true",
                    hidden=True,
                    use_instead=("CODER_AI_GATEWAY_ALLOW_BYOK",),
                ),
            ),
        ),
    ] = None
    anthropic: AIBridgeAnthropicConfig = group()
    api_dump_dir: Annotated[
        Text,
        Opt(
            name="AI Gateway API Dump Directory",
            env="CODER_AI_GATEWAY_DUMP_DIR",
            flag="ai-gateway-dump-dir",
            yaml="ai_gateway.api_dump_dir",
            description=(
                "Folder where every AI request and answer is written as a file, for short debugging sessions. Directory "
                "path. Prompts and answers lie readable on disk; empty switches it off."
            ),
            group="AI Gateway",
        ),
    ] = None
    bedrock: AIBridgeBedrockConfig = group()
    budget_period: Annotated[
        str | None,
        choice("month"),
        Opt(
            name="AI Budget Period",
            env="CODER_AI_BUDGET_PERIOD",
            flag="ai-budget-period",
            yaml="ai_gateway.budget_period",
            description=(
                "Picks the calendar window after which counted AI spending starts from zero; a month is the only choice so "
                "far. Enum: `month`. Parsed but read by no consumer in 2.34."
            ),
            default="month",
            group="AI Gateway",
            enum=("month",),
        ),
    ] = None
    budget_policy: Annotated[
        str | None,
        choice("highest"),
        Opt(
            name="AI Budget Policy",
            env="CODER_AI_BUDGET_POLICY",
            flag="ai-budget-policy",
            yaml="ai_gateway.budget_policy",
            description=(
                "Decides which group's AI allowance counts for someone in several groups; today the most generous one wins."
                " Enum: `highest`. A personal allowance beats it; the budget API needs experiment `ai-gateway-cost-"
                "control`."
            ),
            default="highest",
            group="AI Gateway",
            enum=("highest",),
        ),
    ] = None
    enabled: Annotated[
        Boolean,
        Opt(
            name="AI Gateway Enabled",
            env="CODER_AI_GATEWAY_ENABLED",
            flag="ai-gateway-enabled",
            yaml="ai_gateway.enabled",
            description=(
                "Starts the in-process gateway through which users and agents reach AI vendors under central control. On by"
                " default from 2.34; its HTTP API needs a licence, Coder's own chat does not."
            ),
            default="true",
            group="AI Gateway",
            aliases=(
                Alias(
                    name="AI Bridge Enabled",
                    env="CODER_AIBRIDGE_ENABLED",
                    flag="aibridge-enabled",
                    yaml="aibridge.enabled",
                    default="true",
                    hidden=True,
                    use_instead=("CODER_AI_GATEWAY_ENABLED",),
                ),
            ),
        ),
    ] = None
    inject_coder_mcp_tools: Annotated[
        Boolean,
        Opt(
            name="AI Gateway Inject Coder MCP tools",
            env="CODER_AI_GATEWAY_INJECT_CODER_MCP_TOOLS",
            flag="ai-gateway-inject-coder-mcp-tools",
            yaml="ai_gateway.inject_coder_mcp_tools",
            description=(
                "Adds Coder's own tools to AI conversations that pass the gateway; being phased out. Works only with "
                "experiments `oauth2` and `mcp-server-http`."
            ),
            default="false",
            group="AI Gateway",
            hidden=True,
            aliases=(
                Alias(
                    name="AI Bridge Inject Coder MCP tools",
                    env="CODER_AIBRIDGE_INJECT_CODER_MCP_TOOLS",
                    flag="aibridge-inject-coder-mcp-tools",
                    yaml="aibridge.inject_coder_mcp_tools",
                    default="false",
                    hidden=True,
                    use_instead=("CODER_AI_GATEWAY_INJECT_CODER_MCP_TOOLS",),
                ),
            ),
        ),
    ] = None
    max_concurrency: Annotated[
        Integer,
        Opt(
            name="AI Gateway Max Concurrency",
            env="CODER_AI_GATEWAY_MAX_CONCURRENCY",
            flag="ai-gateway-max-concurrency",
            yaml="ai_gateway.max_concurrency",
            description=(
                "Caps how many gateway calls one replica serves simultaneously; excess callers receive HTTP 503. Count; 0 or less = no cap."
            ),
            default="0",
            group="AI Gateway",
            aliases=(
                Alias(
                    name="AI Bridge Max Concurrency",
                    env="CODER_AIBRIDGE_MAX_CONCURRENCY",
                    flag="aibridge-max-concurrency",
                    yaml="aibridge.max_concurrency",
                    default="0",
                    hidden=True,
                    use_instead=("CODER_AI_GATEWAY_MAX_CONCURRENCY",),
                ),
            ),
        ),
    ] = None
    openai: AIBridgeOpenAIConfig = group()
    providers: Annotated[tuple[AIBridgeProviderConfig, ...] | None, AI_PROVIDER_FAMILY] = None
    rate_limit: Annotated[
        Integer,
        Opt(
            name="AI Gateway Rate Limit",
            env="CODER_AI_GATEWAY_RATE_LIMIT",
            flag="ai-gateway-rate-limit",
            yaml="ai_gateway.rate_limit",
            description=(
                "Caps gateway calls per second for each caller on each replica; faster callers receive HTTP 429. Calls per "
                "second; 0 or less = no cap. Counted per caller token or IP, not for the replica as a whole."
            ),
            default="0",
            group="AI Gateway",
            aliases=(
                Alias(
                    name="AI Bridge Rate Limit",
                    env="CODER_AIBRIDGE_RATE_LIMIT",
                    flag="aibridge-rate-limit",
                    yaml="aibridge.rate_limit",
                    default="0",
                    hidden=True,
                    use_instead=("CODER_AI_GATEWAY_RATE_LIMIT",),
                ),
            ),
        ),
    ] = None
    retention: Annotated[
        Duration,
        Opt(
            name="AI Gateway Data Retention Duration",
            env="CODER_AI_GATEWAY_RETENTION",
            flag="ai-gateway-retention",
            yaml="ai_gateway.retention",
            description=(
                "Age at which recorded AI sessions, with prompts, token counts and tool calls, are purged. Go duration with"
                " `d`; 0 or less = keep. Default deletes after 60 days; purged rows are gone."
            ),
            default="60d",
            group="AI Gateway",
            aliases=(
                Alias(
                    name="AI Bridge Data Retention Duration",
                    env="CODER_AIBRIDGE_RETENTION",
                    flag="aibridge-retention",
                    yaml="aibridge.retention",
                    default="60d",
                    hidden=True,
                    use_instead=("CODER_AI_GATEWAY_RETENTION",),
                ),
            ),
        ),
    ] = None
    send_actor_headers: Annotated[
        Boolean,
        Opt(
            name="AI Gateway Send Actor Headers",
            env="CODER_AI_GATEWAY_SEND_ACTOR_HEADERS",
            flag="ai-gateway-send-actor-headers",
            yaml="ai_gateway.send_actor_headers",
            description=(
                "Adds id and login name of the calling user as headers on calls to AI vendors. Tells user identities to "
                "whoever runs the next hop."
            ),
            default="false",
            group="AI Gateway",
            aliases=(
                Alias(
                    name="AI Bridge Send Actor Headers",
                    env="CODER_AIBRIDGE_SEND_ACTOR_HEADERS",
                    flag="aibridge-send-actor-headers",
                    yaml="aibridge.send_actor_headers",
                    default="false",
                    hidden=True,
                    use_instead=("CODER_AI_GATEWAY_SEND_ACTOR_HEADERS",),
                ),
            ),
        ),
    ] = None
    structured_logging: Annotated[
        Boolean,
        Opt(
            name="AI Gateway Structured Logging",
            env="CODER_AI_GATEWAY_STRUCTURED_LOGGING",
            flag="ai-gateway-structured-logging",
            yaml="ai_gateway.structured_logging",
            description=(
                "Writes a machine-readable log record for each intercepted AI call, for security monitoring. Records "
                "include full prompts, so server logs become sensitive."
            ),
            default="false",
            group="AI Gateway",
            aliases=(
                Alias(
                    name="AI Bridge Structured Logging",
                    env="CODER_AIBRIDGE_STRUCTURED_LOGGING",
                    flag="aibridge-structured-logging",
                    yaml="aibridge.structured_logging",
                    default="false",
                    hidden=True,
                    use_instead=("CODER_AI_GATEWAY_STRUCTURED_LOGGING",),
                ),
            ),
        ),
    ] = None
