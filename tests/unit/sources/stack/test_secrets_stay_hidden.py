"""A secret that stands in a stack file, in the right place or in a wrong one, appears in no output."""

from __future__ import annotations

import json
from dataclasses import asdict
from typing import Any

import pytest

from codercfg.catalog.catalog import leaf_by_flag
from codercfg.models.ai.provider import AIBridgeProviderConfig
from codercfg.models.external_auth import ExternalAuthConfig
from codercfg.options.family import members
from codercfg.stack_check import load_stack

CANARY = "Xq7canaryZ9vB2kLmW4"
PIECES = [CANARY[start : start + 8] for start in range(len(CANARY) - 7)]
SECRETS = sorted({leaf.path for leaf in leaf_by_flag().values() if leaf.opt.secret})
OPTIONS = sorted({leaf.path for leaf in leaf_by_flag().values()} - {"external_auth"})
VARIABLES = sorted({leaf.opt.env for leaf in leaf_by_flag().values() if leaf.opt.secret and leaf.opt.env})
WRONG_SHAPES: list[Any] = [
    CANARY,
    [CANARY],
    {"secure": [CANARY]},
    {"secret": CANARY},
    {"secretRef": CANARY},
    {"secretRef": {"name": "a", "key": "b", "value": CANARY}},
    {"externalSecret": CANARY},
    {"externalSecret": {"store": "a", "key": "b", CANARY: "c"}},
    {"sealed": {"name": CANARY, "key": "b"}},
    {"sealed": {"name": "a", "key": "b"}, CANARY: "c"},
    {"secure": CANARY, "also": CANARY},
    f"\n{CANARY}\n",
    f"{CANARY}@{CANARY}://%zz",
]


def nested(path: str, value: Any) -> dict[str, Any]:
    head, _dot, rest = path.partition(".")
    return {head: nested(rest, value) if rest else value}


def everything_shown(text: str, secrets: dict[str, str] | None = None) -> str:
    loaded = load_stack(text, secrets)
    report = loaded.report
    shown = [json.dumps([asdict(finding) for finding in report.diagnostics]), repr(report), repr(loaded), repr(loaded.stack)]
    shown += [json.dumps(report.effective()), json.dumps(report.providers()), json.dumps(report.external_auth())]
    shown += [repr(report.values), str(report.values), repr(loaded.inputs), " ".join(report.not_checked)]
    return "\n".join(shown)


def assert_hidden(text: str, secrets: dict[str, str] | None = None) -> None:
    shown = everything_shown(text, secrets)

    assert [piece for piece in PIECES if piece in shown] == []


def stack(release: str = "2.33.1", **sections: Any) -> str:
    return json.dumps({"config": {"coder:release": release} | {f"coder:{name}": value for name, value in sections.items()}})


@pytest.mark.parametrize("path", SECRETS)
def test_a_secret_option_of_any_shape(path: str) -> None:
    for value in WRONG_SHAPES:
        assert_hidden(stack(deployment=nested(path, value)))


@pytest.mark.parametrize("path", SECRETS)
def test_a_decrypted_secret_option(path: str) -> None:
    text = stack("2.34.0", deployment=nested(path, {"secure": "v1:made:up"}))

    assert_hidden(text, {f"deployment.{path}": CANARY})


@pytest.mark.parametrize("path", SECRETS)
def test_the_ciphertext_of_a_secret_option(path: str) -> None:
    assert_hidden(stack(deployment=nested(path, {"secure": f"v1:{CANARY}:{CANARY}"})))


@pytest.mark.parametrize("name", VARIABLES)
def test_a_secret_variable(name: str) -> None:
    for value in WRONG_SHAPES:
        assert_hidden(stack("2.34.0", env={name: value}))
    assert_hidden(stack("2.34.0", env={name: {"secure": "v1:made:up"}}), {f"env.{name}": CANARY})


@pytest.mark.parametrize("model", [AIBridgeProviderConfig, ExternalAuthConfig])
def test_a_secret_key_of_a_list(model: Any) -> None:
    path = "ai.bridge.providers" if model is AIBridgeProviderConfig else "external_auth"
    for member in members(model):
        if not member.key.secret:
            continue
        for value in WRONG_SHAPES:
            assert_hidden(stack(deployment=nested(path, [{"type": "openai", member.json_name: value}])))
        text = stack("2.34.0", deployment=nested(path, [{"type": "openai", member.json_name: {"secure": "v1:made:up"}}]))
        assert_hidden(text, {f"deployment.{path}[0].{member.json_name}": CANARY})


@pytest.mark.parametrize("path", OPTIONS)
def test_findings_about_a_secret_in_the_wrong_option_do_not_show_it(path: str) -> None:
    """An option that is not secret shows in `effective`, as it will in the Deployment; a finding still never repeats a value."""
    for value in (CANARY, [CANARY], {CANARY: CANARY}, f"x {CANARY}"):
        report = load_stack(stack("2.34.0", deployment=nested(path, value))).report
        shown = json.dumps([asdict(finding) for finding in report.diagnostics])

        assert [piece for piece in PIECES if piece in shown] == [], shown


@pytest.mark.parametrize(
    "text",
    [
        f"config: {CANARY}\n",
        f"{CANARY}\n",
        f"- {CANARY}\n",
        f'config:\n  coder:release: "{CANARY}"\n',
        f"config:\n  coder:deployment: {CANARY}\n",
        f"config:\n  coder:deployment: {{oidc: {{client_secret: {CANARY}\n",
        f"config:\n  coder:deployment: {{oidc: {{client_secret: '{CANARY}\n",
        f"config:\n  coder:deployment: {{oidc: {{client_secret: *{CANARY}}}}}\n",
        f"config:\n  coder:deployment: {{oidc: {{client_secret: !{CANARY} x}}}}\n",
        f"config:\n  coder:deployment: {{oidc: {{client_secret: %{CANARY}}}}}\n",
        f'config:\n  coder:deployment: {{oidc: {{client_secret: "\\q{CANARY}"}}}}\n',
        f"config:\n  coder:deployment:\n    oidc:\n      client_secret: a: {CANARY}\n",
        f"config:\n  coder:deployment:\n    oidc:\n      ? [{CANARY}]\n      : x\n",
        f"config:\n\tcoder:deployment: {CANARY}\n",
        f"%{CANARY} 1\n---\nconfig: {{}}\n",
        f"config:\n  coder:kubernetes: {{namespace: {CANARY}, replicas: {CANARY}, image: {{tag: {CANARY}}}}}\n",
        f"config:\n  coder:target: {{files: {{secrets: {CANARY}}}}}\n",
        f"encryptionsalt: v1:{CANARY}\nconfig: {{}}\n",
    ],
)
def test_text_that_cannot_be_read_is_not_shown(text: str) -> None:
    report = load_stack(text).report
    shown = json.dumps([asdict(finding) for finding in report.diagnostics]) + repr(report)

    assert [piece for piece in PIECES if piece in shown] == [], shown
