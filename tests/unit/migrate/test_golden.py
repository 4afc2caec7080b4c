"""Each `tests/cases/migrate/<name>.yaml` with what becomes of it in `<name>.<release>.txt`: the new text, or why there is none."""

from __future__ import annotations

from pathlib import Path

import pytest

from codercfg.migrate.migrate import migrate
from codercfg.releases.release import Release
from unit.cli.golden import assert_golden

CASES = Path(__file__).parents[2] / "cases" / "migrate"
RELEASES = {
    "legacy_in_deployment": ("2.32.0", "2.33.1", "2.34.1", "2.38.0"),
    "legacy_in_variables": ("2.33.1", "2.34.1", "2.38.0"),
    "legacy_beside_indexed_variables": ("2.34.1",),
    "legacy_beside_a_list": ("2.34.1", "2.38.0"),
    "between_brackets": ("2.34.1",),
    "json": ("2.34.1",),
    "anchors": ("2.34.1",),
    "behind_an_anchor": ("2.34.1",),
    "old_names": ("2.34.1",),
    "newer_than_wanted": ("2.33.1",),
    "name_taken": ("2.34.1",),
    "built_in_providers": ("2.34.1",),
    "listed_bedrock": ("2.34.1",),
    "seeded": ("2.35.0",),
}
PAIRS = [(name, release) for name, releases in RELEASES.items() for release in releases]


def told(name: str, release: str) -> str:
    path = CASES / f"{name}.yaml"
    migration = migrate(path, Release.parse(release))
    found = [*migration.notes, *migration.findings]
    lines = [f"{str(item.origin).replace(f'{CASES}/', '')}: {item.severity} {item.code}: {item.message}" for item in found]
    return "\n".join([*lines, "---", migration.after if migration.after is not None else "nothing is written\n"])


@pytest.mark.parametrize(("name", "release"), PAIRS, ids=[f"{name}-{release}" for name, release in PAIRS])
def test_a_case_is_rewritten_as_recorded(name: str, release: str) -> None:
    assert_golden(CASES / f"{name}.{release}.txt", told(name, release))


def test_every_case_is_run() -> None:
    assert {path.stem for path in CASES.glob("*.yaml")} == set(RELEASES)


@pytest.mark.parametrize(("name", "release"), PAIRS, ids=[f"{name}-{release}" for name, release in PAIRS])
def test_migrating_twice_changes_nothing(name: str, release: str, tmp_path: Path) -> None:
    after = migrate(CASES / f"{name}.yaml", Release.parse(release)).after
    if after is None:
        assert "nothing is written" in (CASES / f"{name}.{release}.txt").read_text(encoding="utf-8")
        return
    file = tmp_path / "Pulumi.x.yaml"
    file.write_text(after, encoding="utf-8")
    again = migrate(file, Release.parse(release))

    assert again.after == after
    assert again.notes == ()
