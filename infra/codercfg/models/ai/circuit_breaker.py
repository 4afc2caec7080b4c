"""When calls to a failing AI vendor are paused."""

from typing import Annotated

from codercfg.options.group import Group
from codercfg.options.kinds import Boolean, Duration, Integer
from codercfg.options.opt import Alias, Opt


class CircuitBreakerFields(Group):
    """When calls to a failing AI vendor are paused.

    The four numbers are read only while the breaker is enabled.
    """

    circuit_breaker_enabled: Annotated[
        Boolean,
        Opt(
            name="AI Gateway Circuit Breaker Enabled",
            env="CODER_AI_GATEWAY_CIRCUIT_BREAKER_ENABLED",
            flag="ai-gateway-circuit-breaker-enabled",
            yaml="ai_gateway.circuit_breaker_enabled",
            description=(
                "Pauses calls to an AI vendor that keeps failing, so that users see quick errors instead of growing queues. The other "
                "circuit breaker options do nothing while this is off."
            ),
            default="false",
            group="AI Gateway",
            aliases=(
                Alias(
                    name="AI Bridge Circuit Breaker Enabled",
                    env="CODER_AIBRIDGE_CIRCUIT_BREAKER_ENABLED",
                    flag="aibridge-circuit-breaker-enabled",
                    yaml="aibridge.circuit_breaker_enabled",
                    default="false",
                    hidden=True,
                    use_instead=("CODER_AI_GATEWAY_CIRCUIT_BREAKER_ENABLED",),
                ),
            ),
        ),
    ] = None
    circuit_breaker_failure_threshold: Annotated[
        Integer,
        Opt(
            name="AI Gateway Circuit Breaker Failure Threshold",
            env="CODER_AI_GATEWAY_CIRCUIT_BREAKER_FAILURE_THRESHOLD",
            flag="ai-gateway-circuit-breaker-failure-threshold",
            yaml="ai_gateway.circuit_breaker_failure_threshold",
            description="How many errors of an AI vendor in a row make the circuit breaker stop further calls. A count from 1 to 100.",
            default="5",
            group="AI Gateway",
            hidden=True,
            validated=True,
            aliases=(
                Alias(
                    name="AI Bridge Circuit Breaker Failure Threshold",
                    env="CODER_AIBRIDGE_CIRCUIT_BREAKER_FAILURE_THRESHOLD",
                    flag="aibridge-circuit-breaker-failure-threshold",
                    yaml="aibridge.circuit_breaker_failure_threshold",
                    default="5",
                    hidden=True,
                    use_instead=("CODER_AI_GATEWAY_CIRCUIT_BREAKER_FAILURE_THRESHOLD",),
                ),
            ),
        ),
    ] = None
    circuit_breaker_interval: Annotated[
        Duration,
        Opt(
            name="AI Gateway Circuit Breaker Interval",
            env="CODER_AI_GATEWAY_CIRCUIT_BREAKER_INTERVAL",
            flag="ai-gateway-circuit-breaker-interval",
            yaml="ai_gateway.circuit_breaker_interval",
            description=(
                "Time after which the circuit breaker forgets the failures it has counted while calls still pass. A duration such as `10s`."
            ),
            default="10s",
            group="AI Gateway",
            hidden=True,
            aliases=(
                Alias(
                    name="AI Bridge Circuit Breaker Interval",
                    env="CODER_AIBRIDGE_CIRCUIT_BREAKER_INTERVAL",
                    flag="aibridge-circuit-breaker-interval",
                    yaml="aibridge.circuit_breaker_interval",
                    default="10s",
                    hidden=True,
                    use_instead=("CODER_AI_GATEWAY_CIRCUIT_BREAKER_INTERVAL",),
                ),
            ),
        ),
    ] = None
    circuit_breaker_max_requests: Annotated[
        Integer,
        Opt(
            name="AI Gateway Circuit Breaker Max Requests",
            env="CODER_AI_GATEWAY_CIRCUIT_BREAKER_MAX_REQUESTS",
            flag="ai-gateway-circuit-breaker-max-requests",
            yaml="ai_gateway.circuit_breaker_max_requests",
            description=(
                "How many trial calls the circuit breaker lets through after a pause to see whether the AI vendor has recovered. A count "
                "from 1 to 100."
            ),
            default="3",
            group="AI Gateway",
            hidden=True,
            validated=True,
            aliases=(
                Alias(
                    name="AI Bridge Circuit Breaker Max Requests",
                    env="CODER_AIBRIDGE_CIRCUIT_BREAKER_MAX_REQUESTS",
                    flag="aibridge-circuit-breaker-max-requests",
                    yaml="aibridge.circuit_breaker_max_requests",
                    default="3",
                    hidden=True,
                    use_instead=("CODER_AI_GATEWAY_CIRCUIT_BREAKER_MAX_REQUESTS",),
                ),
            ),
        ),
    ] = None
    circuit_breaker_timeout: Annotated[
        Duration,
        Opt(
            name="AI Gateway Circuit Breaker Timeout",
            env="CODER_AI_GATEWAY_CIRCUIT_BREAKER_TIMEOUT",
            flag="ai-gateway-circuit-breaker-timeout",
            yaml="ai_gateway.circuit_breaker_timeout",
            description=(
                "How long the circuit breaker rejects all calls to an AI vendor before it lets trial calls pass. A duration such as `30s`."
            ),
            default="30s",
            group="AI Gateway",
            hidden=True,
            aliases=(
                Alias(
                    name="AI Bridge Circuit Breaker Timeout",
                    env="CODER_AIBRIDGE_CIRCUIT_BREAKER_TIMEOUT",
                    flag="aibridge-circuit-breaker-timeout",
                    yaml="aibridge.circuit_breaker_timeout",
                    default="30s",
                    hidden=True,
                    use_instead=("CODER_AI_GATEWAY_CIRCUIT_BREAKER_TIMEOUT",),
                ),
            ),
        ),
    ] = None
