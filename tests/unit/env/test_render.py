"""What the variables of a release cannot say goes into arguments, or is an error; it is never lost."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

import pytest

from codercfg.env.render import render
from codercfg.releases.release import Release
from codercfg.stack_check import load_stack

if TYPE_CHECKING:
    from codercfg.env.rendered import Rendered

STACK = """\
config:
  coder:release: "{release}"
  coder:deployment:
    {deployment}
"""


def rendered(deployment: str, release: str, stack_release: str = "") -> Rendered:
    """The rendering for `release` of a stack that names `stack_release`, or `release` as well."""
    configuration = load_stack(STACK.format(release=stack_release or release, deployment=deployment)).inputs.configuration
    assert configuration is not None
    return render(replace(configuration, release=Release.parse(release)))


def entries(found: Rendered) -> list[dict[str, Any]]:
    return [entry.manifest() for entry in found.entries]


@pytest.mark.parametrize(
    ("release", "variables", "arguments"),
    [("2.33", [], ["--wildcard-access-url="]), ("2.34", [{"name": "CODER_WILDCARD_ACCESS_URL", "value": ""}], [])],
)
def test_an_empty_value_is_an_argument_where_an_empty_variable_counts_as_unset(
    release: str, variables: list[dict[str, Any]], arguments: list[str]
) -> None:
    found = rendered('wildcard_access_url: ""', release)
    assert (entries(found), found.arguments) == (variables, arguments)


def test_a_variable_that_the_server_takes_for_an_item_of_a_list_is_an_argument() -> None:
    found = rendered("external_auth_github_default_provider_enable: false", "2.33")
    assert (entries(found), found.arguments) == ([], ["--external-auth-github-default-provider-enable=false"])


@pytest.mark.parametrize(("release", "text"), [("2.28", "720h0m0s"), ("2.29", "30d")])
def test_days_are_written_as_hours_where_the_server_does_not_know_them(release: str, text: str) -> None:
    found = rendered("session_lifetime: {default_duration: 30d}", release, stack_release="2.33")
    assert entries(found) == [{"name": "CODER_SESSION_DURATION", "value": text}]


@pytest.mark.parametrize(
    ("deployment", "release", "code", "message", "help_"),
    [
        (
            "ai: {bridge: {providers: [{type: openai}]}}",
            "2.32",
            "ENV051",
            "Coder 2.32 reads no AI provider from the environment",
            "use a release that reads the list, or configure the providers in the product",
        ),
        (
            'external_auth: [{id: a, type: gitea, client_id: x, api_base_url: "https://git.example.com"}]',
            "2.31",
            "ENV052",
            "Coder 2.31 does not read `external_auth[0].api_base_url`",
            "remove it, or choose release 2.32 or later",
        ),
    ],
)
def test_what_the_release_does_not_read_is_an_error(deployment: str, release: str, code: str, message: str, help_: str) -> None:
    [found] = rendered(deployment, release, stack_release="2.33").diagnostics
    assert (found.code, found.message, found.help) == (code, message, help_)
