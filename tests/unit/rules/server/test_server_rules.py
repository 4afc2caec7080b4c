"""Server options of no other family."""

from __future__ import annotations

import pytest

from unit.rules.reports import codes, findings


@pytest.mark.parametrize(
    ("release", "environ", "expected"),
    [
        ("2.33", {"AUTOBUILD_POLL_INTERVAL": "0"}, ["SRV001"]),
        ("2.33", {"JOB_HANG_DETECTOR_INTERVAL": "-5m"}, ["SRV001"]),
        ("2.33", {"METRICS_CACHE_REFRESH_INTERVAL": "0", "PROXY_HEALTH_INTERVAL": "-1s", "AGENT_STATS_REFRESH_INTERVAL": "0"}, []),
        ("2.33", {"EXPERIMENTS": "*"}, []),
        ("2.33", {"EXPERIMENTS": "oauth2,MCP-Server-HTTP"}, []),
        ("2.33", {"EXPERIMENTS": "oauth2, notifications"}, ["SRV002"]),
        ("2.33", {"EXPERIMENTS": "agents"}, []),
        ("2.34", {"EXPERIMENTS": "agents"}, ["SRV002"]),
        ("2.34", {"EXPERIMENTS": "nats_pubsub"}, []),
        ("2.33", {"QUIET_HOURS_DEFAULT_SCHEDULE": "CRON_TZ=UTC 0 0 * * *"}, []),
        ("2.33", {"QUIET_HOURS_DEFAULT_SCHEDULE": "30 2 * * *"}, []),
        ("2.33", {"QUIET_HOURS_DEFAULT_SCHEDULE": "nonsense"}, ["SRV003"]),
        ("2.33", {"QUIET_HOURS_DEFAULT_SCHEDULE": "0 0 * * 1-5"}, ["SRV003"]),
        ("2.33", {"QUIET_HOURS_DEFAULT_SCHEDULE": "0 24 * * *"}, ["SRV003"]),
        ("2.33", {"DANGEROUS_ALLOW_CORS_REQUESTS": "true"}, ["SRV004"]),
        ("2.33", {"PROVISIONER_DAEMONS": "0"}, ["SRV005"]),
        ("2.33", {"PROVISIONER_DAEMONS": "0", "PROVISIONER_DAEMON_PSK": "fake"}, []),
        ("2.33", {"PROMETHEUS_COLLECT_DB_METRICS": "true"}, ["SRV006"]),
        ("2.33", {"PROMETHEUS_ADDRESS": "0.0.0.0:99999"}, []),
        ("2.33", {"PROMETHEUS_ADDRESS": "0.0.0.0:99999", "PROMETHEUS_ENABLE": "true"}, ["SRV008"]),
        ("2.33", {"PPROF_ENABLE": "true"}, []),
        ("2.33", {"PPROF_ENABLE": "true", "PPROF_ADDRESS": ":6060"}, ["SRV009"]),
        ("2.33", {"WEB_TERMINAL_RENDERER": "Canvas"}, ["SRV010"]),
        ("2.33", {"API_RATE_LIMIT": "0"}, ["SRV014"]),
        ("2.33", {"API_RATE_LIMIT": "-1"}, []),
        ("2.33", {"WGTUNNEL_HOST": "tunnel.example.com"}, ["SRV016"]),
    ],
)
def test_other_options(release: str, environ: dict[str, str], expected: list[str]) -> None:
    assert codes("SRV", release, environ) == expected


def test_a_removed_option_is_fatal_as_flag_and_silent_as_variable() -> None:
    as_variable = findings("SRV", "2.37", {"HIDE_AI_TASKS": "true"})
    as_flag = findings("SRV", "2.37", {}, args=("--hide-ai-tasks",))
    refused = "the server refuses to start: it does not know the name"
    assert [(item.code, item.severity.value, item.why) for item in as_variable] == [("SRV018", "warning", "the server ignores it")]
    assert [(item.code, item.severity.value, item.why) for item in as_flag] == [("SRV019", "error", refused)]
    assert findings("SRV", "2.34", {"HIDE_AI_TASKS": "true"}) == []
