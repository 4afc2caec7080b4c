"""A canary in every secret option of a stack: no command's output, no exception and no repr shows it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
import yaml

from codercfg.catalog.catalog import leaf_by_flag
from codercfg.cli.main import COMMANDS, main
from codercfg.models.root import DeploymentValues
from codercfg.options.family import members
from codercfg.reference.lookup import FAMILIES
from codercfg.reference.stack_schema import stack_schema
from codercfg.stack_check import load_stack
from unit.robust.canary import CANARY, SHAPES, leaks

if TYPE_CHECKING:
    from pathlib import Path

SECRETS = sorted({leaf.path for leaf in leaf_by_flag().values() if leaf.opt.secret})
VARIABLES = sorted({leaf.opt.env for leaf in leaf_by_flag().values() if leaf.opt.secret and leaf.opt.env})
COMMAND_LINES = (
    ["check"],
    ["env"],
    ["env", "--format", "yaml"],
    ["env", "--format", "json"],
    ["render", "--stdout"],
    ["explain", "oidc.client_secret", "--stack"],
    ["upgrade", "--to", "2.34"],
    ["migrate", "--to", "2.34", "--diff"],
)


def document(options: dict[str, Any], variables: dict[str, Any] | None = None) -> str:
    deployment: dict[str, Any] = {"access_url": "https://coder.example.com"}
    for path, value in options.items():
        *groups, last = path.split(".")
        holder = deployment
        for group in groups:
            holder = holder.setdefault(group, {})
        holder[last] = value
    return yaml.safe_dump({"config": {"coder:release": "2.33.1", "coder:deployment": deployment, "coder:env": variables or {}}})


@pytest.mark.parametrize("arguments", COMMAND_LINES, ids=" ".join)
def test_no_command_shows_a_secret_in_plain_text(
    arguments: list[str], tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    if arguments[0] not in COMMANDS:
        pytest.fail(f"there is no command {arguments[0]}")
    for number, path in enumerate(SECRETS):
        file = tmp_path / f"Pulumi.s{number}.yaml"
        file.write_text(document({path: CANARY}, {VARIABLES[number % len(VARIABLES)]: CANARY}))
        assert main([*arguments, str(file)]) in {0, 1}
        captured = capsys.readouterr()
        shown = "".join(line for line in (captured.out + captured.err).splitlines(keepends=True) if not line.startswith(("-", "+", " ")))
        text = shown if arguments[0] == "migrate" else captured.out + captured.err

        assert not leaks(text), path


@pytest.mark.parametrize("shape", SHAPES)
def test_decrypted_values_stay_inside(shape: str) -> None:
    options = {path: {"secure": "v1:AAAA:BBBB"} for path in SECRETS}
    secrets = {f"deployment.{path}": shape for path in SECRETS}
    loaded = load_stack(document(options), secrets)

    assert loaded.inputs.configuration is not None
    assert not leaks(*map(str, loaded.report.diagnostics), *loaded.report.not_checked)
    assert not leaks(repr(loaded), repr(loaded.inputs), repr(loaded.report), repr(loaded.report.values), str(loaded.report.effective()))


@pytest.mark.parametrize("shape", SHAPES)
def test_decrypted_values_in_lists_stay_inside(shape: str) -> None:
    cipher = {"secure": "v1:AAAA:BBBB"}
    keys = {match.path: [member.json_name for member in members(match.model) if member.key.secret] for match in FAMILIES}
    items = {path: [{"type": "openai", **dict.fromkeys(names, cipher)}] for path, names in keys.items()}
    secrets = {f"deployment.{path}[0].{name}": shape for path, names in keys.items() for name in names}
    loaded = load_stack(document(items), secrets)

    assert len(loaded.report.providers()) == 1
    assert not leaks(*map(str, loaded.report.diagnostics), repr(loaded), repr(loaded.inputs), str(loaded.report.providers()))


@pytest.mark.parametrize("path", SECRETS)
def test_the_model_itself_says_no_value_when_it_refuses_one(path: str) -> None:
    deployment = yaml.safe_load(document({path: CANARY}))["config"]["coder:deployment"]
    with pytest.raises(ValueError, match="secret") as caught:
        DeploymentValues.model_validate(deployment)

    assert not leaks(str(caught.value), repr(caught.value))


def test_the_schema_knows_no_value() -> None:
    assert not leaks(stack_schema())
