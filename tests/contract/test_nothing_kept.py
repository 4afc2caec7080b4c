"""What a check has read does not stay in memory where it may be a secret: it goes with the report."""

from __future__ import annotations

import functools
import gc

import pytest

import codercfg

CANARY = "Kp4-outlives-Kp4"  # of this file alone, for what other tests leave behind is seen as well
STACK = """\
config:
  coder:release: "2.33.1"
  coder:deployment:
    access_url: https://coder:{0}@coder.example.com/
    docs_url: https://coder.example.com/?token={0}
    oidc: {{client_secret: {{secretRef: {{{0}: a}}}}}}
"""
VARIABLES = {
    "CODER_ACCESS_URL": f"https://coder:{CANARY}@coder.example.com/",
    "CODER_OIDC_ISSUER_URL": f"https://coder:{CANARY}@idp.example.com/",
    "CODER_OIDC_CLIENT_ID": "coder",
    "CODER_OIDC_CLIENT_SECRET": CANARY,
    "CODER_AIBRIDGE_PROVIDER_0_TYPE": "openai",
    "CODER_AIBRIDGE_PROVIDER_0_BASE_URL": f"https://llm.example.com/?key={CANARY}",
    "CODER_AIBRIDGE_PROVIDER_0_KEY": CANARY,
}


def kept_texts() -> set[str]:
    """Every text that a cache of a function holds, in arguments and results alike."""
    gc.unfreeze()  # what a test before this one froze is in no list
    caches = [item for item in gc.get_objects() if isinstance(item, functools._lru_cache_wrapper)]
    found: set[str] = set()
    seen: set[int] = set()
    todo: list[object] = [item for cache in caches for item in gc.get_referents(cache)]
    while todo:
        item = todo.pop()
        if isinstance(item, str):
            found.add(item)
        elif id(item) not in seen and not callable(item) and not isinstance(item, type(gc)):
            seen.add(id(item))
            todo += gc.get_referents(item)
    return found


def test_the_search_sees_what_is_kept() -> None:
    codercfg.check_environ({"CODER_ACCESS_URL": "https://kept.example.com"}, release="2.33")

    assert "https://kept.example.com" in kept_texts()


@pytest.mark.parametrize("release", ["2.33.1", "2.34.0"])
def test_no_secret_outlives_a_check(release: str) -> None:
    codercfg.check_environ(VARIABLES, release=release)
    codercfg.check_stack(STACK.format(CANARY).replace("2.33.1", release))
    gc.collect()

    assert [text for text in kept_texts() if CANARY in text] == []
