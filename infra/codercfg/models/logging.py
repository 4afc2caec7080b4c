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
                "Where readable log lines go: `/dev/stderr`, `/dev/stdout` or the path of a file, which is rotated at 5 MB. The server "
                "does not start when this, `logging.json` and `logging.stackdriver` are all empty or `/dev/null` and tracing is off."
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
                "Where log lines in JSON form go, besides other places: `/dev/stderr`, `/dev/stdout` or the path of a file, which is "
                "rotated at 5 MB with one backup. Empty writes none."
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
                "Keeps only those debug lines whose logger name or message matches one of the patterns. Each item is an RE2 pattern; `.*` "
                "keeps all of them. Any item switches the debug level on."
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
                "Where log lines in the form of Google Cloud go, besides other places: `/dev/stderr`, `/dev/stdout` or the path of a file, "
                "which is rotated at 5 MB with one backup. Empty writes none."
            ),
            group="Introspection / Logging",
            workspace_proxy=True,
        ),
    ] = None
