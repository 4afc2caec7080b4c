from __future__ import annotations

import shlex

import pytest

from codercfg.sources.stack.set_command import set_command


@pytest.mark.parametrize(
    ("section", "path", "stack", "command"),
    [
        (
            "deployment",
            "oidc.client_secret",
            "prod",
            "pulumi config set --secret --path 'coder:deployment.oidc.client_secret' --stack prod",
        ),
        (
            "deployment",
            "ai.bridge.providers[0].key",
            "eu-1",
            "pulumi config set --secret --path 'coder:deployment.ai.bridge.providers[0].key' --stack eu-1",
        ),
        ("env", "CODER_OIDC_CLIENT_SECRET", "", "pulumi config set --secret --path 'coder:env.CODER_OIDC_CLIENT_SECRET'"),
        ("env", "coder.odd", "prod", "pulumi config set --secret --path 'coder:env[\"coder.odd\"]' --stack prod"),
        ("env", "it's", "a b", "pulumi config set --secret --path 'coder:env[\"it'\"'\"'s\"]'"),
        ("env", 'a"b\\', "", 'pulumi config set --secret --path \'coder:env["a\\"b\\\\"]\''),
    ],
)
def test_the_command_names_the_one_place(section: str, path: str, stack: str, command: str) -> None:
    assert set_command(section, path, stack) == command


def test_a_shell_hands_on_what_pulumi_reads() -> None:
    assert shlex.split(set_command("env", "it's", "prod"))[5] == 'coder:env["it\'s"]'
