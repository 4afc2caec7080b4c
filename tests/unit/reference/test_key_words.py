from __future__ import annotations

import pytest

from codercfg.catalog.catalog import leaf_by_flag
from codercfg.options.family import members
from codercfg.reference.key_words import visibility
from codercfg.reference.lookup import FAMILIES
from codercfg.releases.table import history

VISIBILITY = visibility()


def test_no_name_of_a_secret_option_is_public_in_any_release() -> None:
    names = {leaf.path.rpartition(".")[2] for leaf in leaf_by_flag().values() if leaf.opt.secret}
    for flag, leaf in leaf_by_flag().items():
        if leaf.opt.secret:
            names |= {name.rpartition(".")[2] for span in history(flag) for name in (span.record.env, span.record.yaml) if name}
    for family in FAMILIES:
        secret = [member for member in members(family.model) if member.key.secret]
        names |= {member.json_name for member in secret}
        names |= {f"{prefix.text}7_{member.key.env}" for member in secret for prefix in family.family.prefixes}

    assert len(names) > 40
    assert [name for name in names if VISIBILITY.public(name) or not VISIBILITY.known(name)] == []


@pytest.mark.parametrize(
    "word",
    [
        "issuer_url",
        "CODER_OIDC_ISSUER_URL",
        "issuerURL",
        "CODER_EXTERNAL_AUTH_3_CLIENT_ID",
        "coder:release",
        "replicas",
        "providers",
        "deployment",
    ],
)
def test_names_of_other_options_are_public(word: str) -> None:
    assert VISIBILITY.known(word)
    assert VISIBILITY.public(word)


@pytest.mark.parametrize("word", ["hunter2", "value", "CODER_EXTERNAL_AUTH_3_NOPE", ""])
def test_what_is_no_key_or_may_hold_anything_is_not_public(word: str) -> None:
    assert not VISIBILITY.public(word)
