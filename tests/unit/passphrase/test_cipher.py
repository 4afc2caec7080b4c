from __future__ import annotations

from base64 import b64decode, b64encode

import pytest
from hypothesis import given
from hypothesis import strategies as st

from codercfg.passphrase.cipher import CiphertextError, SaltError, data_key, decrypted, fits, salt_and_probe
from codercfg.values.secret import SecretText
from unit.passphrase.sealed import seal

KEYS = st.binary(min_size=32, max_size=32)
TEXTS = st.text(st.characters(codec="utf-8"))
# Written by the Pulumi CLI 3.259.0 with the passphrase `correct horse`.
ENCRYPTION_SALT = "v1:Gfzqo0Il8UY=:v1:ygFfU1HdB9Gamjch:/YXW0p2WBxNXErFUCXB5CIYkIJzaLw=="
CIPHERTEXT = "v1:CmCDVnqBV7ZZf28S:5cN/s+0KZ6Y5ZdUgmqtY3O/dEF5/YFXQdV1mc79zNN5nrsDX+g=="
EMPTY_SALT = "v1:KSfgk9ULnRU=:v1:XL/P2zW9Epqd7wef:fIF8Az5wolnobTckskysWlwjjwc2YQ=="


def test_what_the_pulumi_cli_wrote_is_opened() -> None:
    salt, probe = salt_and_probe(ENCRYPTION_SALT)
    key = data_key(SecretText("correct horse"), salt)
    assert fits(key, probe)
    assert decrypted(key, CIPHERTEXT) == "tr0ub4dor & ünïcode"


def test_an_empty_passphrase_is_one_like_any_other() -> None:
    salt, probe = salt_and_probe(EMPTY_SALT)
    assert fits(data_key(SecretText(""), salt), probe)
    assert not fits(data_key(SecretText("correct horse"), salt), probe)


@given(KEYS, TEXTS)
def test_decrypting_undoes_encrypting(key: bytes, text: str) -> None:
    assert decrypted(key, seal(key, text)) == text


@given(KEYS, TEXTS, st.data())
def test_one_changed_bit_is_noticed(key: bytes, text: str, data: st.DataObject) -> None:
    version, nonce, sealed = seal(key, text).split(":")
    raw = bytearray(b64decode(sealed))
    bit = data.draw(st.integers(0, len(raw) * 8 - 1))
    raw[bit // 8] ^= 1 << bit % 8
    with pytest.raises(CiphertextError, match="changed, cut off, or copied"):
        decrypted(key, f"{version}:{nonce}:{b64encode(raw).decode()}")


@given(KEYS, st.text())
def test_any_text_is_refused_with_a_reason_and_without_itself(key: bytes, text: str) -> None:
    with pytest.raises(CiphertextError) as raised:
        decrypted(key, text)
    assert str(raised.value) == "it is not of the form v1:<nonce>:<ciphertext>"


@pytest.mark.parametrize(
    "text",
    ["", "v1", "v1:AAAA", "v2:Gfzqo0Il8UY=:v1:ygFfU1HdB9Gamjch:/YXW0p2WBxNXErFUCXB5CIYkIJzaLw==", ENCRYPTION_SALT[:-9], "v1:AA==:v1:"],
)
def test_a_damaged_salt_is_told_from_a_wrong_passphrase(text: str) -> None:
    with pytest.raises(SaltError):
        salt_and_probe(text)


def test_the_key_is_derived_once_for_a_salt() -> None:
    data_key.cache_clear()
    for _time in range(3):
        data_key(SecretText("once"), b"8 bytes.")
    assert data_key.cache_info().misses == 1
