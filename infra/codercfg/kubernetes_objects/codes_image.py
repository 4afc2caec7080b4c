"""Pages of the codes about the image."""

from __future__ import annotations

from codercfg.diagnostics.code_doc import CodeDoc
from codercfg.diagnostics.diagnostic import Severity

IMAGE_CODES = (
    CodeDoc(
        code="IMG001",
        name="image-tag-unknown",
        severity=Severity.ERROR,
        summary="The release has no patch number, and neither tag nor digest names the image.",
        why="images are tagged with full release numbers, so the pods would have nothing to run",
        wrong='coder:release: "2.33"',
        right='coder:release: "2.33.1"',
        source="Coder's Helm chart: the tag defaults to `v` and the version",
    ),
    CodeDoc(
        code="IMG002",
        name="image-tag-floating",
        severity=Severity.WARNING,
        summary="The tag is empty, or moves from image to image: `latest`, `main`, `v2.33`.",
        why="a restarted pod may run another release than its neighbours, and a roll-back brings nothing back",
        wrong="kubernetes: {image: {tag: latest}}",
        right="kubernetes: {image: {tag: v2.33.1}}",
        source="Kubernetes documentation, Images",
    ),
    CodeDoc(
        code="IMG003",
        name="image-tag-disagrees",
        severity=Severity.WARNING,
        summary="The tag names another release than `coder:release`.",
        why="options, defaults and rules are those of the release, and the pods run the image",
        wrong='coder:release: "2.33.1" with kubernetes: {image: {tag: v2.34.0}}',
        right='coder:release: "2.34.0" without a tag',
    ),
    CodeDoc(
        code="IMG004",
        name="image-reference-malformed",
        severity=Severity.ERROR,
        summary="Repository, tag or digest is not written as container registries take it.",
        why="the node could not pull the image",
        wrong="kubernetes: {image: {repository: 'ghcr.io/coder/coder:v2.33.1'}}",
        right="kubernetes: {image: {repository: ghcr.io/coder/coder, tag: v2.33.1}}",
        source="OCI Distribution Specification, Pulling manifests",
    ),
)
