"""The interactive page of the HTTP API."""

from typing import Annotated

from codercfg.options.group import Group
from codercfg.options.kinds import Boolean
from codercfg.options.opt import Opt


class SwaggerConfig(Group):
    """The interactive page of the HTTP API."""

    enable: Annotated[
        Boolean,
        Opt(
            name="Enable swagger endpoint",
            env="CODER_SWAGGER_ENABLE",
            flag="swagger-enable",
            yaml="enableSwagger",
            description="Serves interactive API documentation from the server itself. Shows the full API surface to visitors.",
        ),
    ] = None
