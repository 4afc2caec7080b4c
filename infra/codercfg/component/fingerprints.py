"""The annotations by which pods roll, made with the stack's own key."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pulumi

from codercfg.kubernetes_objects.fingerprint import fingerprint
from codercfg.kubernetes_objects.names import fingerprint_annotation
from codercfg.sources.local_secret import keep_fingerprint_key

if TYPE_CHECKING:
    from codercfg.component.plan import Plan
    from codercfg.kubernetes_objects.render import Objects
    from codercfg.values.secret import Ciphertext, SecretText


def with_fingerprints(manifest: dict[str, Any], objects: Objects, key: pulumi.Output[str]) -> dict[str, Any]:
    """The object with each fingerprint of its pods made anew.

    The key is known only once the stack exists, and everywhere the same because it lies in the state. A digest made with it is no
    secret; as one it would hide the whole annotation from previews.
    """
    try:
        annotations = manifest["spec"]["template"]["metadata"]["annotations"]
    except (KeyError, TypeError):
        return manifest
    made = {name: _made(content, key) for name, content in _contents(objects).items() if name in annotations}
    if not made:
        return manifest
    template = manifest["spec"]["template"]
    meta = {**template["metadata"], "annotations": {**annotations, **made}}
    return {**manifest, "spec": {**manifest["spec"], "template": {**template, "metadata": meta}}}


def _contents(objects: Objects) -> dict[str, dict[str, SecretText | Ciphertext]]:
    """The content of each Secret, by the annotation that stands for it."""
    return {
        fingerprint_annotation(manifest["metadata"]["name"]): {
            key: objects.secret_tokens[token] for key, token in manifest.get("data", {}).items()
        }
        for manifest in objects.manifests
        if manifest["kind"] == "Secret"
    }


def _made(content: dict[str, SecretText | Ciphertext], key: pulumi.Output[str]) -> pulumi.Output[str]:
    return pulumi.Output.unsecret(key.apply(lambda text: fingerprint(bytes.fromhex(text), content) or ""))


def keep_for_render(planned: Plan, key: pulumi.Output[str]) -> None:
    """Let `codercfg render` write the same bytes in this clone, whichever clone the stack was made in."""
    key.apply(lambda text: keep_fingerprint_key(planned.root, planned.stack.name, bytes.fromhex(text)))
