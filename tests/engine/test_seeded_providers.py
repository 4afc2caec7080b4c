"""AI providers that the database was seeded with, under the real CLI."""

from __future__ import annotations

import hashlib
import json
from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from engine.project import Project

STACK = """\
config:
  coder:release: "2.34.1"
  coder:deployment:
    access_url: https://coder.example.com
    pg_connection_url: {secretRef: {name: db, key: url}}
    ai:
      bridge:
        providers:
          - {type: openai, name: us, base_url: https://llm.example.com/v1}
          - {type: anthropic, name: eu}
  coder:target: {files: {secrets: write}}
"""
OLD, NEW = "sk-old-canary-11", "sk-new-canary-22"
KEY = "coder:deployment.ai.bridge.providers[1].key"


def set_key(project: Project, text: str) -> None:
    project.run("config", "set", "--secret", "--path", KEY, text)


def edit(project: Project, old: str, new: str) -> None:
    file = project.root / "stacks" / "Pulumi.small.yaml"
    text = file.read_text()
    assert old in text
    file.write_text(text.replace(old, new))


def written(project: Project) -> dict[str, tuple[str, int]]:
    return {path.name: (path.read_text(), path.stat().st_mtime_ns) for path in (project.root / "out").rglob("*.yaml")}


def ours(project: Project) -> list[dict[str, Any]]:
    """Our resources, secrets in the open, for each saving encrypts anew; the engine's own follow the configuration at once."""
    exported = json.loads(project.run("stack", "export", "--show-secrets").stdout)
    return [item for item in exported["deployment"]["resources"] if not item["type"].startswith("pulumi:")]


def record(project: Project) -> dict[str, dict[str, str]]:
    resources = project.state()["deployment"]["resources"]
    found: dict[str, dict[str, str]] = next(item["inputs"]["recorded"] for item in resources if "SeededProviders" in item["type"])
    return found


def refused(project: Project) -> str:
    """What a preview says that must fail."""
    files = written(project)
    done = project.preview(code=None)
    said = done.stdout + done.stderr
    assert done.returncode != 0
    assert written(project) == files
    assert "Traceback" not in said
    return said


@pytest.fixture
def small(project: Project) -> Project:
    project.write_stack("small", STACK)
    project.init("small")
    set_key(project, OLD)
    project.up("--skip-preview")
    return project


def test_a_rotated_key_ends_preview_and_update_with_nothing_changed_or_leaked(small: Project) -> None:
    log = small.root / "events.json"
    files, state = written(small), ours(small)
    set_key(small, NEW)
    said = refused(small)
    update = small.run("up", "--yes", "--skip-preview", "--event-log", str(log), code=None, PULUMI_DEBUG_COMMANDS="true")
    assert update.returncode != 0
    assert (written(small), ours(small)) == (files, state)
    lines = (small.root / "stacks/Pulumi.small.yaml").read_text().splitlines()
    line, column = next((number, text.index("{secure") + 1) for number, text in enumerate(lines, 1) if "name: eu" in text)
    assert (
        f"stacks/Pulumi.small.yaml:{line}:{column}: [PUL070] `key` of the AI provider `eu` is not what the database was seeded with" in said
    )
    assert "= why: the server compares its database with the stack at every start: every replica would refuse to start" in said
    assert "= help: put the old value back and change the provider in the product" in said
    kept = "".join(path.read_text() for path in (small.root / "state").rglob("*") if path.is_file())
    everything = said + update.stdout + update.stderr + log.read_text() + kept
    assert "Traceback" not in everything
    plain = [getattr(hashlib, name)(text.encode()).hexdigest()[:16] for name in ("md5", "sha1", "sha256", "sha512") for text in (OLD, NEW)]
    assert [text for text in (OLD, NEW, *plain) if text in everything] == []
    set_key(small, OLD)
    small.up("--skip-preview", "--expect-no-changes")


def test_an_address_and_a_type_count_as_well(small: Project) -> None:
    edit(small, "https://llm.example.com/v1", "https://other.example.com/v1")
    assert "`base_url` of the AI provider `us` is not what the database was seeded with" in refused(small)
    edit(small, "type: openai", "type: azure")
    assert "`type` and `base_url` of the AI provider `us` are not what the database was seeded with" in refused(small)


def test_a_reason_lets_one_change_pass_and_no_other(small: Project) -> None:
    set_key(small, NEW)
    edit(small, "  coder:target:", "  coder:kubernetes:\n    aiProviders: {changed: {eu: rotated in the product}}\n  coder:target:")
    small.up()
    set_key(small, "sk-third-canary")
    assert "has let an earlier change pass" in refused(small)
    edit(small, "rotated in the product", "rotated in the product again")
    small.up("--skip-preview")
    edit(small, "rotated in the product again", "x")
    small.up("--skip-preview", "--expect-no-changes")


def test_a_provider_can_come_and_go_but_not_come_back_as_another(small: Project) -> None:
    first, third = "providers:\n", "          - {type: openai, name: third}\n"
    edit(small, first, first + third)
    assert "[PUL" not in small.up("--skip-preview").stdout
    assert set(record(small)) == {"us", "eu", "third"}
    edit(small, third, "")
    planned = small.preview().stdout
    assert "[PUL071] the AI provider `third` is no longer in the stack, and still in the server's database" in planned
    small.up("--skip-preview")
    assert "[PUL071]" in small.up("--skip-preview", "--expect-no-changes").stdout
    edit(small, first, first + third.replace("openai", "google"))
    assert "`type` of the AI provider `third` is not what the database was seeded with" in refused(small)


def test_releases_around_the_range_have_no_record(small: Project) -> None:
    edit(small, "2.34.1", "2.33.1")
    small.up("--skip-preview")
    assert "SeededProviders" not in json.dumps(small.state())
    set_key(small, NEW)
    small.up("--skip-preview")
    edit(small, "2.33.1", "2.37.0")
    small.up("--skip-preview")
    assert set(record(small)) == {"us", "eu"}
    set_key(small, OLD)
    refused(small)
    edit(small, "2.37.0", "2.34.0")
    refused(small)
