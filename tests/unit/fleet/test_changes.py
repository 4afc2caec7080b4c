"""What differs in one object, as the engine's log has it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from codercfg.fleet.changes import object_outcome
from codercfg.fleet.outcome import Change, Operation
from codercfg.fleet.steps import read_log
from unit.fleet.event_log import as_file, deployment, error, log, secret, service, step

if TYPE_CHECKING:
    from pathlib import Path

    from codercfg.fleet.outcome import ObjectOutcome

URL = {"name": "CODER_ACCESS_URL", "value": "https://coder.example.com"}


def option_of(name: str) -> str:
    return {"CODER_ACCESS_URL": "access_url"}.get(name, "")


def outcome(tmp_path: Path, *events: dict[str, Any]) -> ObjectOutcome:
    file = tmp_path / "events"
    file.write_text(log(*events))
    (only,) = read_log(file).steps.values()
    return object_outcome(only, option_of)


def updated(tmp_path: Path, old: dict[str, Any], new: dict[str, Any]) -> ObjectOutcome:
    return outcome(tmp_path, step("update", as_file(old), as_file(new)))


def test_variables_are_compared_by_name_and_told_with_their_option(tmp_path: Path) -> None:
    reference = {"name": "CODER_PG", "valueFrom": {"secretKeyRef": {"name": "db", "key": "url"}}}
    old = deployment([URL, reference, {"name": "GONE", "value": "1"}])
    new = deployment([{"name": "NEW"}, {**URL, "value": "https://new.example.com"}, {**reference, "valueFrom": {"fieldRef": {"a": "b"}}}])

    found = updated(tmp_path, old, new)

    assert found.rolls
    assert found.changes == (
        Change("CODER_ACCESS_URL", "variable", "changed", "https://coder.example.com", "https://new.example.com", "access_url"),
        Change("CODER_PG", "variable", "changed", "(Secret db, key url)", '({"fieldRef": {"a": "b"}})'),
        Change("GONE", "variable", "removed", "1", None),
        Change("NEW", "variable", "added", None, ""),
    )


def test_a_change_of_order_alone_is_no_change_of_a_variable_but_rolls_the_pods(tmp_path: Path) -> None:
    other = {"name": "CODER_VERBOSE", "value": "true"}
    found = updated(tmp_path, deployment([URL, other]), deployment([other, URL]))

    assert (found.rolls, found.changes) == (True, (Change("env", "field", "changed", None, "variables in another order"),))


def test_other_fields_are_told_by_their_path_and_replicas_roll_nothing(tmp_path: Path) -> None:
    found = updated(tmp_path, deployment([URL]), deployment([URL], replicas=3))

    assert (found.rolls, found.changes) == (False, (Change("spec.replicas", "field", "changed", "1", "3"),))


def test_a_password_in_an_address_is_masked(tmp_path: Path) -> None:
    proxy = {"name": "HTTPS_PROXY", "value": "http://user:canary@proxy.example.com"}
    found = updated(tmp_path, deployment([]), deployment([proxy]))

    assert found.changes == (Change("HTTPS_PROXY", "variable", "added", None, "http://********@proxy.example.com"),)


def test_of_a_secret_only_its_keys_are_told(tmp_path: Path) -> None:
    old = as_file(secret("KEPT", "ROTATED", "GONE"), revisions={"KEPT": 1, "ROTATED": 1, "GONE": 4})
    new = as_file(secret("KEPT", "ROTATED", "NEW"), revisions={"KEPT": 1, "ROTATED": 2, "NEW": 1})

    assert outcome(tmp_path, step("update", old, new)).changes == (
        Change("GONE", "secret key", "removed"),
        Change("NEW", "secret key", "added"),
        Change("ROTATED", "secret key", "changed"),
    )


def test_in_a_cluster_the_provider_says_which_key_of_a_secret_changed(tmp_path: Path) -> None:
    whole = {"4dabf18193072939515e22adb298388d": "1b47061264138c4ac30d75fd1eb44270", "ciphertext": "[secret]"}
    paths = {"data.ROTATED": "update", 'data["with.dot"]': "delete", "data.NEW": "add-replace", "metadata.labels.a": "update"}
    manifest = {**secret(), "data": whole}
    found = outcome(tmp_path, step("update", manifest, manifest, "kubernetes:core/v1:Secret", paths))

    assert [(change.name, change.kind) for change in found.changes] == [("NEW", "added"), ("ROTATED", "changed"), ("with.dot", "removed")]


def test_a_secret_elsewhere_is_said_to_be_one(tmp_path: Path) -> None:
    whole = {"4dabf18193072939515e22adb298388d": "1b47061264138c4ac30d75fd1eb44270", "ciphertext": "[secret]"}
    found = updated(tmp_path, deployment([URL]), deployment([{**URL, "value": whole}]))

    assert found.changes[0].new == "[secret]"


def test_a_value_that_only_the_update_will_know_is_said_to_be_so(tmp_path: Path) -> None:
    new = deployment([{**URL, "value": "04da6b54-80e4-46f7-96ec-b56ff0331ba9"}])

    assert updated(tmp_path, deployment([URL]), new).changes[0].new == "(known after the update)"


def test_a_file_that_was_edited_by_hand_is_written_anew(tmp_path: Path) -> None:
    assert updated(tmp_path, service(), service()).changes == (Change("file", "field", "changed", None, "written anew"),)


def test_the_steps_of_a_replacement_are_one(tmp_path: Path) -> None:
    old, new = as_file(service(), "a.yaml"), as_file(service(), "b.yaml")
    steps = [step("create-replacement", old, new), step("replace", old, new), step("delete-replaced", old, None)]
    found = outcome(tmp_path, *steps)

    assert (found.operation, found.changes) == (Operation.REPLACE, (Change("path", "field", "changed", "a.yaml", "b.yaml"),))


def test_complaints_are_kept_once_and_a_log_that_breaks_off_is_not_finished(tmp_path: Path) -> None:
    file = tmp_path / "events"
    policy = {"policyEvent": {"enforcementLevel": "mandatory", "policyName": "limits", "message": "no limits"}}
    advice = {"policyEvent": {"enforcementLevel": "advisory", "policyName": "hint", "message": "a hint"}}
    file.write_text(log(error("broken\n"), error("broken\n"), policy, advice, finished=False) + '{"sequence": 9, "resource')
    read = read_log(file)

    assert (read.errors, read.finished) == (["broken", "policy limits: no limits"], False)
    assert read_log(tmp_path / "missing").finished is False
