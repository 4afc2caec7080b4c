from __future__ import annotations

import copy
import json
import pickle

import pytest

from codercfg.values.error import ValueParseError
from codercfg.values.secret import MASK, Ciphertext, SecretText

CANARY = "canary-7f3a"


def test_only_reveal_gives_the_text_out() -> None:
    secret = SecretText(CANARY)
    shown = [repr(secret), str(secret), f"{secret}", f"{secret:>20}", "%s" % secret, repr([secret]), repr({"a": secret})]  # noqa: UP031
    assert secret.reveal() == CANARY
    assert [text for text in shown if CANARY in text] == []
    assert str(secret) == MASK
    assert repr(secret) == f"SecretText('{MASK}')"


def test_json_and_pickle_refuse_it_without_naming_it() -> None:
    with pytest.raises(TypeError) as from_json:
        json.dumps({"key": SecretText(CANARY)})
    with pytest.raises(TypeError) as from_pickle:
        pickle.dumps(SecretText(CANARY))
    assert "not JSON serializable" in str(from_json.value)
    assert str(from_pickle.value) == "a secret cannot be pickled"
    assert CANARY not in str(from_json.value)


def test_it_has_no_attributes_to_dump_and_cannot_be_changed() -> None:
    secret = SecretText(CANARY)
    assert not hasattr(secret, "__dict__")
    with pytest.raises(AttributeError, match="cannot be changed"):
        secret._text = "other"
    with pytest.raises(AttributeError, match="cannot be changed"):
        del secret._text
    assert secret.reveal() == CANARY


def test_equal_texts_are_equal_secrets() -> None:
    assert SecretText("a") == SecretText("a")
    assert hash(SecretText("a")) == hash(SecretText("a"))
    assert SecretText("a") != SecretText("b")
    assert SecretText("é\udcff\ud800") == SecretText("é\udcff\ud800")
    assert SecretText("a") != "a"


def test_a_copy_is_the_same_secret() -> None:
    secret = SecretText(CANARY)
    assert copy.copy(secret) is secret
    assert copy.deepcopy([secret])[0] is secret


def test_only_the_empty_secret_is_false() -> None:
    assert bool(SecretText("")) is False
    assert bool(SecretText("0")) is True


def test_ciphertext_is_opaque_and_never_empty() -> None:
    assert repr(Ciphertext("v1:abc")) == "Ciphertext(…)"
    assert Ciphertext("v1:abc").text == "v1:abc"
    assert Ciphertext("v1:abc") == Ciphertext("v1:abc")
    with pytest.raises(ValueParseError) as caught:
        Ciphertext("")
    assert caught.value.reason == "the ciphertext is empty"
