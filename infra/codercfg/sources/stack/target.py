"""Where the objects go: exactly one place, and always the same one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from codercfg.diagnostics.diagnostic import Severity
from codercfg.yaml_reader.nodes import YamlMap

if TYPE_CHECKING:
    from codercfg.sources.stack.reading import Reading


def note_target(place: tuple[YamlMap, str] | None, reading: Reading) -> None:
    """Findings about `coder:target` as a whole; its keys are checked elsewhere."""
    section = None if place is None else place[0][place[1]]
    if not isinstance(section, YamlMap) or "cluster" not in section:
        return
    origin = reading.places.of_key(section, "cluster")
    if "files" in section:
        message = "`coder:target` names both `files` and `cluster`"
        reading.note("STK037", message, help="keep one of them", origin=origin, path="target", why="objects go to one place")
    cluster = section["cluster"]
    if isinstance(cluster, YamlMap) and cluster.get("context", "") == "":
        reading.note(
            "STK038",
            "the cluster has no `context`",
            help="set `target.cluster.context` to the name of a context of the kubeconfig",
            origin=origin,
            path="target.cluster",
            why="objects go to whichever cluster the kubeconfig of the day points at",
            severity=Severity.WARNING,
        )
