"""The lists of indexed families as the server holds them, in the form of its JSON document with the secrets that it leaves out."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from codercfg.catalog.outline import record_class
from codercfg.configuration.configuration import MASK
from codercfg.env.family import has_key
from codercfg.models.external_auth_kind import wire_item
from codercfg.options.family import members
from codercfg.values.secret import SecretText

if TYPE_CHECKING:
    from codercfg.configuration.configuration import Configuration
    from codercfg.configuration.setting import Item
    from codercfg.models.external_auth import ExternalAuthConfig
    from codercfg.releases.release import Release

SEVERAL_KEYS_SINCE = "2.34"
_DEFAULT_SINCE = "2.33"
_LIST = "external_auth"
_TEXTS = ("base_url", "bedrock_base_url", "bedrock_model", "bedrock_region", "bedrock_small_fast_model", "type")
_CREDENTIALS = (("key", "keys"), ("bedrock_access_key", "bedrock_access_keys"), ("bedrock_access_key_secret", "bedrock_access_key_secrets"))
# What every new deployment without a provider of its own offers: Coder's shared GitHub app.
_SHARED_GITHUB = {"type": "github", "client_id": "Iv1.6a2b4b4aec4f4fe7", "device_flow": True}


def held_providers(configuration: Configuration, *, reveal: bool) -> list[dict[str, Any]]:
    """The AI providers; credentials masked unless `reveal`.

    Up to 2.33 a provider has one text for each credential, and a plural variable is another name of the singular one. Later ones have
    lists: a plural is cut at its commas and every item trimmed.
    """
    return [_provider(item, configuration.release, reveal=reveal) for item in configuration.providers]


def _provider(item: Item, release: Release, *, reveal: bool) -> dict[str, Any]:
    value: Any = item.value
    wire: dict[str, Any] = {key: getattr(value, key) or "" for key in _TEXTS}
    wire["name"] = value.name or value.type or ""
    for singular, plural in _CREDENTIALS:
        one, several = getattr(value, singular), getattr(value, plural)
        if release.at_least(SEVERAL_KEYS_SINCE):
            wire[plural] = _list(one, several, reveal=reveal)
        else:
            wire[singular] = _text(one if several is None else several, reveal=reveal)
    return wire


def _text(value: Any, *, reveal: bool) -> str:  # noqa: ANN401  (a secret in any form, or None)
    if value is None or value == SecretText(""):
        return ""
    return value.reveal() if reveal and isinstance(value, SecretText) else MASK


def _list(one: Any, several: Any, *, reveal: bool) -> list[str] | None:  # noqa: ANN401  (secrets in any form, or None)
    value = one if several is None else several
    if value is None:
        return None
    if not isinstance(value, SecretText):
        return [MASK]
    items = [value.reveal()] if several is None else value.reveal().split(",")
    return [item.strip() if reveal else MASK for item in items]


def held_external_auth(configuration: Configuration, *, reveal: bool) -> list[dict[str, Any]]:
    """The external-auth providers, type defaults filled in; secrets masked unless `reveal`.

    Without any, a new deployment of 2.33 and later gets the shared GitHub app, unless that is switched off.
    """
    from codercfg.rules.external_auth.defaults import apply_defaults

    found: list[Any] = [item.value for item in configuration.external_auth]
    option = "external_auth_github_default_provider_enable"
    if not found and configuration.release.at_least(_DEFAULT_SINCE) and configuration.get(option):
        found = [record_class("ExternalAuthConfig")(_SHARED_GITHUB)]
    return [_external_auth(apply_defaults(value, configuration.release), configuration.release, reveal=reveal) for value in found]


def _external_auth(value: ExternalAuthConfig, release: Release, *, reveal: bool) -> dict[str, Any]:
    wire = {key: item for key, item in wire_item(value).items() if key in _keys(release)}
    wire["client_secret"] = _text(value.client_secret, reveal=reveal)
    return wire


def _keys(release: Release) -> set[str]:
    return {member.json_name for member in members(record_class("ExternalAuthConfig")) if has_key(member, release)}


def held_options(configuration: Configuration, *, reveal: bool) -> dict[str, Any]:
    """JSON path to wire value of every option that was set; secrets masked unless `reveal`.

    The path of the YAML file is left out: it says where settings come from and is none itself.
    """
    found = configuration.effective(reveal=reveal)
    found.pop("config", None)
    if found.get(_LIST):
        known = _keys(configuration.release)
        found[_LIST] = [{key: value for key, value in item.items() if key in known} for item in found[_LIST]]
    return found
