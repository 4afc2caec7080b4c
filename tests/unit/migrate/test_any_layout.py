from __future__ import annotations

from collections import Counter

from hypothesis import HealthCheck, given, settings

from codercfg.migrate.comments import comments
from codercfg.migrate.migrate import migrate
from codercfg.migrate.tree import parse
from codercfg.releases.release import Release
from unit.migrate.stack_texts import LEGACY, stacks

TARGET = Release.parse("2.34.1")
RUN = settings(max_examples=120, deadline=None, suppress_health_check=[HealthCheck.too_slow])


def lines(text: str) -> list[str]:
    return text.replace("\r\n", "\n").split("\n")


@RUN
@given(stacks("2.34.1", ({},)))
def test_a_migration_with_nothing_to_do_leaves_every_byte(made: tuple[str, list[str]]) -> None:
    text, _comments = made
    migration = migrate(text + "\n", TARGET)

    assert migration.after == text + "\n"
    assert not migration.changed
    assert [item.code for item in migration.notes] == []


@RUN
@given(stacks("2.33.1", ({},)))
def test_a_new_release_changes_its_own_line_only(made: tuple[str, list[str]]) -> None:
    text, _comments = made
    migration = migrate(text, TARGET)

    assert migration.after == text.replace("2.33.1", "2.34.1")


@RUN
@given(stacks("2.33.1", LEGACY))
def test_older_options_move_and_all_else_stays(made: tuple[str, list[str]]) -> None:
    text, written = made
    migration = migrate(text, TARGET)
    after = migration.after
    if [item.code for item in migration.notes] == ["REL030"]:
        # Comments between brackets are the one layout that is refused rather than reordered.
        assert "comment" in migration.notes[0].message
        assert after is None
        return

    assert after is not None, [item.message for item in (*migration.notes, *migration.findings)]
    found = Counter(after[start:end].rstrip() for start, end in comments(after, parse(after)))
    assert not [comment for comment in written if found[comment] != 1]
    assert after.count("\r\n") == (after.count("\n") if "\r\n" in text else 0)
    assert not migrate(after, TARGET).changed
    own_lines = ("aws:region", "other:thing", "access_url", "docs_url", "CODER_TELEMETRY_ENABLE", "CODER_DISABLE_PASSWORD_AUTH")
    untouched = [line for line in lines(text) if line.lstrip(" ").startswith(own_lines)]
    assert [line for line in lines(after) if line.lstrip(" ").startswith(own_lines)] == untouched
