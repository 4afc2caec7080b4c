from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from codercfg.values.error import ValueParseError
from codercfg.values.reference import ExternalRef, Reference, SealedRef, SecretRef

NAMED: tuple[type[SecretRef], ...] = (SecretRef, SealedRef)


def test_a_reference_says_where_a_value_lies_and_nothing_else() -> None:
    assert str(SecretRef("llm-keys", "eu", "2026-11")) == "key eu of Secret llm-keys"
    assert str(SealedRef("llm-keys", "eu")) == "key eu of SealedSecret llm-keys"
    assert str(ExternalRef("vault", "prod/llm", "ClusterSecretStore", "eu", "3")) == "prod/llm, eu of ClusterSecretStore vault"
    assert repr(SecretRef("llm-keys", "eu")) == "SecretRef(name='llm-keys', key='eu', rotation='')"


def test_two_references_to_one_value_have_one_entry_whatever_rolls_their_pods() -> None:
    assert SecretRef("a", "k", "1").entry == SecretRef("a", "k").entry == SealedRef("a", "k", "2").entry
    assert ExternalRef("v", "k", rotation="1").entry == ExternalRef("v", "k").entry
    others = [SecretRef("a", "k"), SecretRef("k", "a"), ExternalRef("a", "k"), ExternalRef("a", "k", "ClusterSecretStore")]
    others += [ExternalRef("a", "k", part="p"), ExternalRef("a", "k", version="p")]
    assert len({item.entry for item in others}) == len(others)


def test_a_sealed_reference_is_no_other_even_with_the_same_parts() -> None:
    assert SealedRef("a", "k") != SecretRef("a", "k")
    assert SealedRef("a", "k") == SealedRef("a", "k")


def test_pods_read_the_secret_that_is_named_or_that_the_store_is_copied_into() -> None:
    name = "coder-{}".format
    assert SecretRef("a", "k").place("CODER_X", name) == SealedRef("a", "k").place("CODER_X", name) == ("a", "k")
    assert ExternalRef("vault", "k").place("CODER_X", name) == ("coder-store-vault", "CODER_X")
    assert ExternalRef("vault", "k", "ClusterSecretStore").place("CODER_X", name) == ("coder-cluster-store-vault", "CODER_X")


@given(
    st.tuples(st.sampled_from(["a", "store-a", "cluster-a", "a.b"]), st.booleans()),
    st.tuples(st.text("abstorecl-", min_size=1), st.booleans()),
)
def test_no_two_stores_are_copied_into_one_secret(one: tuple[str, bool], other: tuple[str, bool]) -> None:
    made = []
    for store, cluster in (one, other):
        try:
            made.append(ExternalRef(store, "k", "ClusterSecretStore" if cluster else "SecretStore").owner)
        except ValueParseError:
            return
    assert (made[0] == made[1]) is (one == other)


@pytest.mark.parametrize("reference", NAMED)
@pytest.mark.parametrize("name", ["A", "a_b", "a/b", "-a", "a-", "a..b", "a" * 64, ".a", f"{'a' * 60}." * 5 + "a", "", "a\n"])
def test_a_name_that_no_secret_can_have_is_refused(reference: type[SecretRef], name: str) -> None:
    with pytest.raises(ValueParseError) as caught:
        reference(name, "k")
    assert caught.value.at == ("name",)
    assert caught.value.reason == "not a name that a Secret can have"
    assert not name or f"`{name}`" not in f"{caught.value.reason} {caught.value.help}"


@pytest.mark.parametrize("name", ["a", "a.b-c.0", f"{'a' * 63}.{'b' * 63}.{'c' * 63}.{'d' * 61}"])
def test_names_that_a_secret_can_have(name: str) -> None:
    assert SecretRef(name, "k").name == name
    assert ExternalRef(name, "k").store == name


@pytest.mark.parametrize("key", ["tls.key", "_.-A9", "a" * 253])
def test_keys_that_a_secret_can_have(key: str) -> None:
    assert SecretRef("a", key).key == key


@pytest.mark.parametrize("key", ["a" * 254, "a/b", "ä", "a b", ""])
def test_a_key_that_no_secret_can_have_is_refused(key: str) -> None:
    with pytest.raises(ValueParseError) as caught:
        SecretRef("a", key)
    assert caught.value.at == ("key",)


@pytest.mark.parametrize(
    ("parts", "place"),
    [
        ({"store": "Vault"}, "store"),
        ({"store_kind": "secretstore"}, "storeKind"),
        ({"key": ""}, "key"),
        ({"key": "a\nb"}, "key"),
        ({"part": "a\tb"}, "property"),
        ({"version": "\x00"}, "version"),
        ({"rotation": "a\nb"}, "rotation"),
        ({"rotation": "a" * 254}, "rotation"),
    ],
)
def test_what_no_store_can_be_asked_for_is_refused(parts: dict[str, str], place: str) -> None:
    with pytest.raises(ValueParseError) as caught:
        ExternalRef(**{"store": "vault", "key": "prod/x", **parts})
    assert caught.value.at == (place,)


def test_references_can_be_kept_in_sets() -> None:
    every: set[Reference] = {SecretRef("a", "k"), SealedRef("a", "k"), ExternalRef("a", "k"), SecretRef("a", "k")}
    assert len(every) == 3
