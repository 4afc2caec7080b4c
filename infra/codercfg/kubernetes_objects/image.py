"""The image of the server, and what can be wrong with it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from codercfg.kubernetes_objects.finding import setting_finding
from codercfg.models.stack.default_image import DEFAULT_REPOSITORY
from codercfg.releases.release import Release, ReleaseError

if TYPE_CHECKING:
    from codercfg.diagnostics.diagnostic import Diagnostic
    from codercfg.kubernetes_objects.stack import Stack

# The grammar of the OCI distribution specification, without tag and digest.
_REPOSITORY = (
    r"(?:(?:[A-Za-z0-9](?:[A-Za-z0-9-]*[A-Za-z0-9])?(?:\.[A-Za-z0-9](?:[A-Za-z0-9-]*[A-Za-z0-9])?)*|\[[0-9A-Fa-f:]+\])(?::[0-9]{1,5})?/)?"
    r"[a-z0-9]+(?:(?:\.|_|__|-+)[a-z0-9]+)*(?:/[a-z0-9]+(?:(?:\.|_|__|-+)[a-z0-9]+)*)*"
)
_TAG = r"[A-Za-z0-9_][A-Za-z0-9_.-]{0,127}"
_DIGEST = r"sha256:[a-f0-9]{64}"
_FLOATING = frozenset({"latest", "main", "master", "edge", "nightly", "stable", "mainline", "dev", "preview"})
_SERIES = r"v?\d+(?:\.\d+)?"


def image_reference(stack: Stack) -> str:
    """The image as a pod names it: `repository:tag`, with the digest behind it when there is one."""
    image = stack.kubernetes.image
    tag = image.tag or stack.configuration.release.tag
    text = image.repository or DEFAULT_REPOSITORY
    return text + (f":{tag}" if tag else "") + (f"@{image.digest}" if image.digest else "")


def image_findings(stack: Stack) -> list[Diagnostic]:
    """What is wrong with the image's settings."""
    return [*_malformed(stack), *_tag_findings(stack)]


def _malformed(stack: Stack) -> list[Diagnostic]:
    image, found = stack.kubernetes.image, []
    if image.repository is not None and not re.fullmatch(_REPOSITORY, image.repository):
        found.append(
            setting_finding(
                stack,
                "IMG004",
                "image.repository",
                "not the name of an image",
                "write registry and name alone, such as ghcr.io/coder/coder",
            )
        )
    if image.tag and not re.fullmatch(_TAG, image.tag):
        found.append(
            setting_finding(stack, "IMG004", "image.tag", "not the tag of an image", "write a tag such as v2.33.1, without a colon")
        )
    if image.digest is not None and not re.fullmatch(_DIGEST, image.digest):
        found.append(setting_finding(stack, "IMG004", "image.digest", "not a digest", "write `sha256:` and 64 hexadecimal digits"))
    return found


def _tag_findings(stack: Stack) -> list[Diagnostic]:
    image, release = stack.kubernetes.image, stack.configuration.release
    if image.tag == "":
        return [
            setting_finding(
                stack, "IMG002", "image.tag", "an empty tag means the release's own", "remove the line, or write a tag such as v2.33.1"
            )
        ]
    if not image.tag:
        missing = release.tag is None and not image.digest
        help_ = f"write the release in full, such as {release.series}.1, or set `kubernetes.image.tag` or `.digest`"
        message = f"release {release} has no patch number, so the image's tag is not known"
        return [setting_finding(stack, "IMG001", "image.tag", message, help_)] if missing else []
    if not image.digest and (image.tag.lower() in _FLOATING or re.fullmatch(_SERIES, image.tag)):
        message = f"the tag `{image.tag}` names another image from time to time"
        return [setting_finding(stack, "IMG002", "image.tag", message, "name a release (v2.33.1) or add the digest")]
    return _disagreement(stack, image.tag)


def _disagreement(stack: Stack, tag: str) -> list[Diagnostic]:
    release = stack.configuration.release
    try:
        tagged = Release.parse(tag)
    except ReleaseError:
        return []  # a tag of one's own registry says nothing about the release
    same = tagged.line == release.line and (release.patch is None or tagged.patch in {None, release.patch})
    if same:
        return []
    message = f"the image is {tagged}, but everything is checked against {release}"
    return [setting_finding(stack, "IMG003", "image.tag", message, f"set `coder:release` to {tagged}, or remove the tag")]
