from __future__ import annotations

from io import StringIO
from typing import Any

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st
from ruamel.yaml import YAML

from codercfg.kubernetes_objects.to_yaml import to_yaml

TEXTS = st.text(st.characters(exclude_categories=["Cs"]), max_size=12) | st.sampled_from(
    ["yes", "NO", "on", "~", "null", "True", "1e3", "0x1f", "1_000", "12:30", "=", "<<", "- a", "a: b", "#", "2001-01-01", ".inf", "", " "]
)
VALUES = st.recursive(
    TEXTS | st.booleans() | st.integers(-(2**53), 2**53),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(TEXTS, inner, max_size=3),
    max_leaves=12,
)


@settings(max_examples=300, deadline=None)
@given(st.dictionaries(TEXTS, VALUES, min_size=1, max_size=4))
def test_readers_of_yaml_1_1_and_1_2_read_back_what_was_written(manifest: dict[str, Any]) -> None:
    text = to_yaml(manifest)

    assert yaml.load(text, Loader=yaml.CSafeLoader) == manifest
    assert YAML(typ="safe", pure=True).load(StringIO(text)) == manifest


def test_blocks_are_indented_as_in_kubernetes_manifests() -> None:
    manifest = {"spec": {"env": [{"name": "A", "value": "1"}, {"name": "B"}], "args": ["server"], "none": {}, "empty": [], "deep": [["x"]]}}

    assert to_yaml(manifest) == (
        'spec:\n  env:\n  - name: A\n    value: "1"\n  - name: B\n  args:\n  - server\n  none: {}\n  empty: []\n  deep:\n  - - x\n'
    )


@pytest.mark.parametrize("value", [None, 1.5, b"x", object()])
def test_what_is_no_json_of_kubernetes_is_refused(value: object) -> None:
    with pytest.raises(TypeError, match="a manifest holds no"):
        to_yaml({"a": value})
