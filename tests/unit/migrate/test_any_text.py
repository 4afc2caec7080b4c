"""Whatever a file holds, migrating ends with a result or with findings."""

from __future__ import annotations

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from codercfg.migrate.comments import comments
from codercfg.migrate.migrate import migrate
from codercfg.migrate.tree import TreeError, parse
from codercfg.releases.release import Release

TARGET = Release.parse("2.34.1")
RUN = settings(max_examples=300, deadline=None, suppress_health_check=[HealthCheck.too_slow])
LINES = """\
config:
  coder:release: '2.33.1'
  coder:deployment:
    ai:
      bridge:
        openai:
          key: {secure: 'v1:A:B'}
    ai: {bridge: {openai: {key: *a}}}
  coder:env: {CODER_AIBRIDGE_OPENAI_KEY: {secure: x}}
  x: &a {secure: y}
# remark

  ? a
  : b
- x
  y: |
    # text
    <<: *a
...
---
        providers:
          - type: openai
        providers: []
"""
SIGNS = ("\t", "{", "}", "[", "]", ",", "&b ", "!!str ", "'", '"', ": ", "#", " #")
PARTS = st.sampled_from([*LINES.splitlines(keepends=True), *SIGNS])


@RUN
@given(st.one_of(st.lists(PARTS, max_size=14).map("".join), st.text(max_size=80)))
def test_no_text_makes_it_fail(text: str) -> None:
    migration = migrate(f"{text}\n\n", TARGET)

    assert migration.after is not None or migration.notes or migration.findings
    if migration.after is not None:
        assert not migrate(migration.after, TARGET).changed


@RUN
@given(st.lists(PARTS, max_size=10).map("".join))
def test_a_tree_lies_within_its_text(text: str) -> None:
    try:
        tree = parse(text)
    except TreeError:
        return
    assert all(0 <= start < end <= len(text) for start, end in tree.tokens)
    assert all(text[start] == "#" for start, _end in comments(text, tree))
