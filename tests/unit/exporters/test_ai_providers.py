from __future__ import annotations

import json
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from codercfg.configuration.setting import Item
from codercfg.diagnostics.origin import Origin
from codercfg.exporters.ai_providers import api, hcl, providers
from codercfg.models.ai.provider import AIBridgeProviderConfig
from codercfg.values.reference import SecretRef
from codercfg.values.secret import Ciphertext, SecretText

PLACE = {"": Origin("stack")}


def item(**keys: Any) -> Item:
    return Item(0, "", AIBridgeProviderConfig.model_construct(**keys), PLACE)


def test_a_provider_without_a_name_has_its_type_for_one() -> None:
    assert json.loads(api(providers([item(type="copilot")]))) == [{"name": "copilot", "type": "copilot"}]


def test_every_secret_becomes_a_variable_that_says_where_the_value_lies() -> None:
    found = providers(
        [
            item(
                type="bedrock",
                name="aws-eu",
                bedrock_access_key=SecretRef("aws", "id"),
                bedrock_access_key_secret=Ciphertext("v1:AAAA:BBBB"),
                key=SecretText("hunter2canary"),
            )
        ]
    )

    assert [(item.key, item.variable, item.source) for item in found[0].credentials] == [
        ("key", "ai_provider_aws_eu_key", "written in the stack"),
        ("bedrock_access_key", "ai_provider_aws_eu_bedrock_access_key", "key id of Secret aws"),
        ("bedrock_access_key_secret", "ai_provider_aws_eu_bedrock_access_key_secret", "encrypted in the stack file"),
    ]
    for text in (hcl(found), api(found)):
        assert "hunter2" not in text
        assert "AAAA" not in text
    assert hcl(found).count("ephemeral = true") == 3
    assert 'resource "coderd_ai_provider" "aws_eu" {' in hcl(found)


def test_a_password_in_an_address_is_a_secret_too() -> None:
    found = providers([item(type="openai", name="x", base_url="https://user:hunter2canary@llm.example.com/v1")])

    assert "  base_url = var.ai_provider_x_base_url\n}" in hcl(found)
    assert json.loads(api(found))[0]["base_url"] == "${AI_PROVIDER_X_BASE_URL}"
    assert "hunter2" not in hcl(found) + api(found)
    assert "ephemeral" not in hcl(found)


@given(st.text(max_size=60).filter(lambda text: "@" not in text))
def test_no_text_escapes_from_its_quotes(text: str) -> None:
    found = providers([item(type="openai", name="x", base_url=text)])
    lines = [line for line in hcl(found).split("\n") if line.startswith("  base_url = ")]

    assert len(lines) == (1 if text else 0)
    assert "${" not in "".join(lines).replace("$${", "")
    assert json.loads(api(found))[0].get("base_url", "") == text
