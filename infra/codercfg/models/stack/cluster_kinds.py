"""The value types of `target.cluster`: how long Pulumi waits, and which object is meant."""

import re
from collections.abc import Mapping

from codercfg.diagnostics.nearest import did_you_mean, nearest
from codercfg.models.stack.kinds import kind
from codercfg.options.stack_values import accept_text, what
from codercfg.values import duration
from codercfg.values.error import ValueParseError

_KIND = r"[A-Z][A-Za-z0-9]{0,62}"
# What the templates make; a template of the user's may make others.
KINDS = (
    "ConfigMap",
    "Deployment",
    "ExternalSecret",
    "Ingress",
    "Namespace",
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
    pairs = {accept_text(key): _accept_wait(value) for key, value in data.items()}
    wrong = next((key for key in pairs if key not in KINDS and (nearest(key, KINDS) or not re.fullmatch(_KIND, key))), None)
    if wrong is not None:
        advice = did_you_mean(wrong, KINDS, "write kinds as manifests do, such as Deployment or StatefulSet")
        raise ValueParseError("a key is no kind of object", advice)
    return pairs


def _accept_objects(data: object) -> tuple[str, ...]:
    if not isinstance(data, list | tuple):
        raise ValueParseError(f"expected a list, found {what(data)}", "write a YAML list, such as [deployment/coder, service/coder]")
    texts = tuple(accept_text(item) for item in data)
    if not all(re.fullmatch(_REFERENCE, text) for text in texts):
        raise ValueParseError("an item names no object", "write kind/name, or kind/namespace/name in another namespace than the stack's")
    return texts


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
