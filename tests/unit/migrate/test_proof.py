"""The proof refuses a rewriting that says anything else than it should."""

from __future__ import annotations

import pytest

from codercfg.migrate.migrate import migrate
from codercfg.migrate.plan import Plan, plan
from codercfg.migrate.proof import difference
from codercfg.migrate.rewrite import rewrite
from codercfg.releases.release import Release
from codercfg.stack_check import load_stack

TARGET = Release.parse("2.34.1")
OLD = """\
config:
  other:thing: [1, .nan]
  coder:release: "2.33.1"
  coder:deployment:
    access_url: https://coder.example.com
    docs_url: https://docs.example.com
    external_auth: [{type: gitlab, id: lab, client_id: coder, client_secret: {secretRef: {name: auth, key: lab}}}]
    ai:
      bridge:
        enabled: true
        openai: {key: {secure: "v1:AAAA:BBBB"}}
        providers: [{type: copilot}]
  coder:kubernetes: {replicas: 2}
"""


def planned() -> tuple[Plan, str]:
    loaded = load_stack(OLD)
    assert loaded.inputs.configuration is not None
    changes = plan(loaded.inputs, loaded.inputs.configuration, TARGET)
    return changes, rewrite(OLD, changes, loaded.inputs, TARGET)


def test_the_rewriting_itself_is_proved() -> None:
    changes, text = planned()
    assert difference(load_stack(OLD), load_stack(text), changes) == ""
    assert migrate(OLD, TARGET).after == text


@pytest.mark.parametrize(
    ("old", "new", "sentence"),
    [
        ("https://docs", "https://other", "`docs_url` would get another value"),
        ("    docs_url: https://docs.example.com\n", "", "`docs_url` would be lost"),
        ("v1:AAAA:BBBB", "v1:AAAA:CCCC", "the AI providers would change"),
        ("name: openai", "name: open", "the AI providers would change"),
        ("type: copilot", "type: anthropic", "the AI providers would change"),
        ("        providers:", "        openai: {base_url: x}\n        providers:", "`ai.bridge.openai.base_url` would get another value"),
        ("id: lab", "id: hub", "`external_auth` would change"),
        ("replicas: 2", "replicas: 3", "a section that has nothing to do with the server would change"),
        ("[1, .nan]", "[2, .nan]", "a section that has nothing to do with the server would change"),
        ("access_url", "  access_url", "the result could not be read"),
    ],
)
def test_any_other_change_is_refused(old: str, new: str, sentence: str) -> None:
    changes, text = planned()
    assert old in text
    assert difference(load_stack(OLD), load_stack(text.replace(old, new, 1)), changes) == sentence


def test_a_key_that_should_have_moved_may_not_stay() -> None:
    changes, text = planned()
    both = text.replace("        providers:", '        openai: {key: {secure: "v1:AAAA:BBBB"}}\n        providers:', 1)
    assert difference(load_stack(OLD), load_stack(both), changes) == "`ai.bridge.openai.key` would stay"
