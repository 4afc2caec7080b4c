"""What a stack's files hold when an update is finished, rendered without Pulumi."""

from __future__ import annotations

from contextlib import chdir
from typing import TYPE_CHECKING

from codercfg.kubernetes_objects.manifest_text import file_name, file_text, header
from codercfg.kubernetes_objects.render import render_objects
from codercfg.sources.local_secret import kept_fingerprint_key
from codercfg.stack_check import load_stack
from faults.stacks import database_url

if TYPE_CHECKING:
    from faults.clone import FaultyClone
    from faults.stacks import Content


def expected_files(clone: FaultyClone, content: Content) -> dict[str, str]:
    """Text of each file, by its path in the project."""
    secrets = {"deployment.pg_connection_url": database_url(content.secret)} | (
        {"deployment.oidc.client_secret": content.secret} if content.oidc else {}
    )
    with chdir(clone.root):
        stack = load_stack(clone.file.relative_to(clone.root), secrets).stack
    assert stack is not None
    key = kept_fingerprint_key(clone.root, stack.name)
    objects = render_objects(stack, "write", root=clone.root, fingerprint_key=key)
    namespace = stack.kubernetes.namespace
    return {f"{content.directory}/{file_name(found, namespace)}": file_text(header(stack.name), found) for found in objects.manifests}
