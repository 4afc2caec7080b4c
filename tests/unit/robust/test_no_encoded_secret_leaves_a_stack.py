"""A canary in every secret option, beside each and inside every kind of reference: no output shows it, in no encoding."""

from __future__ import annotations

from base64 import b64decode, b64encode
from pathlib import Path
from typing import Any

import pytest
import yaml

from codercfg.catalog.catalog import leaf_by_flag
from codercfg.cli import opened
from codercfg.cli.main import main
from codercfg.options.family import members
from codercfg.options.kinds import TEXT
from codercfg.reference.lookup import FAMILIES
from codercfg.stack_check import load_stack
from unit.passphrase.sealed import PASSPHRASE, Sealer
from unit.robust.encoded_canary import BASE64, ODD, PIECES, QUOTED, WRITTEN, traces

SEALED = Sealer()
SECRETS = sorted({leaf.path for leaf in leaf_by_flag().values() if leaf.opt.secret})
GROUPS = {path.rpartition(".")[0] for path in SECRETS if "." in path}
# Options that are no secret and stand beside one.
NEIGHBOURS = sorted({leaf.path for leaf in leaf_by_flag().values() if leaf.kind is TEXT and leaf.path.rpartition(".")[0] in GROUPS})
VARIABLES = ("CODER_SCIM_AUTH_HEADER", "CODER_AIBRIDGE_PROVIDER_0_KEY", "CODER_EXTERNAL_AUTH_0_CLIENT_SECRET")
LISTS = {match.path: [member.json_name for member in members(match.model) if member.key.secret] for match in FAMILIES}
CHECKS = [["check", "--format", form] for form in ("text", "concise", "json", "github", "sarif")]
COLOURED = [["check", "--color", "always"], ["upgrade", "--to", "2.34.1", "--color", "always"]]
UPGRADES = [["upgrade", "--to", "2.34.1", "--format", form] for form in ("text", "json")] + [["upgrade", "--to", "2.34.1", "--options"]]
OTHERS = [["env", "--format", form] for form in ("dotenv", "yaml", "json")] + [["render", "--stdout"]]
MIGRATIONS = [["migrate", "--to", "2.34.1"], *(["migrate", "--to", "2.34.1", "--providers", form] for form in ("hcl", "api"))]
EXPLAINED = [["explain", name, "--stack"] for name in ("oidc.client_secret", "oidc", "ai.bridge.providers[].key", "external_auth")]
COMMANDS = [*CHECKS, *COLOURED, *UPGRADES, *OTHERS, *MIGRATIONS, *EXPLAINED]


def put(tree: dict[str, Any], path: str, value: Any) -> None:
    *groups, last = path.split(".")
    for group in groups:
        tree = tree.setdefault(group, {})
    tree[last] = value


def stack(value: Any, paths: list[str] = SECRETS, variables: tuple[str, ...] = ()) -> dict[str, Any]:
    deployment: dict[str, Any] = {"access_url": "https://coder.example.com"}
    for path in paths:
        put(deployment, path, value)
    if paths is SECRETS and not variables:
        for path, names in LISTS.items():
            put(deployment, path, [{"type": "openai", "client_id": "x"} if path == "external_auth" else {"type": "openai"}])
            holder = deployment["external_auth"] if path == "external_auth" else deployment["ai"]["bridge"]["providers"]
            holder[0] |= dict.fromkeys(names, value)
    return {"coder:release": "2.33.1", "coder:deployment": deployment, "coder:env": dict.fromkeys(variables, value)}


def shown(file: Path, capsys: pytest.CaptureFixture[str], commands: list[list[str]], *more: str) -> dict[str, list[str]]:
    """By command, the traces of the canary in what it printed."""
    found = {}
    for command in commands:
        assert main([*command, *more, str(file)]) in {0, 1}, command
        captured = capsys.readouterr()
        found[" ".join(command)] = traces(captured.out + captured.err)
    return {command: pieces for command, pieces in found.items() if pieces}


def written(folder: Path, config: dict[str, Any]) -> Path:
    file = folder / "Pulumi.prod.yaml"
    file.write_text(yaml.safe_dump({"config": config}, allow_unicode=True), encoding="utf-8")
    return file


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.mark.parametrize("text", WRITTEN)
def test_plain_text_in_every_secret_option(text: str, folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert shown(written(folder, stack(text)), capsys, COMMANDS) == {}
    assert shown(written(folder, stack(text, [], VARIABLES)), capsys, COMMANDS) == {}


@pytest.mark.parametrize("text", WRITTEN)
def test_a_secret_beside_every_secret_option_is_in_no_finding(text: str, folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The option itself is no secret and shows where people ask for it; reports are read by many and never show it."""
    assert len(NEIGHBOURS) > 10
    assert shown(written(folder, stack(text, NEIGHBOURS)), capsys, [*CHECKS, *COLOURED, *UPGRADES]) == {}
    extra = {"coder:kubernetes": {"extraEnv": [{"name": "A", "value": text}], "annotations": {"a": text}, "labels": {"b": text}}}
    assert shown(written(folder, {**stack(None, []), **extra}), capsys, [*CHECKS, *COLOURED, *UPGRADES]) == {}


REFERENCES: tuple[Any, ...] = (
    {"externalSecret": ODD},
    {"sealed": ODD},
    {"sealed": {"name": ODD, "key": "a"}},
    {"sealed": {"name": "a", "key": ODD}},
    {"secretRef": {"name": "a", "key": "b", ODD: "c"}},
    {"secretRef": {"name": "a", "key": "b", "value": ODD}},
    {"externalSecret": {"store": ODD, "key": "a"}},
    {"externalSecret": {"store": "a", "key": "b", "storeKind": ODD}},
    {"externalSecret": {"store": "a", "key": f"{ODD}\n"}},
    {"externalSecret": {"store": "a", "key": "b", "password": ODD}},
    {"secretRef": {"name": "a", "key": "b"}, "secure": ODD},
    {"secretRef": {"name": "a", "key": "b"}, ODD: ODD},
    {ODD: {"name": "a", "key": "b"}},
    {"sealed": [ODD]},
    {"secure": ODD, "sealed": {"name": "a", "key": "b"}},
    {"secure": ODD},
)


@pytest.mark.parametrize("value", REFERENCES, ids=range(len(REFERENCES)))
def test_a_secret_inside_a_reference_of_wrong_shape(value: Any, folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = written(folder, stack(value))

    assert shown(file, capsys, COMMANDS) == {}
    loaded = load_stack(file)
    assert traces(f"{loaded!r} {loaded.report!r} {loaded.report.diagnostics} {loaded.report.effective()} {loaded.report.values!r}") == []
    assert shown(written(folder, stack(value, [], VARIABLES)), capsys, COMMANDS) == {}


@pytest.mark.parametrize("text", WRITTEN)
def test_opened_values_in_every_secret_option(
    text: str, folder: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("PULUMI_CONFIG_PASSPHRASE_FILE", raising=False)
    monkeypatch.setenv("PULUMI_CONFIG_PASSPHRASE", PASSPHRASE)
    opened._passphrase.cache_clear()
    file = folder / "Pulumi.prod.yaml"
    file.write_text(SEALED.stack(stack(SEALED.secure(text))), encoding="utf-8")

    assert shown(file, capsys, [*CHECKS, *COLOURED, *UPGRADES, *OTHERS], "--open") == {}


def test_a_written_secret_holds_its_value_in_data_alone(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("PULUMI_CONFIG_PASSPHRASE_FILE", raising=False)
    monkeypatch.setenv("PULUMI_CONFIG_PASSPHRASE", PASSPHRASE)
    opened._passphrase.cache_clear()
    paths = ["scim_api_key", "oidc.client_secret"]
    file = folder / "Pulumi.prod.yaml"
    file.write_text(SEALED.stack(stack(SEALED.secure(ODD), paths, ("CODER_PROVISIONER_DAEMON_PSK",))), encoding="utf-8")
    assert main(["render", "--open", "--secrets", "write", "--out", "out", str(file)]) == 0

    for made in sorted(Path("out").glob("*.yaml")):
        manifest = yaml.safe_load(made.read_text(encoding="utf-8"))
        data = manifest.pop("data", {}) if manifest["kind"] == "Secret" else {}
        assert {b64decode(value).decode() for value in data.values()} <= {ODD}
        assert traces(yaml.safe_dump(manifest)) == [], made.name
    assert any("secret" in made.name for made in Path("out").glob("*.yaml"))


def test_the_canary_would_be_noticed_in_each_encoding() -> None:
    nested = b64encode(f"xy{ODD}z".encode()).decode()
    for text in (ODD, f"a{ODD[3:15]}b", BASE64, nested, QUOTED, b64encode(BASE64.encode()).decode(), repr(ODD), ascii(ODD)):
        assert traces(text) != [], text
    assert traces("postgres://coder:********@db.example.com/coder and a long text that holds nothing of it") == []
    assert all(len(piece) == len(next(iter(PIECES))) for piece in PIECES)
