"""Where the server logs to, and what."""

from typing import Annotated

from pydantic import Field

from codercfg.options.group import Group
from codercfg.options.kinds import Text, TextList
from codercfg.options.opt import Opt


class LoggingConfig(Group):
    """Where the server logs to, and what."""

    human: Annotated[
        Text,
        Opt(
            name="Human Log Location",
            env="CODER_LOGGING_HUMAN",
            flag="log-human",
            yaml="introspection.logging.humanPath",
            description=(
                "Where readable log lines go: standard error, standard output or a file. Path, `/dev/stderr`, "
                "`/dev/stdout`. All sinks off stops start-up; files rotate at 5 MB."
            ),
            default="/dev/stderr",
            group="Introspection / Logging",
            workspace_proxy=True,
        ),
    ] = None
    json_: Annotated[
        Text,
        Opt(
            name="JSON Log Location",
            env="CODER_LOGGING_JSON",
            flag="log-json",
            yaml="introspection.logging.jsonPath",
            description=(
                "Where log lines in JSON form go, in addition to other sinks. Path, `/dev/stderr`, `/dev/stdout`. Files "
                "rotate at 5 MB with one backup."
            ),
            group="Introspection / Logging",
            workspace_proxy=True,
        ),
    ] = Field(None, alias="json")
    log_filter: Annotated[
        TextList,
        Opt(
            name="Log Filter",
            env="CODER_LOG_FILTER",
            flag="log-filter",
            yaml="introspection.logging.filter",
            description=(
                "Limits debug lines to those whose logger name or message matches one of the patterns. CSV of RE2. Any "
                "value switches debug level on."
            ),
            group="Introspection / Logging",
            shorthand="l",
        ),
    ] = None
    stackdriver: Annotated[
        Text,
        Opt(
            name="Stackdriver Log Location",
            env="CODER_LOGGING_STACKDRIVER",
            flag="log-stackdriver",
            yaml="introspection.logging.stackdriverPath",
            description=(
                "Where log lines in Google Cloud form go, in addition to other sinks. Path, `/dev/stderr`, `/dev/stdout`. "
                "Files rotate at 5 MB with one backup."
            ),
            group="Introspection / Logging",
            workspace_proxy=True,
        ),
    ] = None
