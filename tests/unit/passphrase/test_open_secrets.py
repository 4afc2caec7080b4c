from __future__ import annotations

import builtins
import re
from typing import TYPE_CHECKING, Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from codercfg import OpenSecretsError, load_stack, open_secrets
from unit.passphrase.sealed import PASSPHRASE, Sealer

if TYPE_CHECKING:
    from pathlib import Path

CANARY = "hunter2canary"
SEALED = Sealer()
CONFIG: dict[str, Any] = {
    "coder:release": "2.33.1",
    "coder:deployment": {
        "access_url": "https://coder.example.com",
        "pg_connection_url": SEALED.secure(f"postgres://coder:{CANARY}@db/coder"),
        "ai": {"bridge": {"providers": [{"type": "openai", "key": SEALED.secure(CANARY)}]}},
    },
    "coder:env": {"CODER_SCIM_AUTH_HEADER": SEALED.secure("changeme")},
    "elsewhere:token": {"secure": "v1:not:ours"},
}


def test_every_secret_of_ours_is_opened_by_its_place() -> None:
    found = open_secrets(SEALED.stack(CONFIG), PASSPHRASE)
    assert dict(found) == {
        "deployment.pg_connection_url": f"postgres://coder:{CANARY}@db/coder",
        "deployment.ai.bridge.providers[0].key": CANARY,
        "env.CODER_SCIM_AUTH_HEADER": "changeme",
    }
    assert repr(found) == "OpenedSecrets(3 values)"


def test_opened_values_get_the_checks_that_ciphertext_escapes_and_are_not_shown() -> None:
    text = SEALED.stack(CONFIG)
    blind = load_stack(text).report
    report = load_stack(text, open_secrets(text, PASSPHRASE)).report
    assert "HYG012" not in {item.code for item in blind.diagnostics}
    assert "HYG012" in {item.code for item in report.diagnostics}
    assert any("env" in sentence or "encrypted" in sentence for sentence in blind.not_checked)
    assert not any("encrypted values" in sentence for sentence in report.not_checked)
    assert CANARY not in repr(report) + str([*report.diagnostics, report.not_checked])


def test_a_file_without_ciphertext_needs_no_passphrase(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("PULUMI_CONFIG_PASSPHRASE", raising=False)
    monkeypatch.delenv("PULUMI_CONFIG_PASSPHRASE_FILE", raising=False)
    assert dict(open_secrets("config:\n  coder:release: '2.33.1'\n  other:key: {secure: x}\n")) == {}
    assert dict(open_secrets("config: [")) == {}
    assert dict(open_secrets("no/such/file.yaml")) == {}
    with pytest.raises(OpenSecretsError, match=r"^the passphrase of the stack is not known: set PULUMI_CONFIG_PASSPHRASE, or"):
        open_secrets(SEALED.stack(CONFIG))


def test_a_passphrase_that_the_checkout_made_is_named_by_its_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("PULUMI_CONFIG_PASSPHRASE", raising=False)
    monkeypatch.delenv("PULUMI_CONFIG_PASSPHRASE_FILE", raising=False)
    monkeypatch.chdir(tmp_path)
    (tmp_path / ".local").mkdir()
    (tmp_path / ".local" / "passphrase").write_text(PASSPHRASE)
    with pytest.raises(OpenSecretsError, match=r"to a file that holds it, such as \.local/passphrase, which `make up` made$"):
        open_secrets(SEALED.stack(CONFIG))


def test_the_passphrase_of_the_environment_is_found(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PULUMI_CONFIG_PASSPHRASE", PASSPHRASE)
    assert len(open_secrets(SEALED.stack(CONFIG))) == 3


def refusal(text: str, passphrase: str = PASSPHRASE) -> str:
    with pytest.raises(OpenSecretsError) as raised:
        open_secrets(text, passphrase)
    assert CANARY not in str(raised.value) + repr(raised.value)
    return str(raised.value)


def test_a_wrong_passphrase_is_said(tmp_path: Path) -> None:
    file = tmp_path / "Pulumi.prod.yaml"
    file.write_text(SEALED.stack(CONFIG))
    assert refusal(str(file), "wrong") == f"{file}: the passphrase is not that of this stack"


def test_damaged_ciphertext_is_named_with_its_place() -> None:
    text = SEALED.stack(CONFIG)
    cipher = re.findall(r"v1:\S{16}:\S+", text)[1]
    damaged = text.replace(cipher, cipher[:-8] + "AAAAAAA=")
    line, column = damaged[: damaged.index(cipher[:-8])].count("\n") + 1, len("      secure: ") + 1
    assert refusal(damaged) == (
        f"<text>:{line}:{column}: the ciphertext of `deployment.pg_connection_url` cannot be opened: it was changed, cut off, or copied "
        "from another stack; write it again with `pulumi config set --secret --path 'coder:deployment.pg_connection_url'`"
    )


def test_every_damaged_leaf_is_named_and_a_strange_key_is_not_shown() -> None:
    config = {**CONFIG, "coder:env": {"CODER_SCIM_AUTH_HEADER": {"secure": "nonsense"}, f"a {CANARY}": {"secure": "v1:x:y"}}}
    lines = refusal(SEALED.stack(config)).splitlines()
    assert [line.partition(": ")[2].partition(": ")[0] for line in lines] == [
        "the ciphertext of `env.CODER_SCIM_AUTH_HEADER` cannot be opened",
        "this ciphertext cannot be opened",
    ]
    assert all("it is not of the form v1:<nonce>:<ciphertext>" in line for line in lines)


def test_a_salt_that_fits_none_of_the_secrets_is_told_from_damage() -> None:
    other = Sealer(salt=b"another!")
    last = refusal(other.stack(CONFIG)).splitlines()[-1]
    assert last == (
        "<text>:1:1: the passphrase fits `encryptionsalt`, and none of the secrets does: put the salt back that they were made with; "
        "`PULUMI_FALLBACK_TO_STATE_SECRETS_MANAGER=true pulumi preview` writes it into the file from the stack's state "
        "when the file has none"
    )


def test_a_missing_salt_is_explained() -> None:
    text = yaml.safe_dump({"config": CONFIG}, sort_keys=False)
    assert refusal(text) == (
        "<text>:6:15: the file has no `encryptionsalt`, without which no passphrase opens its secrets; "
        "`PULUMI_FALLBACK_TO_STATE_SECRETS_MANAGER=true pulumi preview` writes it into the file from the stack's state"
    )


def test_a_damaged_salt_is_named_with_its_place() -> None:
    text = yaml.safe_dump({"encryptionsalt": "v1:AAAA", "config": CONFIG}, sort_keys=False)
    assert refusal(text) == "<text>:1:17: `encryptionsalt` is damaged: restore it as Pulumi wrote it, else no secret opens"


@pytest.mark.parametrize(
    ("top", "said"),
    [
        ({"secretsprovider": "awskms://alias/x?token=hunter2canary", "encryptedkey": "AAAA"}, "a key service (`awskms`) encrypts"),
        ({"secretsprovider": "hashivault://mykey"}, "a key service (`hashivault`) encrypts"),
        ({"encryptedkey": "AAAA"}, "a key service encrypts"),
        ({"secretsprovider": ["strange"]}, "a key service encrypts"),
    ],
)
def test_another_secrets_provider_is_not_supported_offline(top: dict[str, Any], said: str) -> None:
    found = refusal(yaml.safe_dump({**top, "config": CONFIG}, sort_keys=False))
    assert found.startswith("<text>:1:")
    assert said in found
    assert found.endswith(
        "which is not supported offline: check without opening them, or run `pulumi preview`, which checks with the values known"
    )


def test_pulumi_cloud_is_not_supported_offline() -> None:
    text = yaml.safe_dump({"config": {"coder:env": {"CODER_SCIM_AUTH_HEADER": {"secure": "AAABAKp0"}}}})
    assert "Pulumi Cloud or another service encrypts this stack's secrets, which is not supported offline" in refusal(text)


@given(
    st.text() | st.builds("config:\n  coder:env: {{X: {{secure: {0!r}}}, Y: [{0}]}}\nencryptionsalt: {1!r}\n".format, st.text(), st.text())
)
def test_any_text_opens_or_is_refused_by_a_sentence(text: str) -> None:
    try:
        found = open_secrets(f"{text}\n", PASSPHRASE)
    except OpenSecretsError as error:
        assert str(error)  # noqa: PT017  (either outcome is right)
    else:
        assert len(found) >= 0


def test_without_the_package_the_message_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    real = builtins.__import__

    def missing(name: str, *rest: Any, **more: Any) -> Any:
        if name.startswith("cryptography"):
            raise ImportError(name)
        return real(name, *rest, **more)

    text = SEALED.stack(CONFIG)
    monkeypatch.setattr(builtins, "__import__", missing)
    assert refusal(text) == "opening secrets needs the package `cryptography`: install `codercfg[open]`"
