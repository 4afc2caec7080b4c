"""Which values of live objects may be shown: of options that are no secret, and of a few fields that never hold one.

Somebody who changes an object by hand may put a secret anywhere, so everything else merely `differs`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from codercfg.cluster.list_places import list_place
from codercfg.values.user_in_address import without_user

if TYPE_CHECKING:
    from collections.abc import Mapping

    from codercfg.cluster.owners import Place
    from codercfg.sources.stack.stack import Stack

_LONGEST = 200
_FIELDS = frozenset(
    (
        "image", "imagePullPolicy", "type", "serviceAccountName", "schedulerName", "priorityClassName", "runtimeClassName", "path", "host",
        "port", "targetPort", "ingressClassName", "secretName", "cpu", "memory", "storage", "sessionAffinity", "restartPolicy",
        "externalTrafficPolicy", "loadBalancerIP", "loadBalancerClass", "maxUnavailable", "minAvailable", "mountPath", "subPath",
    )
)  # fmt: skip


class Shown:
    """Decides for one stack."""

    def __init__(self, stack: Stack) -> None:
        self._stack = stack

    def option(self, variable: str) -> str:
        """Path of the option behind a variable, or an empty text."""
        option = self._stack.configuration.catalog.by_env.get(variable)
        if option is not None:
            return option.path
        place = list_place(self._stack, variable)
        return place[0] if place else ""

    def entry(self, variable: str, entry: Mapping[str, Any] | None) -> str | None:
        """What a variable is: its source, or its text where the option behind it is no secret."""
        if entry is None:
            return None
        source = entry.get("valueFrom")
        if source:
            return _source(source)
        option = self._stack.configuration.catalog.by_env.get(variable)
        if option is None or option.secret:
            return None
        return _cut(without_user(str(entry.get("value") or "")))

    def field(self, place: Place, value: Any) -> str | None:  # noqa: ANN401  (any JSON)
        """A number, a yes or no, or the text of a field that holds a name, an address or an amount."""
        if isinstance(value, bool):
            return str(value).lower()
        if isinstance(value, int):
            return str(value)
        safe = place[-1] in _FIELDS or "labels" in place[:-1] or "matchLabels" in place[:-1]
        return _cut(without_user(value)) if isinstance(value, str) and safe else None


def _source(source: Mapping[str, Any]) -> str | None:
    for kind, what in (("secretKeyRef", "Secret"), ("configMapKeyRef", "ConfigMap")):
        given = source.get(kind)
        if given:
            return f"{what} {given.get('name')}, key {given.get('key')}"
    field = source.get("fieldRef") or source.get("resourceFieldRef") or {}
    return str(field.get("fieldPath") or field.get("resource") or "") or None


def _cut(text: str) -> str:
    return text if len(text) <= _LONGEST else f"{text[: _LONGEST - 1]}…"
