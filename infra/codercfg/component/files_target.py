"""The objects as files."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from codercfg.component.manifest_file import ManifestFile
from codercfg.kubernetes_objects.manifest_text import file_name, header, object_id

if TYPE_CHECKING:
    import pulumi

    from codercfg.sources.stack.stack import Stack


class FilesTarget:
    """Registers each object as a file of the stack's directory."""

    def __init__(self, stack: Stack) -> None:
        self._namespace = stack.kubernetes.namespace
        self._directory = (stack.target.files.directory or f"out/{stack.name}").rstrip("/")
        self._header = header(stack.name)

    def path(self, manifest: dict[str, Any]) -> str:
        """Where the file lies, relative to the project."""
        return f"{self._directory}/{file_name(manifest, self._namespace)}"

    def register(self, manifest: dict[str, Any], options: pulumi.ResourceOptions) -> pulumi.Resource:
        """Register one object."""
        return ManifestFile(object_id(manifest, self._namespace), self.path(manifest), self._header, manifest, options)
