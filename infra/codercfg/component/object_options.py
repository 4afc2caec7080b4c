"""Resource options of one object in a cluster: what is safe from deletion, how long Pulumi waits, who it was before."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pulumi

from codercfg.component.aliases import aliases
from codercfg.component.data_objects import holds_data

if TYPE_CHECKING:
    from collections.abc import Mapping

    from codercfg.models.stack.target import ClusterTarget

# What an imported object has and a manifest never says. The plugin would take the difference for a wish to change what cannot be
# changed, and replace the object. Asked for always, as it would be a difference again once `import` is gone.
_GIVEN_BY_THE_SERVER = {"Service": ["spec.clusterIP"]}


def object_options(manifest: Mapping[str, Any], token: str, target: ClusterTarget, import_id: str | None) -> pulumi.ResourceOptions:
    """The options that follow from the object and from the target.

    `delete_before_replace` is never among them: the plugin asks for it where a name must become free first, and nothing else may.

    Args:
        manifest: The object.
        token: Its type token.
        target: Settings of the target.
        import_id: Identity of the existing object that it takes over, or None.
    """
    retained = _covers(target.retain, manifest)
    wait = (target.timeouts or {}).get(manifest["kind"], target.timeout)
    return pulumi.ResourceOptions(
        aliases=aliases(token),
        protect=not retained and _covers(target.protect, manifest),  # protected, it could not leave the stack at all
        retain_on_delete=retained,
        custom_timeouts=None if wait is None else pulumi.CustomTimeouts(create=wait, update=wait, delete=wait),
        import_=import_id,
        ignore_changes=_GIVEN_BY_THE_SERVER.get(manifest["kind"]),
    )


def _covers(word: str, manifest: Mapping[str, Any]) -> bool:
    return word == "all" or (word == "data" and holds_data(manifest))
