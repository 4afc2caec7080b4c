"""Top-level options about the server process."""

from typing import Annotated

from codercfg.options.group import Group
from codercfg.options.kinds import Boolean, Duration, Text, TextList
from codercfg.options.opt import Opt


class ServerFields(Group):
    """Top-level options about the server process."""

    agent_stat_refresh_interval: Annotated[
        Duration,
        Opt(
            name="Agent Stat Refresh Interval",
            env="CODER_AGENT_STATS_REFRESH_INTERVAL",
            flag="agent-stats-refresh-interval",
            yaml=None,
            description=(
                "How often agents report their figures and the totals of the deployment are computed. A duration such as `30s`; 0 becomes "
                "five minutes, and short ones load the database."
            ),
            default="30s",
            hidden=True,
        ),
    ] = None
    autobuild_poll_interval: Annotated[
        Duration,
        Opt(
            name="Autobuild Poll Interval",
            env="CODER_AUTOBUILD_POLL_INTERVAL",
            flag="autobuild-poll-interval",
            yaml="autobuildPollInterval",
            description=(
                "How often the server looks for workspaces that are due to start, stop or be deleted. A duration such as `1m`; 0 or less "
                "crashes the server at start."
            ),
            default="1m0s",
            hidden=True,
        ),
    ] = None
    cli_upgrade_message: Annotated[
        Text,
        Opt(
            name="CLI Upgrade Message",
            env="CODER_CLI_UPGRADE_MESSAGE",
            flag="cli-upgrade-message",
            yaml="client.cliUpgradeMessage",
            description="Text that Coder's command line prints in place of its own hint when its version does not fit the server.",
            group="Client",
        ),
    ] = None
    config: Annotated[
        Text,
        Opt(
            name="Config Path",
            env="CODER_CONFIG_PATH",
            flag="config",
            yaml=None,
            description=(
                "Path of a YAML file of the server with values for options that neither flag nor variable sets. A missing file or an "
                "unknown key stops start-up."
            ),
            group="Config",
            shorthand="c",
        ),
    ] = None
    enable_authz_recording: Annotated[
        Boolean,
        Opt(
            name="Enable Authorization Recordings",
            env="CODER_ENABLE_AUTHZ_RECORDINGS",
            flag="enable-authz-recordings",
            yaml=None,
            description=(
                "Reports the permission checks of each request to the caller, as an aid for developers of Coder. Works in development "
                "builds only."
            ),
            default="false",
            hidden=True,
        ),
    ] = None
    enable_terraform_debug_mode: Annotated[
        Boolean,
        Opt(
            name="Enable Terraform debug mode",
            env="CODER_ENABLE_TERRAFORM_DEBUG_MODE",
            flag="enable-terraform-debug-mode",
            yaml="introspection.logging.enableTerraformDebugMode",
            description=(
                "Lets privileged users run workspace builds with Terraform's debug output. That output can show credentials in the build "
                "logs."
            ),
            default="false",
            group="Introspection / Logging",
        ),
    ] = None
    experiments: Annotated[
        TextList,
        Opt(
            name="Experiments",
            env="CODER_EXPERIMENTS",
            flag="experiments",
            yaml="experiments",
            description=(
                "Unfinished features to switch on. Each item is the name of one, or `*` for those that the release calls safe. They may "
                "change or vanish with any release; an unknown name is only logged."
            ),
            workspace_proxy=True,
        ),
    ] = None
    job_hang_detector_interval: Annotated[
        Duration,
        Opt(
            name="Job Reaper Detect Interval",
            env="CODER_JOB_HANG_DETECTOR_INTERVAL",
            flag="job-hang-detector-interval",
            yaml="jobHangDetectorInterval",
            description=(
                "How often the server looks for builds that hang or were never taken up, and ends them. A duration such as `1m`; 0 or less "
                "crashes the server at start."
            ),
            default="1m0s",
            hidden=True,
        ),
    ] = None
    metrics_cache_refresh_interval: Annotated[
        Duration,
        Opt(
            name="Metrics Cache Refresh Interval",
            env="CODER_METRICS_CACHE_REFRESH_INTERVAL",
            flag="metrics-cache-refresh-interval",
            yaml=None,
            description="How often the cached build times of templates are computed anew. A duration such as `4h`; 0 becomes one hour.",
            default="4h0m0s",
            hidden=True,
        ),
    ] = None
    update_check: Annotated[
        Boolean,
        Opt(
            name="Update Check",
            env="CODER_UPDATE_CHECK",
            flag="update-check",
            yaml="updateCheck",
            description=(
                "Asks GitHub once a day for newer releases of Coder and tells administrators. The server then makes calls to the outside."
            ),
            default="true",
        ),
    ] = None
    verbose: Annotated[
        Boolean,
        Opt(
            name="Verbose",
            env="CODER_VERBOSE",
            flag="verbose",
            yaml="introspection.logging.verbose",
            description="Switches the debug level on for all loggers, which makes very many lines; `logging.log_filter` is the finer tool.",
            group="Introspection / Logging",
            shorthand="v",
            hidden=True,
            workspace_proxy=True,
            use_instead=("CODER_LOG_FILTER",),
        ),
    ] = None
    write_config: Annotated[
        Boolean,
        Opt(
            name="Write Config",
            env=None,
            flag="write-config",
            yaml=None,
            description=(
                "Prints the settings in effect as YAML and ends: a command for a terminal, not a setting of a deployment. Secrets have no "
                "YAML key and are left out."
            ),
            group="Config",
            workspace_proxy=True,
        ),
    ] = None
