"""An external-auth provider as the server holds it, type defaults filled in."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, cast

from codercfg.rules.external_auth.type_defaults import ANY_CASE_SINCE, API_SINCE, BY_TYPE, PKCE_SINCE, REVOKE_SINCE, other

if TYPE_CHECKING:
    from codercfg.models.external_auth import ExternalAuthConfig
    from codercfg.releases.release import Release
    from codercfg.rules.items import Entry

_SINCE = {"revoke_url": REVOKE_SINCE, "code_challenge_methods_supported": PKCE_SINCE, "api_base_url": API_SINCE}
_ALIAS = {"bitbucket": "bitbucket-cloud"}


def apply_defaults(item: ExternalAuthConfig, release: Release) -> ExternalAuthConfig:
    """`item` with the keys that it leaves empty filled in by its type.

    The id defaults to the type as written, before an old name of the type is replaced. A list of one empty text counts as given.
    """
    kind = type_of(item, release)
    aliased = _ALIAS.get(kind)
    given: dict[str, Any] = {key: value for key in type(item).model_fields if (value := getattr(item, key)) not in (None, "", ())}
    found = BY_TYPE[aliased or kind](item, release) if (aliased or kind) in BY_TYPE else other(item)
    if aliased or kind in BY_TYPE:
        found.setdefault("code_challenge_methods_supported", ("",))  # says that no method is supported
    found = {key: value for key, value in found.items() if key not in _SINCE or release.at_least(_SINCE[key])}
    values = {"id": item.type or "", **found, **given}
    if aliased:
        values["type"] = aliased
    return item.model_copy(update=values)  # not validated: a validator would refuse what only a variable can say


def type_of(item: ExternalAuthConfig, release: Release) -> str:
    """The item's type as the server compares it: without case from 2.32 on."""
    text = item.type or ""
    return text.lower() if release.at_least(ANY_CASE_SINCE) else text


def service(entry: Entry) -> ExternalAuthConfig:
    """The model of an external-auth item."""
    return cast("ExternalAuthConfig", entry.item.value)
