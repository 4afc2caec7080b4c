"""A manifest as a file that Pulumi owns: created, read back, updated and deleted like any other resource."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from pulumi.dynamic import CheckFailure, CheckResult, CreateResult, DiffResult, ReadResult, Resource, ResourceProvider, UpdateResult

from codercfg.component.owned_file import EDITED, WRITTEN, ForeignFileError, OwnedFile

if TYPE_CHECKING:
    from pulumi import ResourceOptions


class ManifestFileProvider(ResourceProvider):
    """Writes, reads and deletes manifest files.

    The class is importable, so that the state holds a reference to it and no code. Properties: `path` (absolute file), `header`
    (first line), `manifest` (the object), and the output `file`, which says whether the file is still as it was written.
    """

    serialize_as_secret_always = False

    def check(self, _olds: dict[str, Any], news: dict[str, Any]) -> CheckResult:
        """Refuse to take over a file that something else wrote."""
        try:
            OwnedFile.of(news).refuse_foreign()
        except ForeignFileError as error:
            return CheckResult(news, [CheckFailure("path", str(error))])
        return CheckResult(news, [])

    def diff(self, _id: str, olds: dict[str, Any], news: dict[str, Any]) -> DiffResult:
        """Anything that changes the file's bytes; a new path is a new file."""
        moved = ["path"] if olds["path"] != news["path"] else []
        changed = any(olds.get(key) != news[key] for key in ("header", "manifest")) or olds.get("file") != WRITTEN
        return DiffResult(changes=bool(moved) or changed, replaces=moved, stables=["path"], delete_before_replace=False)

    def create(self, props: dict[str, Any]) -> CreateResult:
        """Write the file; one left behind by an interrupted update is written anew."""
        OwnedFile.of(props).write()
        return CreateResult(props["path"], {**props, "file": WRITTEN})

    def read(self, id_: str, props: dict[str, Any]) -> ReadResult:
        """Look at the file: gone, as written, or edited by hand."""
        owned = OwnedFile.of(props)
        found = owned.read()
        if found is None:
            return ReadResult("", {})
        same = found == owned.text()
        seen = props["manifest"] if same else owned.parsed(found)
        outs = {"path": id_, "header": props["header"], "manifest": seen, "file": WRITTEN if same else EDITED}
        return ReadResult(id_, outs)

    def update(self, _id: str, _olds: dict[str, Any], news: dict[str, Any]) -> UpdateResult:
        """Write the file anew; an edit by hand is replaced, as the preview said."""
        OwnedFile.of(news).write()
        return UpdateResult({**news, "file": WRITTEN})

    def delete(self, _id: str, props: dict[str, Any]) -> None:
        """Remove the file, and its folder when that is empty then; a file that is gone already is fine."""
        OwnedFile.of(props).delete()


class ManifestFile(Resource, module="codercfg", name="ManifestFile"):
    """One manifest file."""

    def __init__(self, name: str, path: str, header: str, manifest: dict[str, Any], opts: ResourceOptions | None = None) -> None:
        """Register the file.

        Args:
            name: Resource name, stable for one object.
            path: Absolute path of the file.
            header: First line, a comment.
            manifest: The object; secret leaves are secret outputs.
            opts: Resource options.
        """
        props = {"path": path, "header": header, "manifest": manifest, "file": None}
        super().__init__(ManifestFileProvider(), name, props, opts)
