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
                "How often agents report their figures and deployment totals are recomputed. 0 becomes five minutes; short "
                "values load the database."
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
            description="How often the server looks for workspaces due to start, stop or be deleted. 0 or less crashes the server.",
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
            description="Replaces the upgrade hint that command-line clients print when their version does not fit the server.",
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
                "Names one YAML file that fills every option not set by flag or environment. File path. Missing file or "
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
                "Developer aid that reports the permission checks of each request to the caller. Works in development builds only."
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
                "Allows privileged users to run workspace builds with Terraform debug output. Debug output can reveal "
                "credentials in build logs."
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
                "Turns on unfinished features, named one by one. CSV of names, or `*`. Unknown names only warn; behaviour "
                "may change or vanish."
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
                "How often the server searches for stuck or never collected build jobs and ends them. 0 or less crashes the server."
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
            description="How often cached template build times are recomputed. 0 becomes one hour.",
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
            description="Asks GitHub once a day for newer releases and tells administrators. Outbound call from the server.",
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
            description="Switches debug level on for all loggers; `CODER_LOG_FILTER` is the finer tool. Large log volume.",
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
                "Prints the effective settings as YAML and stops; an operator's command, not a deployment setting. Bool "
                "flag, no env. Secret options have no YAML key, so the output is incomplete."
            ),
            group="Config",
            workspace_proxy=True,
        ),
    ] = None
