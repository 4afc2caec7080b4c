from __future__ import annotations

import pytest
from tools.bootstrap.failure import SetupError, explain


@pytest.mark.parametrize(
    ("output", "meaning"),
    [
        ("write /tmp/x: No space left on device\nerror: connection reset", "the disk is full"),
        ("ERROR: Could not install packages due to an OSError: [Errno 28] No space left", "the disk is full"),
        ("ERROR: THESE PACKAGES DO NOT MATCH THE HASHES FROM THE REQUIREMENTS FILE.", "not the one that is locked"),
        ("verifying module: checksum mismatch", "not the one that is locked"),
        ("go: go.mod requires go >= 1.26.0 (running go 1.22.1; GOTOOLCHAIN=local)", "this Go is too old"),
        ("mkdir go/pkg: permission denied", "no permission to write"),
        ("OSError: [Errno 13] Permission denied: '.venv'", "no permission to write"),
        ("reading https://mirror/x.zip: 403 Forbidden", "the download was refused"),
        ("urllib.error.HTTPError: HTTP Error 407: Proxy Authentication Required", "the download was refused"),
        ("dial tcp: lookup mirror: no such host", "the network cannot be reached"),
        ("<urlopen error [Errno -2] Name or service not known>", "the network cannot be reached"),
        ("NewConnectionError: Failed to establish a new connection: [Errno 111] Connection refused", "the network cannot be reached"),
        ("ERROR: No matching distribution found for pydantic==2.14.3", "does not have a locked package"),
    ],
)
def test_known_output_is_named_by_its_cause(output: str, meaning: str) -> None:
    error = explain("Installing", output, log="x.log")
    assert error.problem.startswith("Installing failed: ")
    assert meaning in error.problem
    assert "(all output: x.log)" in error.problem
    assert error.remedy


@pytest.mark.parametrize(
    ("output", "line"),
    [
        ("first\nstrange thing\n\n", "strange thing"),
        ("go: building\nfatal: not a tree\nhint: see above\n", "fatal: not a tree"),
        (
            "    FileNotFoundError: templates\nerror: metadata-generation-failed\n\nhint: See above for details.",
            "FileNotFoundError: templates",
        ),
    ],
)
def test_unknown_output_is_told_by_the_line_that_says_most(output: str, line: str) -> None:
    assert explain("Building", output).problem == f"Building failed: {line}"


def test_without_a_log_the_telling_line_is_in_the_sentence() -> None:
    error = explain("Setting up", "one\n[Errno 13] Permission denied: '/clone'\nthree")
    assert error.problem == "Setting up failed: no permission to write ([Errno 13] Permission denied: '/clone')."


@pytest.mark.parametrize("output", ["403 Forbidden for https://me:hidden@mirror/x", "odd thing at https://me:hidden@mirror/x"])
def test_the_password_of_a_mirror_is_not_told(output: str) -> None:
    assert "hidden" not in explain("Installing", output).problem
    assert "https://***@mirror/x" in explain("Installing", output).problem


def test_silence_is_told_as_such() -> None:
    assert "it printed nothing" in explain("Building", "").problem


def test_an_error_prints_as_a_sentence_and_a_remedy() -> None:
    assert str(SetupError("It broke.", "mend it")) == "It broke.\n  what to do: mend it"
