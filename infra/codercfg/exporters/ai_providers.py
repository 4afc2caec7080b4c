"""AI providers for the server's database: as Terraform resources, or as JSON for its API. No secret value is ever part of it.

Sources: coder/terraform-provider-coderd `coderd_ai_provider` (write-only `api_key_wo` with `api_key_wo_version`), coder/coder #24895.
"""

from __future__ import annotations

import json
import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from codercfg.options.family import members
from codercfg.values.reference import Reference
from codercfg.values.secret import Ciphertext
from codercfg.values.user_in_address import has_user

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from codercfg.configuration.setting import Item

SINCE = "2.34"
_KEYS = {"key", "keys"}


@dataclass(frozen=True, slots=True)
class Credential:
    """A secret key of a provider.

    Attributes:
        key: Its name in the list of providers: `key`, `bedrock_access_key_secret`.
        variable: A name for the place from which its value comes.
        source: Where the value lies now, in words.
        write_only: Whether it is a key, which Terraform never reads back; false for an address with a user in it.
    """

    key: str
    variable: str
    source: str
    write_only: bool = True


@dataclass(frozen=True, slots=True)
class Provider:
    """One provider.

    Attributes:
        name: The part of its route.
        settings: What is not secret, by key.
        credentials: What is.
    """

    name: str
    settings: dict[str, str]
    credentials: list[Credential] = field(default_factory=list)


def providers(items: Sequence[Item]) -> tuple[Provider, ...]:
    """The providers of a stack, without their secrets."""
    return tuple(_provider(item) for item in items)


def _provider(item: Item) -> Provider:
    value: Any = item.value
    found = Provider(value.name or value.type or "", {})
    for member in members(type(item.value)):
        held = getattr(value, member.attribute)
        if held is None or held == "" or member.json_name == "name":
            continue
        if member.kind.secret or has_user(str(held)):
            variable = f"ai_provider_{_identifier(found.name)}_{member.json_name}"
            found.credentials.append(Credential(member.json_name, variable, _source(held), member.kind.secret))
        else:
            found.settings[member.json_name] = str(held)
    return found


def _source(value: object) -> str:
    if isinstance(value, Reference):
        return str(value)
    return "encrypted in the stack file" if isinstance(value, Ciphertext) else "written in the stack"


def _identifier(name: str) -> str:
    """A name for HCL and for a shell: letters, digits and underscores."""
    plain = re.sub(r"[^A-Za-z0-9_]", "_", name)
    return plain if plain[:1].isalpha() else f"_{plain}"


def hcl(found: Sequence[Provider]) -> str:
    """Terraform: one resource each, with variables that no state and no plan ever holds."""
    blocks = [_HEADER]
    for provider in found:
        blocks += [_variable(credential) for credential in provider.credentials]
        blocks.append("\n".join(_resource(provider)))
    return "\n\n".join(blocks) + "\n"


_HEADER = """\
# AI providers for the database of Coder 2.34 and later; keep the names, they are parts of the routes.
# Values of secrets come in as variables (TF_VAR_...) and are written, never read back: raise the version to write one anew.
# Attributes but for api_key_wo and api_key_wo_version are called as in the stack: `terraform validate` tells where yours differ."""


def _variable(credential: Credential) -> str:
    ephemeral = "  ephemeral = true\n" if credential.write_only else ""  # Terraform lets only write-only attributes take such a value
    return f'# now: {credential.source}\nvariable "{credential.variable}" {{\n  type      = string\n  sensitive = true\n{ephemeral}}}'


def _resource(provider: Provider) -> Iterator[str]:
    yield f'resource "coderd_ai_provider" "{_identifier(provider.name)}" {{'
    yield f"  name = {_text(provider.name)}"
    for key, text in provider.settings.items():
        yield f"  {key} = {_text(text)}"
    for credential in provider.credentials:
        if not credential.write_only:
            yield f"  {credential.key} = var.{credential.variable}"
            continue
        name = "api_key" if credential.key in _KEYS else credential.key
        yield f"  {name}_wo = var.{credential.variable}"
        yield f"  {name}_wo_version = 1"
    yield "}"


def _text(text: str) -> str:
    """An HCL string; `${` and `%{` begin a template there."""
    return json.dumps(text, ensure_ascii=False).replace("${", "$${").replace("%{", "%%{")


def api(found: Sequence[Provider]) -> str:
    """JSON: one object each, with `${NAME}` in the place of each secret, for `envsubst` or a program to fill in."""
    return json.dumps([_payload(provider) for provider in found], indent=2, ensure_ascii=False) + "\n"


def _payload(provider: Provider) -> dict[str, str]:
    secrets = {credential.key: f"${{{credential.variable.upper()}}}" for credential in provider.credentials}
    return {"name": provider.name, **provider.settings, **secrets}
