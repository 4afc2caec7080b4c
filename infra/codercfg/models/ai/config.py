"""Everything about AI."""

from codercfg.models.ai.bridge import AIBridgeConfig
from codercfg.models.ai.chat import ChatConfig
from codercfg.models.ai.proxy import AIBridgeProxyConfig
from codercfg.options.group import Group, group


class AIConfig(Group):
    """Everything about AI."""

    aibridge_proxy: AIBridgeProxyConfig = group()
    bridge: AIBridgeConfig = group()
    chat: ChatConfig = group()
