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
            description="Serves interactive documentation of the API from the server itself. Visitors see the whole surface of the API.",
        ),
    ] = None
