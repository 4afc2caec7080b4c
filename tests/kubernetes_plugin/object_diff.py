"""What an update would do to an object: what lives, cut to what was asked for, against what is asked for now."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from pulumi.runtime.proto import provider_pb2

from kubernetes_plugin.checkpoint import Checkpoint
from kubernetes_plugin.cluster import ApiError
from kubernetes_plugin.difference import DELETE, differences, replaces, written
from kubernetes_plugin.failures import fail
from kubernetes_plugin.force_new import force_new
from kubernetes_plugin.normal import normalised, pruned
from kubernetes_plugin.wire import decoded, plain

if TYPE_CHECKING:
    from kubernetes_plugin.session import Session


def object_diff(session: Session, request: Any, context: Any) -> Any:
    """The engine's answer: each changed property by its path, and whether the object must be replaced."""
    before, given = Checkpoint.of(decoded(request.olds)), plain(decoded(request.news))
    try:
        return _answer(session, before, given, list(request.ignoreChanges))
    except ApiError as error:
        fail(context, f"API server returned error when asked about {given.get('kind')}: {error}")


def _answer(session: Session, before: Checkpoint, given: dict[str, Any], ignored: list[str]) -> Any:
    news = normalised(given)
    old = _identified(pruned(before.live, normalised(before.inputs)), before.live, session)
    news = _identified(news, news, session)
    forced = force_new(news, session.settings.mutable)
    answer = provider_pb2.DiffResponse(hasDetailedDiff=True, changes=provider_pb2.DiffResponse.DIFF_NONE)
    for path, kind in differences(old, news):
        text = written(path)
        if any(text == name or text.startswith((f"{name}.", f"{name}[")) for name in ignored):
            continue
        must_replace = replaces(path, forced, whole=_at(news, path))
        answer.detailedDiff[text].kind = provider_pb2.PropertyDiff.Kind.Value(f"{kind}_REPLACE" if must_replace else kind)
        answer.detailedDiff[text].inputDiff = kind == DELETE
        if must_replace:
            answer.replaces.append(text)
    if answer.detailedDiff:
        answer.changes = provider_pb2.DiffResponse.DIFF_SOME
    answer.deleteBeforeReplace = bool(answer.replaces) and _takes_the_place(before.live, news)
    return answer


def _identified(manifest: dict[str, Any], named: dict[str, Any], session: Session) -> dict[str, Any]:
    """The object with its namespace as it is meant, so that leaving out the default one is no difference."""
    meta = {key: value for key, value in manifest.get("metadata", {}).items() if key not in {"namespace", "resourceVersion"}}
    meta["name"] = named["metadata"]["name"]
    if session.is_namespaced(named):
        meta["namespace"] = manifest.get("metadata", {}).get("namespace") or "default"
    return {**manifest, "apiVersion": named["apiVersion"], "kind": named["kind"], "metadata": meta}


def _takes_the_place(live: dict[str, Any], news: dict[str, Any]) -> bool:
    """Whether the new object has the old one's name and namespace, and both were chosen: the old one has to go first."""
    old, new = live["metadata"], news["metadata"]
    autonamed = new.get("annotations", {}).get("pulumi.com/autonamed") == "true"
    return not autonamed and old["name"] == new["name"] and old.get("namespace", "default") == new.get("namespace", "default")


def _at(value: Any, path: tuple[str | int, ...]) -> Any:
    for step in path:
        try:
            value = value[step]
        except (KeyError, IndexError, TypeError):
            return None
    return value
