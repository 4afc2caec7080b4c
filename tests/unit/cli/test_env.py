from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from codercfg.cli.dotenv_form import dotenv_form
from codercfg.cli.main import main
from codercfg.cli.manifests import ContainerEnvironment, objects_of
from codercfg.cli.stacks import load
from codercfg.diagnostics.diagnostic import Diagnostic, Severity
from codercfg.env.entry import PlainEnv
from codercfg.sources.dotenv import read_dotenv
from unit.cli.golden import assert_golden
from unit.cli.stack_files import BAD, CANARY, GOOD

CASES = Path(__file__).parents[2] / "cases" / "env"


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "good.yaml").write_text(GOOD)
    (tmp_path / "bad.yaml").write_text(BAD)
    return tmp_path


@pytest.mark.parametrize("form", ["dotenv", "yaml", "json"])
def test_the_variables_are_shown_with_secrets_as_references(form: str, folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert folder.is_dir()
    assert main(["env", "good.yaml", "--format", form]) == 0

    captured = capsys.readouterr()
    assert captured.err == ""
    assert_golden(CASES / f"good.{form}", captured.out)


def test_yaml_and_json_are_the_env_of_the_container(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    stack = load(str(folder / "good.yaml")).stack
    assert stack is not None
    objects = objects_of(stack, folder, "", write_secrets=False)
    [deployment] = [manifest for manifest in objects.manifests if manifest["kind"] == "Deployment"]
    env = deployment["spec"]["template"]["spec"]["containers"][0]["env"]
    main(["env", "good.yaml", "--format", "yaml"])
    assert yaml.safe_load(capsys.readouterr().out) == {"env": env}
    main(["env", "good.yaml", "--format", "json"])
    assert json.loads(capsys.readouterr().out) == {"env": env}


def test_a_stack_with_errors_has_no_variables(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert folder.is_dir()
    assert main(["env", "bad.yaml"]) == 1

    captured = capsys.readouterr()
    assert captured.out == ""
    assert "bad.yaml:6:7: error[STK" in captured.err
    assert CANARY not in captured.err


def test_a_value_that_cannot_be_rendered_is_an_error(
    folder: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    lost = Diagnostic("ENV050", Severity.ERROR, "the release has no such option", "remove it")

    def environment(_stack: object) -> ContainerEnvironment:
        return ContainerEnvironment([], [], [lost])

    monkeypatch.setattr("codercfg.cli.env.container_environment", environment)
    assert folder.is_dir()
    assert main(["env", "good.yaml"]) == 1

    captured = capsys.readouterr()
    assert captured.out == ""
    assert "error[ENV050]: the release has no such option" in captured.err


@pytest.mark.parametrize(
    ("entry", "line"),
    [
        ({"name": "A", "value": "$$(B) costs 5$"}, 'A="$(B) costs 5$"'),
        ({"name": "A", "value": "http://$(B):1"}, "# A: http://$(B):1, expanded in the pod"),
        ({"name": "A", "value": ""}, "A="),
        ({"name": "A", "value": 'a "b"\n\\'}, r'A="a \"b\"\n\\"'),
        ({"name": "A", "valueFrom": {"secretKeyRef": {"name": "s", "key": "k"}}}, "# A: key k of Secret s"),
        ({"name": "A", "valueFrom": {"configMapKeyRef": {"name": "c", "key": "k"}}}, "# A: key k of ConfigMap c"),
        ({"name": "A", "valueFrom": {"fieldRef": {"fieldPath": "status.podIP"}}}, "# A: field status.podIP of the pod"),
        ({"name": "A", "valueFrom": {"resourceFieldRef": {}}}, "# A: from resourceFieldRef"),
    ],
)
def test_dotenv_says_what_only_a_pod_can_know(entry: dict[str, Any], line: str) -> None:
    assert dotenv_form([entry]) == f"{line}\n"


@given(st.text(st.characters(exclude_categories=["Cs"]), max_size=40))
def test_every_value_is_read_back(value: str) -> None:
    read = read_dotenv(dotenv_form([PlainEnv("NAME", value).manifest()]), "x.env")

    assert read.diagnostics == []
    assert [(variable.name, variable.value) for variable in read.variables] == [("NAME", value)]
