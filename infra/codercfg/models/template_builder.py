"""The wizard that composes templates (from 2.34)."""

from typing import Annotated

from codercfg.options.group import Group
from codercfg.options.kinds import Boolean, Text
from codercfg.options.opt import Opt


class TemplateBuilderConfig(Group):
    """The wizard that composes templates (from 2.34)."""

    disabled: Annotated[
        Boolean,
        Opt(
            name="Disable Template Builder",
            env="CODER_DISABLE_TEMPLATE_BUILDER",
            flag="disable-template-builder",
            yaml="templateBuilder.disabled",
            description="Takes the guided wizard for new templates away; its API then answers HTTP 404.",
            group="Template Builder",
        ),
    ] = None
    registry_url: Annotated[
        Text,
        Opt(
            name="Template Builder Registry URL",
            env="CODER_TEMPLATE_BUILDER_REGISTRY_URL",
            flag="template-builder-registry-url",
            yaml="templateBuilder.registryURL",
            description=(
                "Address of the registry from which the template wizard takes modules. Any text is accepted; builds run code from there, "
                "so use one that you trust. Unused with `template_builder.disabled`."
            ),
            default="https://registry.coder.com",
            group="Template Builder",
        ),
    ] = None
