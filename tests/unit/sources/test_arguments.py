from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from codercfg.catalog.catalog import catalog
from codercfg.releases.release import Release
from codercfg.sources.arguments import read_arguments

if TYPE_CHECKING:
    from codercfg.sources.assigned import Found

RELEASE = Release.parse("2.33")


def _read(*args: str) -> Found:
    return read_arguments(args, catalog(RELEASE), RELEASE)


def _values(*args: str) -> list[tuple[str, object]]:
    return [(item.option.path, item.option.kind.wire(item.value)) for item in _read(*args).assigned]


@pytest.mark.parametrize(
    ("args", "expected"),
    [
        (("--cache-dir=/a",), [("cache_directory", "/a")]),
        (("--cache-dir", "/a"), [("cache_directory", "/a")]),
        (("--cache-dir", "--verbose"), [("cache_directory", "--verbose")]),
        (("--cache-dir=",), [("cache_directory", "")]),
        (("--cache-dir=a=b",), [("cache_directory", "a=b")]),
        (("--verbose",), [("verbose", True)]),
        (("--verbose=false",), [("verbose", False)]),
        (("--verbose=",), [("verbose", False)]),
        (("-v",), [("verbose", True)]),
        (("-v=false",), [("verbose", False)]),
        (("-c", "a.yaml"), [("config", "a.yaml")]),
        (("-ca.yaml",), [("config", "a.yaml")]),
        (("-c=a.yaml",), [("config", "a.yaml")]),
        (("-vc", "a.yaml"), [("verbose", True), ("config", "a.yaml")]),
        (("-vca.yaml",), [("verbose", True), ("config", "a.yaml")]),
        (("--experiments=a", "--experiments", "b,c"), [("experiments", ["a"]), ("experiments", ["b", "c"])]),
        (("--verbose", "--"), [("verbose", True)]),
    ],
)
def test_flags_are_read_as_pflag_reads_them(args: tuple[str, ...], expected: list[tuple[str, object]]) -> None:
    found = _read(*args)
    assert _values(*args) == expected
    assert found.diagnostics == []


@pytest.mark.parametrize(
    ("args", "code", "about"),
    [
        (("--pg-auth=password",), "ARG001", ("--pg-auth",)),
        (("-x",), "ARG001", ("-x",)),
        (("extra-positional",), "ARG002", ("extra-positional",)),
        (("--", "--verbose"), "ARG002", ("--verbose",)),
        (("-",), "ARG002", ("-",)),
        (("--cache-dir",), "ARG003", ("--cache-dir",)),
        (("-c",), "ARG003", ("-c",)),
        (("--verbose=yes",), "OPT001", ("--verbose",)),
        (("--max-token-lifetime=",), "OPT002", ("--max-token-lifetime",)),
    ],
)
def test_what_the_server_refuses_has_one_finding(args: tuple[str, ...], code: str, about: tuple[str, ...]) -> None:
    [found] = _read(*args).diagnostics
    assert (found.code, found.about) == (code, about)


def test_the_word_behind_an_unknown_flag_is_no_second_finding() -> None:
    assert [item.code for item in _read("--acces-url", "https://a", "--verbose").diagnostics] == ["ARG001"]


def test_an_unknown_flag_gets_the_nearest_one() -> None:
    [found] = _read("--acces-url=x").diagnostics
    assert "`--access-url`" in found.help


def test_a_word_that_may_be_a_secret_is_not_repeated() -> None:
    [found] = _read("--verbose", "hunter2-hunter2").diagnostics
    assert found.code == "ARG002"
    assert "hunter2" not in repr(found)


@pytest.mark.parametrize(
    "args",
    [
        ("--oidc-client-secret=two", "hunter2-hunter2"),
        ("--oidc-client-secert=two", "hunter2-hunter2"),
        ("--oidc-client-secret", "two", "hunter2-hunter2"),
        ("--oidc-client-secret=two", "--", "hunter2-hunter2"),
        ("--postgres-url:postgres://coder:hunter2-hunter2@db/coder",),
    ],
)
def test_what_may_be_a_piece_of_a_secret_is_not_repeated(args: tuple[str, ...]) -> None:
    found = _read(*args).diagnostics

    assert {item.code for item in found} <= {"ARG001", "ARG002"}
    assert found
    assert "hunter2" not in repr(found)


def test_many_unknown_flags_cost_linear_time() -> None:
    assert len(_read(*(f"--unknown-{number}=x" for number in range(50_000))).diagnostics) == 50_000
