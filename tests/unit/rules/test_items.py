"""Names and places of indexed items."""

from __future__ import annotations

from typing import Any

import pytest

from codercfg.configuration.configuration import Configuration
from codercfg.configuration.setting import Item
from codercfg.diagnostics.origin import Origin
from codercfg.models.external_auth import ExternalAuthConfig
from codercfg.releases.release import Release
from codercfg.rules.items import EXTERNAL_AUTH, Entry, entries
from codercfg.values.secret import Ciphertext, SecretText


def _entry(prefix: str, kind: str, origins: dict[str, Origin], **values: Any) -> Entry:
    item = Item(3, prefix, ExternalAuthConfig.model_construct(**values), origins)
    config = Configuration(Release.parse("2.33"), {}, external_auth=(item,), kind=kind)
    return next(iter(entries(config, EXTERNAL_AUTH)))


ENV = {"": Origin("env", name="CODER_GITAUTH_3_ID"), "id": Origin("env", name="CODER_GITAUTH_3_ID")}


@pytest.mark.parametrize(
    ("prefix", "kind", "origins", "label", "identifier", "type_"),
    [
        ("CODER_GITAUTH_", "server", ENV, "CODER_GITAUTH_3", "CODER_GITAUTH_3_ID", "CODER_GITAUTH_3_TYPE"),
        ("", "stack", {"": Origin("stack")}, "external_auth[0]", "external_auth[0].id", "external_auth[0].type"),
        ("", "server", {"": Origin("yaml")}, "externalAuthProviders[3]", "externalAuthProviders[3].id", "externalAuthProviders[3].type"),
    ],
)
def test_a_key_has_the_name_of_the_surface_in_use(
    prefix: str, kind: str, origins: dict[str, Origin], label: str, identifier: str, type_: str
) -> None:
    entry = _entry(prefix, kind, origins, id="x")
    assert (entry.label, entry.name("id"), entry.name("type")) == (label, identifier, type_)


def test_a_variable_keeps_the_case_in_which_it_was_written() -> None:
    entry = _entry("CODER_EXTERNAL_AUTH_", "server", {"": Origin("env"), "id": Origin("env", name="coder_external_auth_3_id")}, id="x")
    assert entry.name("id") == "coder_external_auth_3_id"


def test_only_what_was_written_is_at_fault() -> None:
    entry = _entry("CODER_GITAUTH_", "server", ENV, id="x")
    assert entry.about("id", "type") == ("CODER_GITAUTH_3_ID",)
    assert entry.about("client_id") == ("CODER_GITAUTH_3_ID",)


def test_an_item_of_unknown_keys_only_is_named_by_the_first_of_them() -> None:
    entry = _entry("CODER_GITAUTH_", "server", {"": Origin("env", name="CODER_GITAUTH_3_X")})
    assert entry.about("type") == ("CODER_GITAUTH_3_X",)


def test_an_item_of_the_server_s_yaml_is_named_by_its_list() -> None:
    entry = _entry("", "server", {"": Origin("yaml", name="externalAuthProviders")}, id="x")
    assert entry.about("id") == ("externalAuthProviders",)


def test_a_place_is_that_of_the_first_key_that_was_written() -> None:
    entry = _entry("CODER_GITAUTH_", "server", {"": Origin("env", name="a"), "type": Origin("env", name="b")}, type="x")
    assert [str(entry.origin(*keys)) for keys in (("id", "type"), ("id",), ())] == ["b", "a", "a"]


def test_only_plain_secrets_can_be_looked_at() -> None:
    plain, hidden = (
        _entry("", "stack", {"": Origin("stack")}, client_secret=value) for value in (SecretText("canary"), Ciphertext("v1:x"))
    )
    assert (plain.secret("client_secret"), plain.is_known("client_secret"), plain.is_given("client_secret")) == ("canary", True, True)
    assert (hidden.secret("client_secret"), hidden.is_known("client_secret"), hidden.is_given("client_secret")) == (None, False, True)
    assert "canary" not in repr(plain)
