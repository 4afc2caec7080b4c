"""Coder's own AI chat."""

from typing import Annotated

from codercfg.options.group import Group
from codercfg.options.kinds import Boolean, Integer
from codercfg.options.opt import Opt


class ChatConfig(Group):
    """Coder's own AI chat."""

    acquire_batch_size: Annotated[
        Integer,
        Opt(
            name="Chat: Acquire Batch Size",
            env="CODER_CHAT_ACQUIRE_BATCH_SIZE",
            flag="chat-acquire-batch-size",
            yaml="chat.acquireBatchSize",
            description="How many waiting AI chats one replica takes up in each round of polling. A count.",
            default="10",
            group="Chat",
            hidden=True,
        ),
    ] = None
    ai_gateway_routing_enabled: Annotated[
        Boolean,
        Opt(
            name="Chat: AI Gateway Routing Enabled",
            env="CODER_CHAT_AI_GATEWAY_ROUTING_ENABLED",
            flag="chat-ai-gateway-routing-enabled",
            yaml="chat.aiGatewayRoutingEnabled",
            description=(
                "Sends the model calls of Coder's own chat through the AI gateway, so that its records cover them. Ignored while "
                "`ai.bridge.enabled` is false; chats then call the vendors directly."
            ),
            default="true",
            group="Chat",
            hidden=True,
        ),
    ] = None
    debug_logging_enabled: Annotated[
        Boolean,
        Opt(
            name="Chat: Debug Logging Enabled",
            env="CODER_CHAT_DEBUG_LOGGING_ENABLED",
            flag="chat-debug-logging-enabled",
            yaml="chat.debugLoggingEnabled",
            description=(
                "Records debug data of all chats, whatever administrators and users chose in the product. 2.33 does nothing with it; from "
                "2.34 the records may hold prompts."
            ),
            default="false",
            group="Chat",
        ),
    ] = None
