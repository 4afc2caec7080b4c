"""What answers of API servers mean; the texts are those that API servers and the plugin write."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml

from codercfg.component.codes_failures import FAILURE_CODES
from codercfg.component.failure import failure_of
from codercfg.component.failure_table import OTHER, ROWS

SAID: dict[str, list[str]] = yaml.safe_load((Path(__file__).parent / "answers.yaml").read_text(encoding="utf-8"))
CASES = [(code, said) for code, texts in SAID.items() for said in texts]


@pytest.mark.parametrize(("code", "said"), CASES, ids=[f"{code}-{said[:40]}" for code, said in CASES])
def test_an_answer_is_known(code: str, said: str) -> None:
    assert failure_of(said).code.code == code


def test_every_code_has_an_answer_and_every_row_a_remedy() -> None:
    assert set(SAID) == {page.code for page in FAILURE_CODES} == {row.code.code for row in (*ROWS, OTHER)}
    assert all(row.remedy and not row.remedy.endswith(".") for row in (*ROWS, OTHER))


def test_the_text_names_object_answer_and_remedy() -> None:
    text = failure_of(SAID["PUL021"][0]).text("Deployment coder/coder", "create")
    assert text == (
        "[PUL021] Deployment coder/coder could not be created: the user may not do that (403)\n"
        "  = said: resource coder/coder was not successfully created by the Kubernetes API server: deployments.apps is forbidden: User "
        '"ci" cannot create resource "deployments" in API group "apps" in the namespace "coder"\n'
        "  = why: no Role or ClusterRole of the user holds the verb for that kind\n"
        "  = help: grant the user of the kubeconfig the permission, or use another context; missing: `create` on `deployments.apps` for "
        "the user `ci`"
    )


def test_the_message_of_a_whole_status_is_enough() -> None:
    assert failure_of(SAID["PUL026"][1]).said == 'services "coder" already exists'


def test_a_long_answer_is_cut_and_comes_in_one_line() -> None:
    said = failure_of("a\n b " * 500).said
    assert len(said) == 601
    assert "\n" not in said


def test_what_is_secret_is_not_repeated() -> None:
    failure = failure_of(
        'Secret "coder" is invalid: data[KEY]: Invalid value: "hunter22", "aHVudGVyMjI=" and x', ["hunter22", "aHVudGVyMjI=", "x"]
    )
    assert failure.said == 'Secret "coder" is invalid: data[KEY]: Invalid value: "[secret]", "[secret]" and x'


KEY = '-----BEGIN KEY-----\nhunter22 "hunter23"\n-----END KEY-----\n'


@pytest.mark.parametrize("quoted", [KEY, KEY.replace("\n", r"\n").replace('"', r"\"")], ids=["as it is", "escaped"])
@pytest.mark.parametrize("before", ["Invalid value: ", "x" * 580], ids=["whole", "where the text is cut"])
def test_a_secret_of_several_lines_is_found_before_the_text_is_cut(before: str, quoted: str) -> None:
    assert "hunter" not in failure_of(f"{before}{quoted}", [KEY]).said
    assert "BEGIN KEY" not in failure_of(f"{before}{quoted}", [KEY]).said


@pytest.mark.parametrize("error", ["connection reset by peer", "etcdserver: request timed out"])
def test_a_creation_that_nobody_saw_end_may_have_happened(error: str) -> None:
    failure = failure_of(error)
    assert failure.text("Service coder/coder", "create").endswith("take it over with `target.cluster.import: [service/coder]`")
    assert "take it over" not in failure.text("Service coder/coder", "update")
    assert "take it over" not in failure_of("Unauthorized").text("Service coder/coder", "create")
