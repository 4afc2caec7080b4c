"""The value types of `target.cluster`: how long Pulumi waits, and which object is meant."""

import re
from collections.abc import Collection, Mapping

from codercfg.diagnostics.nearest import did_you_mean
from codercfg.models.stack.kinds import kind
from codercfg.options.stack_values import accept_text, what
from codercfg.values import duration
from codercfg.values.error import ValueParseError

# All that a stack can have: a template of the user's that makes another kind is refused (K8S008), for nothing could check its objects.
KINDS = (
    "ConfigMap",
    "Deployment",
    "ExternalSecret",
    "Ingress",
    "Namespace",
    "NetworkPolicy",
    "PodDisruptionBudget",
    "Role",
    "RoleBinding",
    "Secret",
    "Service",
    "ServiceAccount",
    "StatefulSet",
)
_REFERENCE = r"[A-Za-z][A-Za-z0-9]{0,62}(?:/[a-z0-9](?:[a-z0-9.:-]{0,251}[a-z0-9])?){1,2}"
_LAYOUT = r"[a-z0-9-]{1,63}/[a-z0-9-]{1,63}/[A-Za-z0-9_.-]{1,63}(?:@\S{1,253})?"
_SECOND = 1_000_000_000


def _accept_wait(data: object) -> str:
    text = accept_text(data)
    try:
        waits = duration.parse(text, days=False)  # Pulumi's own parser knows no days either
    except ValueParseError:  # its words are about Coder's options
        raise ValueParseError(
            "not a time that Pulumi can wait: numbers, each with the unit h, m or s", "write such as 90s, 20m or 1h30m; a day is 24h"
        ) from None
    if waits.nanoseconds < _SECOND:
        raise ValueParseError("too short to wait for", "write one second or more, such as 90s, 10m or 1h")
    return text


def _accept_waits(data: object) -> dict[str, str]:
    if not isinstance(data, Mapping):
        raise ValueParseError(f"expected a map of durations, found {what(data)}", "write one `Kind: duration` line for each")
    return {accept_text(key): _wait_of(accept_text(key), value) for key, value in data.items()}


def _wait_of(key: str, value: object) -> str:
    _refuse_other_kind(key, KINDS, key)
    try:
        return _accept_wait(value)
    except ValueParseError as error:
        raise ValueParseError(error.reason, error.help, (key,)) from None


def _accept_objects(data: object) -> tuple[str, ...]:
    if not isinstance(data, list | tuple):
        raise ValueParseError(f"expected a list, found {what(data)}", "write a YAML list, such as [deployment/coder, service/coder]")
    texts = tuple(accept_text(item) for item in data)
    for place, text in enumerate(texts):
        if not re.fullmatch(_REFERENCE, text):
            advice = "write kind/name, or kind/namespace/name in another namespace than the stack's"
            raise ValueParseError("an item names no object", advice, (place,))
        _refuse_other_kind(text.partition("/")[0].lower(), [kind.lower() for kind in KINDS], place)
    return texts


def _refuse_other_kind(name: str, kinds: Collection[str], place: str | int) -> None:
    if name not in kinds:
        advice = did_you_mean(name, kinds, f"the kinds are {', '.join(kinds)}")
        raise ValueParseError("no stack has objects of this kind", advice, (place,))


def _accept_layout(data: object) -> str:
    text = accept_text(data)
    if not re.fullmatch(_LAYOUT, text):
        raise ValueParseError(
            "not what a finding asked for", "copy the text of the finding: namespace/name/instance, with @cluster behind it"
        )
    return text


WAIT = kind("duration of waiting", _accept_wait)
WAITS = kind("durations by kind", _accept_waits)
OBJECTS = kind("objects", _accept_objects)
LAYOUT = kind("layout", _accept_layout)
