"""Opens the secrets of a stack file."""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any, final

from codercfg.passphrase.cipher import CiphertextError, SaltError, data_key, decrypted, fits, salt_and_probe
from codercfg.passphrase.ciphertexts import ciphertexts
from codercfg.passphrase.error import OpenSecretsError
from codercfg.passphrase.given import FILE_VARIABLE, VARIABLE, passphrase_given
from codercfg.sources.stack.text import stack_text
from codercfg.values.secret import SecretText
from codercfg.yaml_reader.nodes import Places
from codercfg.yaml_reader.text import read

if TYPE_CHECKING:
    from collections.abc import Callable

    from codercfg.passphrase.ciphertexts import WrittenCiphertext

_OF_THE_CHECKOUT = Path(".local/passphrase")  # where `make up` keeps it, and whoever let it do so never typed it
_OF_PASSPHRASES = ("passphrase", "default", "")
_INSTEAD = "check without opening them, or run `pulumi preview`, which checks with the values known"
# Without that variable, Pulumi makes another salt, which then stands in the file and fits none of its secrets.
_FROM_STATE = "`PULUMI_FALLBACK_TO_STATE_SECRETS_MANAGER=true pulumi preview` writes it into the file from the stack's state"
_NO_SALT = f"the file has no `encryptionsalt`, without which no passphrase opens its secrets; {_FROM_STATE}"
_OTHER_SALT = (
    f"the passphrase fits `encryptionsalt`, and none of the secrets does: put the salt back that they were made with; {_FROM_STATE}"
)


@final
class OpenedSecrets(Mapping[str, str]):
    """Plain text by place in the file (`deployment.oidc.client_secret`), for `load_stack(secrets=…)`; prints as places alone."""

    __slots__ = ("_texts",)

    def __init__(self, texts: Mapping[str, SecretText]) -> None:
        self._texts = dict(texts)

    def __getitem__(self, place: str) -> str:
        return self._texts[place].reveal()

    def __iter__(self) -> Iterator[str]:
        return iter(self._texts)

    def __len__(self) -> int:
        return len(self._texts)

    def __repr__(self) -> str:
        return f"OpenedSecrets({len(self)} values)"


def open_secrets(path_or_text: str | Path, passphrase: str | None = None) -> OpenedSecrets:
    """Decrypt a stack file's secrets in this process; needs neither the Pulumi CLI, a backend nor a network.

    Args:
        path_or_text: Path of a stack file, or its text.
        passphrase: Of the stack; otherwise that of `PULUMI_CONFIG_PASSPHRASE`, then of the file that `PULUMI_CONFIG_PASSPHRASE_FILE` names.

    Returns:
        What `load_stack(secrets=…)` takes; empty where the file has no ciphertext of ours or cannot be read, which `load_stack` reports.

    Raises:
        OpenSecretsError: There is ciphertext and no passphrase, another passphrase, no salt, another secrets provider, or damage.
    """
    source = stack_text(path_or_text)
    ask = passphrase_needed if passphrase is None else lambda: SecretText(passphrase)
    return open_text(source.text or "", source.file, ask)


def passphrase_needed() -> SecretText:
    """The passphrase of the environment.

    Raises:
        OpenSecretsError: There is none.
    """
    found = passphrase_given(os.environ)
    if found is None:
        what = f"set {VARIABLE}, or {FILE_VARIABLE} to a file that holds it"
        example = f", such as {_OF_THE_CHECKOUT}, which `make up` made" if _OF_THE_CHECKOUT.is_file() else ""
        raise OpenSecretsError(f"the passphrase of the stack is not known: {what}{example}")
    return found


def open_text(text: str, file: str, ask: Callable[[], SecretText]) -> OpenedSecrets:
    """The same for a text from `file`; `ask` gives the passphrase, and is called only when something has to be opened."""
    root, _problems = read(text)
    places = Places("stack", file)
    found = ciphertexts(root, places)
    if not found:
        return OpenedSecrets({})
    key = _key(root, places, found[0], ask)
    texts: dict[str, SecretText] = {}
    damaged: list[str] = []
    for item in found:
        try:
            texts[item.place] = SecretText(decrypted(key, item.text))
        except CiphertextError as error:
            damaged.append(item.problem(str(error)))
    if damaged and not texts:
        damaged.append(f"{places.of_key(root, 'encryptionsalt')}: {_OTHER_SALT} when the file has none")
    if damaged:
        raise OpenSecretsError("\n".join(damaged))
    return OpenedSecrets(texts)


def _key(root: Any, places: Places, first: WrittenCiphertext, ask: Callable[[], SecretText]) -> bytes:  # noqa: ANN401  (any YAML)
    _refuse_other_providers(root, places)
    salt = root.get("encryptionsalt")
    if not isinstance(salt, str) or not salt:
        of_passphrase = first.text.startswith("v1:")
        other = f"Pulumi Cloud or another service encrypts this stack's secrets, which is not supported offline: {_INSTEAD}"
        raise OpenSecretsError(f"{first.origin}: {_NO_SALT if of_passphrase else other}")
    try:
        raw, probe = salt_and_probe(salt)
    except SaltError:
        where = places.of_entry(root, "encryptionsalt")
        raise OpenSecretsError(f"{where}: `encryptionsalt` is damaged: restore it as Pulumi wrote it, else no secret opens") from None
    key = data_key(ask(), raw)
    if not fits(key, probe):
        raise OpenSecretsError(f"{places.file}: the passphrase is not that of this stack")
    return key


def _refuse_other_providers(root: Any, places: Places) -> None:  # noqa: ANN401  (any YAML)
    provider = root.get("secretsprovider") or ""
    if provider in _OF_PASSPHRASES and "encryptedkey" not in root:
        return
    scheme, address, _rest = provider.partition("://") if isinstance(provider, str) else ("", "", "")
    which = f" (`{scheme}`)" if address and scheme.isalnum() else ""
    origin = places.of_entry(root, "secretsprovider" if "secretsprovider" in root else "encryptedkey")
    raise OpenSecretsError(f"{origin}: a key service{which} encrypts this stack's secrets, which is not supported offline: {_INSTEAD}")
