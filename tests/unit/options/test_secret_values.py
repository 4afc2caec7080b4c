"""What a stack file may write for a secret, and what it is told otherwise."""

from __future__ import annotations

from typing import Any

import pytest

from codercfg.options.secret_values import accept_secret
from codercfg.values.error import ValueParseError
from codercfg.values.reference import ExternalRef, SealedRef, SecretRef
from codercfg.values.secret import Ciphertext, SecretText

STORE = {"store": "v", "key": "k"}
NO_FORM = "expected a map with the one key `secure`, `secretRef`, `externalSecret` or `sealed`"


@pytest.mark.parametrize(
    ("written", "held"),
    [
        ({"secure": "v1:x"}, Ciphertext("v1:x")),
        ({"secretRef": {"name": "a", "key": "b"}}, SecretRef("a", "b")),
        ({"secretRef": {"name": "a", "key": 3, "rotation": 4}}, SecretRef("a", "3", "4")),
        ({"sealed": {"name": "a", "key": "b", "rotation": "2026-11"}}, SealedRef("a", "b", "2026-11")),
        ({"externalSecret": {"store": "v", "key": "prod/a b"}}, ExternalRef("v", "prod/a b")),
        (
            {
                "externalSecret": {
                    "store": "v",
                    "storeKind": "ClusterSecretStore",
                    "key": "k",
                    "property": "p",
                    "version": 7,
                    "rotation": "r",
                }
            },
            ExternalRef("v", "k", "ClusterSecretStore", "p", "7", "r"),
        ),
        (SecretText("x"), SecretText("x")),
    ],
)
def test_each_form_is_taken(written: Any, held: object) -> None:
    found = accept_secret(written)
    assert found == held
    assert type(found) is type(held)


@pytest.mark.parametrize(
    ("written", "reason", "help_", "at"),
    [
        ("x", "a secret option may not hold plain text", "", ()),
        ({}, NO_FORM, "", ()),
        (
            {"secretref": {}},
            "expected a map with the one key `secure`, `secretRef`, `externalSecret` or `sealed`",
            "did you mean `secretRef`",
            (),
        ),
        ({"secure": ""}, "`secure` needs the text that Pulumi wrote", "", ("secure",)),
        (
            {"secretRef": {"name": "a", "key": "b"}, "sealed": {}},
            "`secretRef` and `sealed` are two ways to say where one value lies",
            "keep one of them",
            ("sealed",),
        ),
        (
            {"secretRef": {"name": "a", "key": "b"}, "rotation": "1"},
            "a key beside `secretRef` that does not belong there",
            "write `rotation` inside `secretRef`",
            ("rotation",),
        ),
        ({"secure": "v1:x", "also": 1}, "a key beside `secure` that does not belong there", "remove it", ("also",)),
        ({"sealed": "a"}, "`sealed` must be a map with `name` and `key`, found text", "write {sealed: {name: …, key: …}}", ("sealed",)),
        ({"secretRef": {"name": "a"}}, "`secretRef` needs `name` and `key`: `key` is missing", "", ("secretRef",)),
        ({"externalSecret": {"key": "a"}}, "`externalSecret` needs `store` and `key`: `store` is missing", "", ("externalSecret",)),
        ({"secretRef": {"nmae": "a", "key": "b"}}, "`secretRef` has no such key", "did you mean `name`?", ("secretRef", "nmae")),
        ({"secretRef": {"name": "a", "key": "b", "store": "c"}}, "`secretRef` has no such key", "its keys are", ("secretRef", "store")),
        ({"sealed": {"name": "A", "key": "b"}}, "`sealed.name`: not a name that a Secret can have", "lower-case", ("sealed", "name")),
        ({"sealed": {"name": True, "key": "b"}}, "`sealed.name` must be a text, found true or false", "", ("sealed", "name")),
        ({"sealed": {"name": "a", "key": ""}}, "`sealed.key` must be a text, found empty text", "", ("sealed", "key")),
        (
            {"externalSecret": {"store": "v", "key": "k", "storeKind": "Vault"}},
            "`externalSecret.storeKind`: no such kind of store",
            "write SecretStore or ClusterSecretStore",
            ("externalSecret", "storeKind"),
        ),
    ],
)
def test_everything_else_is_told_what_to_write(written: Any, reason: str, help_: str, at: tuple[str, ...]) -> None:
    with pytest.raises(ValueParseError) as caught:
        accept_secret(written)
    assert caught.value.reason == reason
    assert help_ in caught.value.help
    assert caught.value.at == at
