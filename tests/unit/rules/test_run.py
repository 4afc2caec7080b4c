"""Which rules run, and what stops one."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from codercfg.catalog.catalog import catalog
from codercfg.configuration.configuration import Configuration
from codercfg.configuration.setting import Item, Setting
from codercfg.diagnostics.diagnostic import Severity
from codercfg.diagnostics.origin import Origin
from codercfg.models.ai.provider import AIBridgeProviderConfig
from codercfg.releases.release import Release
from codercfg.rules.guarded import UnreadableError, guarded
from codercfg.rules.registry import ROWS
from codercfg.rules.run import all_rules, load, run
from codercfg.values.reference import SecretRef
from codercfg.values.secret import Ciphertext

RELEASE = Release.parse("2.34")


def _provider(release: Release = RELEASE, kind: str = "stack", **values: object) -> Configuration:
    item = Item(0, "", AIBridgeProviderConfig.model_construct(**values), {"": Origin("stack", "Pulumi.dev.yaml", 7, 3)})  # type: ignore[arg-type]
    return Configuration(release, {}, providers=(item,), kind=kind)


def _setting(path: str, value: object, release: Release = RELEASE) -> dict[str, Setting]:
    option = catalog(release).by_path[path][0]
    return {path: Setting(option, value, Origin("stack", "Pulumi.dev.yaml", 9, 5))}


def test_an_empty_configuration_has_no_finding_of_the_listed_families() -> None:
    diagnostics, _ = run(Configuration(RELEASE, {}))
    assert [item for item in diagnostics if item.code[:3] in {"AIP", "AIG", "EXT"}] == []


def test_a_stack_names_json_paths_and_places() -> None:
    diagnostics, _ = run(_provider(name="x"))
    found = [item for item in diagnostics if item.code == "AIP101"]
    assert [(item.message, item.path, str(item.origin)) for item in found] == [
        ("`ai.bridge.providers[0].type` is missing", "ai.bridge.providers[0].type", "Pulumi.dev.yaml:7:3"),
    ]


def test_rules_hold_for_their_releases_only() -> None:
    for series in ("2.32", "2.38"):
        diagnostics, _ = run(_provider(Release.parse(series), name="x"))
        assert "AIP101" not in {item.code for item in diagnostics}


def test_a_rule_stays_silent_about_an_option_that_could_not_be_read() -> None:
    settings = _setting("ai.aibridge_proxy.enabled", value=True)
    assert "AIG001" in {item.code for item in run(Configuration(RELEASE, settings))[0]}
    unreadable = frozenset({"ai.aibridge_proxy.cert_file"})
    assert "AIG001" not in {item.code for item in run(Configuration(RELEASE, settings), unreadable)[0]}


def test_rules_about_a_list_stay_silent_when_the_list_is_not_complete() -> None:
    diagnostics, _ = run(_provider(name="x"), frozenset({"@providers"}))
    assert [item for item in diagnostics if item.code.startswith("AIP")] == []


@pytest.mark.parametrize("ask", ["get", "is_set", "origin"])
def test_a_guarded_configuration_refuses_to_answer_about_what_could_not_be_read(ask: str) -> None:
    view = guarded(Configuration(RELEASE, {}), frozenset({"http_address"}))
    with pytest.raises(UnreadableError, match="http_address"):
        getattr(view, ask)("http_address")
    assert view.get("ai.aibridge_proxy.listen_addr") == ":8888"
    assert view.is_set("verbose") is False
    assert view.origin("verbose").source == "default"


def test_nothing_is_guarded_when_everything_could_be_read() -> None:
    config = Configuration(RELEASE, {})
    assert guarded(config, frozenset()) is config


@pytest.mark.parametrize("hidden", [Ciphertext("v1:abc"), SecretRef("llm", "keys")])
def test_a_list_that_cannot_be_looked_at_is_said_to_be_unchecked(hidden: object) -> None:
    diagnostics, not_checked = run(_provider(type="openai", keys=hidden))
    assert [item.code for item in diagnostics if item.severity is Severity.ERROR] == []
    where = "are encrypted" if isinstance(hidden, Ciphertext) else "lie in a Kubernetes Secret"
    assert not_checked == [f"the items of `ai.bridge.providers[0].keys` were not looked at: they {where}"]


@pytest.mark.parametrize("hidden", [Ciphertext("v1:abc"), SecretRef("llm", "key")])
def test_a_hidden_key_counts_as_given(hidden: object) -> None:
    diagnostics, _ = run(_provider(type="copilot", key=hidden))
    assert [item.code for item in diagnostics if item.severity is Severity.ERROR] == ["AIP114"]


def test_unpaired_credentials_are_not_guessed_when_lists_are_hidden() -> None:
    one, other = Ciphertext("a"), Ciphertext("b")
    stack = _provider(type="bedrock", bedrock_region="eu-west-1", bedrock_access_keys=one, bedrock_access_key_secrets=other)
    diagnostics, not_checked = run(stack)
    assert [item.code for item in diagnostics if item.severity is Severity.ERROR] == []
    assert any("pair up" in sentence for sentence in not_checked)


def test_all_rules_can_be_listed_in_the_order_of_the_registry() -> None:
    assert [rule.code for rule in all_rules()] == [code for code, _module, _triggers in ROWS]
    assert load("ai_providers.type_missing") is load("ai_providers.type_missing")


def test_checking_one_family_imports_no_rule_of_another() -> None:
    script = (
        "import json, sys\n"
        "from codercfg.check import check_environ\n"
        "check_environ({'CODER_EXTERNAL_AUTH_0_TYPE': 'github'}, '2.33')\n"
        "print(json.dumps([name for name in sys.modules if name.startswith('codercfg.rules.ai_')]))\n"
    )
    infra = Path(__file__).parents[3] / "infra"
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True, cwd=infra, timeout=60)
    assert json.loads(done.stdout) == []
