"""The gateway between users and AI vendors: AI Bridge up to 2.33, AI Gateway from 2.34."""

from typing import Annotated

from codercfg.models.ai.anthropic import AIBridgeAnthropicConfig
from codercfg.models.ai.bedrock import AIBridgeBedrockConfig
from codercfg.models.ai.circuit_breaker import CircuitBreakerFields
from codercfg.models.ai.openai import AIBridgeOpenAIConfig
from codercfg.models.ai.provider import AIBridgeProviderConfig
from codercfg.models.families import AI_PROVIDER_FAMILY
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
                "Lets people call the AI gateway with credentials of their own. When it is off, such calls get HTTP 403, only keys set by "
                "administrators work, and a provider without a key does not load."
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
                "Directory into which every AI request and answer is written as a file, for short debugging sessions; empty switches it "
                "off. Prompts and answers lie there in readable form and fill the disk."
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
                "Calendar period after which counted AI spending starts from zero; `month` is the only word. 2.34 reads the option and "
                "does nothing with it."
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
                "Which group's AI budget counts for a person in several groups; `highest`, the most generous one, is the only word. A "
                "personal budget outranks it, and budgets need `ai-gateway-cost-control` in `experiments`."
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
                "Runs the AI gateway inside the server, through which users and agents reach AI vendors under central control. On by "
                "default from 2.34; 2.27 also needs the experiment `aibridge`. Its API needs a licence, Coder's own chat does not."
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
                "Adds Coder's own tools to AI conversations that pass the gateway. It works only with `oauth2` and `mcp-server-http` in "
                "`experiments`, and is being phased out."
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
                "How many gateway calls one replica serves at the same time; further callers get HTTP 503. A count; 0 or less means no "
                "limit."
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
                "How many gateway calls a second each caller may make on each replica; faster callers get HTTP 429. A count for each token "
                "or address, not for the replica as a whole; 0 or less means no limit."
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
                "Age at which recorded AI sessions are deleted for good, with their prompts, token counts and tool calls. A duration such "
                "as `60d`, which is the default; 0 or less keeps them for ever."
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
                "Adds the id and login name of the calling user as headers to calls to AI vendors. Whoever receives the calls learns who "
                "made them."
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
                "Writes a machine-readable log record for each AI call, for security monitoring. The records hold whole prompts, so the "
                "server's logs become sensitive."
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
