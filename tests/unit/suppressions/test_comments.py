from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from codercfg.suppressions.comments import Comment, dotenv_comments, yaml_comments


def places(comments: list[Comment]) -> list[tuple[int, int, int | None]]:
    return [(comment.line, comment.column, comment.target) for comment in comments]


def test_a_comment_behind_a_value_speaks_of_its_own_line() -> None:
    assert yaml_comments("a: 1\nb: 2  # codercfg: allow X\n") == [Comment("# codercfg: allow X", 2, 7, 2)]


def test_a_comment_of_its_own_speaks_of_the_next_line_with_content() -> None:
    text = "a: 1\n# codercfg: one\n\n  # a word about it\n# codercfg: two\n\nb: 2\n"

    assert places(yaml_comments(text)) == [(2, 1, 7), (5, 1, 7)]


def test_a_comment_at_the_end_speaks_of_nothing() -> None:
    assert places(yaml_comments("a: 1\n# codercfg: x")) == [(2, 1, None)]


def test_the_same_words_inside_a_value_are_no_comment() -> None:
    text = """\
block: |
  # codercfg: in a block
folded: >-
  text # codercfg: in folded text
quoted: "a # codercfg: in quotes
  # codercfg: on the next line"
single: 'a # codercfg: in quotes'
plain: a#codercfg: allow
# codercfg: real
end: 1 # codercfg: real
"""

    assert places(yaml_comments(text)) == [(9, 1, 10), (10, 8, 10)]


def test_comments_are_found_up_to_where_the_text_is_no_yaml() -> None:
    assert places(yaml_comments("a: 1 # codercfg: x\nb: ]\n")) == [(1, 6, 1)]


def test_line_ends_of_all_systems_are_counted_as_the_parser_counts_them() -> None:
    assert places(yaml_comments("a: 1\r\n# codercfg: x\r\nb: 2\r\n")) == [(2, 1, 3)]
    assert places(yaml_comments("a: 1\u2028b: 2 # codercfg: x\n")) == [(2, 6, 2)]


def test_in_a_dotenv_file_only_whole_lines_are_comments() -> None:
    text = "A=1 # codercfg: part of the value\n  # codercfg: real\nB=2\n"

    assert places(dotenv_comments(text)) == [(2, 3, 3)]


@given(st.text(alphabet="ab:# \n\r\t\"'|>-[]{}\x85\u2028", max_size=60))
def test_any_text_gives_comments_that_stand_in_it(noise: str) -> None:
    text = f"{noise}\n# codercfg: x\n{noise}"
    lines = text.replace("\r\n", "\n")
    for line_break in "\r\x85\u2028":
        lines = lines.replace(line_break, "\n")

    for comment in yaml_comments(text):
        assert lines.split("\n")[comment.line - 1][comment.column - 1 :].startswith(comment.text)
