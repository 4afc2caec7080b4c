from __future__ import annotations

import re
from concurrent.futures import ThreadPoolExecutor
from typing import TYPE_CHECKING

import pytest

from codercfg.sources.local_secret import (
    LocalSecretError,
    fingerprint_key,
    keep_fingerprint_key,
    kept_fingerprint_key,
    postgres_password,
)

if TYPE_CHECKING:
    from pathlib import Path


def test_a_password_is_made_once_and_kept_from_others(tmp_path: Path) -> None:
    first = postgres_password(tmp_path, "dev")
    path = tmp_path / ".codercfg" / "dev" / "postgres-password"

    assert re.fullmatch("[0-9a-f]{48}", first.reveal())
    assert postgres_password(tmp_path, "dev") == first
    assert path.stat().st_mode & 0o777 == 0o600
    assert path.parent.stat().st_mode & 0o077 == 0
    assert [item.name for item in path.parent.iterdir()] == ["postgres-password"]


def test_git_ignores_the_folder_in_any_repository(tmp_path: Path) -> None:
    postgres_password(tmp_path, "dev")

    assert (tmp_path / ".codercfg" / ".gitignore").read_text() == "*\n"


def test_stacks_and_uses_have_secrets_of_their_own(tmp_path: Path) -> None:
    assert postgres_password(tmp_path, "a") != postgres_password(tmp_path, "b")
    assert fingerprint_key(tmp_path, "a") != fingerprint_key(tmp_path, "b")
    assert len(fingerprint_key(tmp_path, "a")) == 32


def test_of_several_at_once_the_first_wins_for_all(tmp_path: Path) -> None:
    with ThreadPoolExecutor(8) as pool:
        found = {item.reveal() for item in pool.map(lambda _: postgres_password(tmp_path, "dev"), range(16))}

    assert len(found) == 1


@pytest.mark.parametrize("stack", ["", ".", "..", "a/b", "../x", "a" * 101])
def test_a_stack_name_never_leads_elsewhere(tmp_path: Path, stack: str) -> None:
    with pytest.raises(LocalSecretError, match="a stack's name has only"):
        postgres_password(tmp_path, stack)

    assert list(tmp_path.iterdir()) == []


def test_a_file_that_others_can_read_is_refused(tmp_path: Path) -> None:
    secret = postgres_password(tmp_path, "dev")
    (tmp_path / ".codercfg" / "dev" / "postgres-password").chmod(0o644)

    with pytest.raises(LocalSecretError, match="can be read by others") as caught:
        postgres_password(tmp_path, "dev")
    assert secret.reveal() not in str(caught.value)


@pytest.mark.parametrize("text", ["", "short", "g" * 48, "a" * 47])
def test_a_damaged_file_is_refused_and_not_repeated(tmp_path: Path, text: str) -> None:
    postgres_password(tmp_path, "dev")
    (tmp_path / ".codercfg" / "dev" / "postgres-password").write_text(text)

    with pytest.raises(LocalSecretError, match=r"postgres-password is damaged: restore it, or delete it"):
        postgres_password(tmp_path, "dev")


def test_a_key_is_derived_once_where_it_can_be(tmp_path: Path) -> None:
    asked: list[int] = []

    def derive() -> bytes:
        asked.append(1)
        return b"k" * 32

    assert kept_fingerprint_key(tmp_path, "dev") is None
    assert fingerprint_key(tmp_path, "dev", derive) == b"k" * 32
    assert fingerprint_key(tmp_path, "dev", derive) == b"k" * 32
    assert kept_fingerprint_key(tmp_path, "dev") == b"k" * 32
    assert asked == [1]


def test_the_key_of_the_state_replaces_that_of_the_clone(tmp_path: Path) -> None:
    first = fingerprint_key(tmp_path, "dev")
    keep_fingerprint_key(tmp_path, "dev", first)
    keep_fingerprint_key(tmp_path, "dev", b"s" * 32)
    keep_fingerprint_key(tmp_path, "other", b"o" * 32)

    assert (fingerprint_key(tmp_path, "dev"), fingerprint_key(tmp_path, "other")) == (b"s" * 32, b"o" * 32)
    assert (tmp_path / ".codercfg" / "dev" / "fingerprint-key").stat().st_mode & 0o777 == 0o600
