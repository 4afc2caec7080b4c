from __future__ import annotations

from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

from codercfg.passphrase.derived_key import derived_fingerprint_key, derived_key
from codercfg.values.secret import SecretText
from unit.passphrase.sealed import PASSPHRASE, Sealer

SEALED = Sealer()
TEXT = SEALED.stack({"coder:release": "2.33.1"})


def test_it_is_hkdf_of_the_key_of_the_file() -> None:
    expected = HKDF(SHA256(), 32, b"codercfg", b"fingerprint").derive(SEALED.key)
    assert derived_fingerprint_key(TEXT, SecretText(PASSPHRASE)) == expected


def test_another_purpose_and_another_salt_give_another_key() -> None:
    phrase = SecretText(PASSPHRASE)
    found = {derived_key(text, phrase, use) for text in (TEXT, Sealer(salt=b"another!").stack({})) for use in ("a", "b")}
    assert len(found) == 4


def test_there_is_none_without_passphrase_or_salt_or_when_they_do_not_fit() -> None:
    assert derived_key(TEXT, None, "x") is None
    assert derived_key(TEXT, SecretText("wrong"), "x") is None
    assert derived_key("config: {}\n", SecretText(PASSPHRASE), "x") is None
    assert derived_key("encryptionsalt: nonsense\n", SecretText(PASSPHRASE), "x") is None
    assert derived_key("[", SecretText(PASSPHRASE), "x") is None
