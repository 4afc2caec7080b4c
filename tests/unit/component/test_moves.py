"""What is said when the names of a stack change."""

from __future__ import annotations

from codercfg.component.moves import cluster_name, consent, moves

BEFORE = {"namespace": "coder", "name": "coder", "instance": "coder", "cluster": "prod"}


def told(**changed: str) -> str:
    return "\n".join(moves(BEFORE, {**BEFORE, **changed}))


def test_the_same_names_are_no_move() -> None:
    assert told() == ""


def test_each_change_says_what_is_made_and_what_is_deleted() -> None:
    assert "every object is made in `chat` and then deleted in `coder`" in told(namespace="chat")
    assert "every object is made there, and then deleted in the former one" in told(cluster="other")
    assert "objects of the new name are made, then the old ones deleted" in told(name="chat")


def test_a_selector_alone_means_a_time_without_a_server() -> None:
    assert told(instance="chat").endswith("the Deployment is deleted and then made anew, and in between there is no server")


def test_an_instance_that_follows_the_name_is_no_move_of_its_own() -> None:
    assert told(name="chat", instance="chat") == told(name="chat")


def test_two_changes_are_two_sentences() -> None:
    assert told(name="chat", namespace="chat").count("\n") == 1


def test_consent_names_what_is_given_up() -> None:
    assert consent(BEFORE) == "coder/coder/coder@prod"
    assert consent({**BEFORE, "cluster": cluster_name(None, None)}) == "coder/coder/coder"


def test_an_identifier_stands_for_the_cluster_before_the_context() -> None:
    assert cluster_name("eu-1", "prod") == "eu-1"
    assert cluster_name(None, "prod") == "prod"
