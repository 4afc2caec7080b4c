"""Live objects in forms that the API does not give: never an exception, and no text of theirs in what is said about it."""

from __future__ import annotations

import copy
import json
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from canaries import leaks
from codercfg.cluster.drift import drift, paths_of
from codercfg.cluster.problem import ClusterError, Reason
from codercfg.cluster.reading import Live, read_all
from unit.cluster.looking import answer, cluster, loaded, manifests

if TYPE_CHECKING:
    from recorded_api import RecordedApi

CANARY = "canary-9e07c4d2b1"
STACK = loaded()
KNOWN = cluster(STACK)
STRANGE = st.sampled_from([None, [], {}, CANARY, 7, True, [None], [CANARY], {"name": CANARY}, [{"name": [CANARY]}], {"a": {"b": [CANARY]}}])


def read(api: RecordedApi) -> Live:
    return read_all(api, paths_of(STACK, manifests(STACK)))


@st.composite
def objects(draw: st.DrawFn) -> dict[str, Any]:
    """What is live, with something strange in a few places."""
    held = copy.deepcopy(KNOWN.objects)
    for _ in range(draw(st.integers(1, 4))):
        holder: Any = held[draw(st.sampled_from(sorted(held)))]
        while True:
            keys = sorted(holder) if isinstance(holder, dict) else list(range(len(holder)))
            if not keys:
                break
            key = draw(st.sampled_from(keys))
            if not isinstance(holder[key], dict | list) or draw(st.booleans()):
                holder[key] = copy.deepcopy(draw(STRANGE))  # a later step may change it
                break
            holder = holder[key]
    return held


@settings(max_examples=60, deadline=None)
@given(objects())
def test_no_object_makes_a_look_or_a_comparison_fail_in_words_of_its_own(held: dict[str, Any]) -> None:
    api = cluster(STACK)
    api.objects = held
    ids = ("deployment-coder", "service-coder")
    said = json.dumps(answer(api, STACK, adopted=ids).to_json())
    reason, failure = Reason.FAILING, ""
    try:
        drift(STACK, read(api), manifests(STACK), {}, "https://api")
    except ClusterError as error:
        reason, failure = error.reason, f"{error!r} {error.__cause__!r}"
    assert (reason, leaks([CANARY], {"failure": failure})) == (Reason.FAILING, [])
    assert "Traceback" not in said


def test_an_answer_that_cannot_be_understood_is_one_failure() -> None:
    api = cluster(STACK)
    api.objects["/apis/apps/v1/namespaces/coder/deployments/coder"]["spec"] = CANARY
    given_answer = answer(api, STACK)
    assert given_answer.failures == [("failing", "an answer cannot be understood (AttributeError)")]
    with pytest.raises(ClusterError, match="cannot be understood"):
        drift(STACK, read(api), manifests(STACK), {}, "https://api")
