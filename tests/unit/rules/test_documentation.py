"""The pages of rules."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from codercfg.rules.documentation import code_doc, examples, page, releases
from codercfg.rules.rule import Rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from codercfg.configuration.configuration import Configuration
    from codercfg.rules.rule import Outcome


class Made(Rule):
    """Something is wrong.

    What: One thing
    and another.

    Why: It fails.

    Wrong:
    ```env
    # release: 2.33
    # file: /etc/x = key of y
    A=b=c
    D=
    ```
    ```yaml
    a: 1
    ```
    ```args
    --x=1
    ```
    ```env
    E=f
    ```

    Right:
    ```env
    A=b
    ```
    """

    code = "XXX001"
    name = "made"
    since = "2.33"
    until = "2.37"
    source = "a file"
    triggers = ()

    def check(self, config: Configuration) -> Iterator[Outcome]:
        raise NotImplementedError


class Headless(Made):
    """Something is wrong.

    What: x
    """


def test_a_page_has_its_paragraphs_on_one_line() -> None:
    read = page(Made())
    assert (read.summary, read.what, read.why) == ("Something is wrong.", "One thing and another.", "It fails.")


def test_neighbouring_blocks_of_other_languages_are_one_example() -> None:
    first, second = examples(page(Made()).wrong)
    assert first.release == "2.33"
    assert first.environ == {"A": "b=c", "D": ""}
    assert first.config_yaml == "a: 1\n"
    assert first.args == ("--x=1",)
    assert first.files == {"/etc/x": "key of y"}
    assert (second.environ, second.release, second.config_yaml, second.args, second.files) == ({"E": "f"}, None, None, (), {})


def test_a_page_without_its_headings_is_refused() -> None:
    with pytest.raises(ValueError, match="XXX001: the docstring needs the headings What, Why, Wrong, Right in this order"):
        page(Headless())


def test_a_page_in_the_form_of_structural_codes() -> None:
    doc = code_doc(Made())
    assert (doc.code, doc.name, doc.summary, doc.releases) == ("XXX001", "made", "One thing and another.", "2.33 to 2.37")


@pytest.mark.parametrize(
    ("since", "until", "inferred", "expected"),
    [
        (None, None, False, ""),
        ("2.33", None, False, "2.33 and later"),
        (None, "2.32", False, "up to 2.32"),
        ("2.38", None, True, "2.38 and later (inferred from merge dates)"),
        ("2.33", "2.33", False, "2.33 only"),
    ],
)
def test_releases_as_a_phrase(since: str | None, until: str | None, inferred: bool, expected: str) -> None:  # noqa: FBT001
    rule = Made()
    for name, value in (("since", since), ("until", until), ("inferred", inferred)):
        setattr(rule, name, value)
    assert releases(rule) == expected
