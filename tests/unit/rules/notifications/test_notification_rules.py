"""Notifications and mail."""

from __future__ import annotations

import pytest

from unit.rules.reports import codes, findings

RELAY = {"EMAIL_SMARTHOST": "smtp.example.com:587", "EMAIL_FROM": "coder@example.com"}


@pytest.mark.parametrize(
    ("environ", "expected"),
    [
        ({"NOTIFICATIONS_METHOD": "inbox"}, ["NTF001"]),
        ({"NOTIFICATIONS_METHOD": "Inbox"}, ["NTF002"]),
        ({"NOTIFICATIONS_METHOD": " smtp"}, ["NTF002"]),
        (RELAY | {"NOTIFICATIONS_METHOD": "smtp"}, []),
        ({"NOTIFICATIONS_METHOD": "smtp"}, ["NTF009"]),
        ({"NOTIFICATIONS_METHOD": "webhook"}, ["NTF008"]),
        ({"NOTIFICATIONS_DISPATCH_TIMEOUT": "2m"}, ["NTF003"]),
        ({"NOTIFICATIONS_DISPATCH_TIMEOUT": "119s"}, []),
        ({"NOTIFICATIONS_LEASE_PERIOD": "0"}, ["NTF003"]),
        ({"NOTIFICATIONS_DISPATCH_TIMEOUT": "3m", "NOTIFICATIONS_LEASE_PERIOD": "4m"}, []),
        ({"NOTIFICATIONS_STORE_SYNC_BUFFER_SIZE": "-1"}, ["NTF004"]),
        ({"NOTIFICATIONS_STORE_SYNC_BUFFER_SIZE": "0"}, []),
        ({"NOTIFICATIONS_FETCH_INTERVAL": "0"}, ["NTF005"]),
        ({"NOTIFICATIONS_STORE_SYNC_INTERVAL": "-2s"}, ["NTF005"]),
        ({"NOTIFICATIONS_RETRY_INTERVAL": "0"}, []),
        (RELAY, []),
        (RELAY | {"EMAIL_SMARTHOST": "smtp.example.com"}, ["NTF006"]),
        (RELAY | {"EMAIL_SMARTHOST": "smtp.example.com:"}, ["NTF006"]),
        (RELAY | {"EMAIL_SMARTHOST": ":587"}, ["NTF006"]),
        ({"EMAIL_SMARTHOST": "smtp.example.com:587"}, ["NTF007"]),
        (RELAY | {"EMAIL_TLS_STARTTLS": "true"}, []),
        (RELAY | {"EMAIL_TLS_STARTTLS": "true", "EMAIL_FORCE_TLS": "true"}, ["NTF010"]),
        (RELAY | {"EMAIL_TLS_CERTKEYFILE": "/etc/coder/mail.key"}, ["NTF011"]),
        (RELAY | {"EMAIL_AUTH_PASSWORD": "fake"}, ["NTF012"]),
        (RELAY | {"EMAIL_AUTH_PASSWORD": "fake", "EMAIL_AUTH_USERNAME": "coder"}, []),
    ],
)
def test_the_server_checks_few_notification_settings_itself(environ: dict[str, str], expected: list[str]) -> None:
    assert codes("NTF", "2.33", environ) == expected


@pytest.mark.parametrize("name", ["NOTIFICATIONS_FETCH_INTERVAL", "NOTIFICATIONS_STORE_SYNC_INTERVAL"])
def test_a_panic_is_said_to_be_one(name: str) -> None:
    assert [item.why for item in findings("NTF", "2.34", {name: "0"})] == ["the server crashes at start"]


def test_a_panic_of_the_server_is_an_error_of_its_own_kind() -> None:
    crash = findings("NTF", "2.33", {"NOTIFICATIONS_FETCH_INTERVAL": "0"})
    refusal = findings("NTF", "2.33", {"NOTIFICATIONS_METHOD": "inbox"})
    assert [(item.severity.value, item.crashes) for item in crash + refusal] == [("error", True), ("error", False)]
