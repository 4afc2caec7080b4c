"""A manifest as a file that Pulumi owns: created, read back, updated and deleted like any other resource."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from pulumi.dynamic import (
    CheckFailure,
    CheckResult,
    ConfigureRequest,
    CreateResult,
    DiffResult,
    ReadResult,
    Resource,
    ResourceProvider,
    UpdateResult,
)

from codercfg.component.detailed_diff import announce, install
from codercfg.component.edited_manifest import edited_manifest
from codercfg.component.engine_watch import end_with_engine
from codercfg.component.file_failure import file_failure
from codercfg.component.manifest_diff import changed_paths
from codercfg.component.project_root import ProjectRootError, project_root
from codercfg.component.secret_revisions import secret_revisions
from codercfg.kubernetes_objects.owned_file import ForeignFileError, OwnedFile

if TYPE_CHECKING:
    from pathlib import Path

    from pulumi import ResourceOptions

WRITTEN, EDITED = "as written", "edited by hand"
_wanted: set[Path] = set()  # what the program of this update registered; the engine deletes after all of that


class ManifestFileProvider(ResourceProvider):
    """Writes, reads and deletes manifest files.

    State holds a reference to this class by name and no code, so the name of the class and of this module must stay.

    Properties: `path` (relative to the project, so that every clone can use the same state), `header` (first line), `manifest` (the
    object), `revisions` (added here: see `secret_revisions`), and the output `file`, which says whether the file was as written when it
    was last looked at.
    """

    serialize_as_secret_always = False

    def configure(self, _req: ConfigureRequest) -> None:
        """Called once in the provider's process, before anything else."""
        install()
        end_with_engine()

    def check(self, olds: dict[str, Any], news: dict[str, Any]) -> CheckResult:
        """Refuse to write over a file of somebody else; number the values of a Secret."""
        news = {**news, **_revisions(olds, news["manifest"])}
        try:
            file = _file(news)
            _wanted.add(file.path)
            file.tidy()
            file.refuse_foreign()
        except (ForeignFileError, ProjectRootError) as error:
            return CheckResult(news, [CheckFailure("path", str(error))])
        return CheckResult(news, [])

    def diff(self, _id: str, olds: dict[str, Any], news: dict[str, Any]) -> DiffResult:
        """Anything that the file lacks, whatever the state says; a new path is a new file."""
        moved = ["path"] if olds.get("path") != news["path"] else []
        known = all(olds.get(key) == news[key] for key in ("header", "manifest")) and olds.get("file") == WRITTEN
        if not moved:  # a replacement shows all of it
            announce(changed_paths(_shown(olds), _shown(news)))
        return DiffResult(changes=bool(moved) or not known or not _file(news).is_current(), replaces=moved)

    def create(self, props: dict[str, Any]) -> CreateResult:
        """Write the file; one left behind by an interrupted update is written anew."""
        _write(props)
        return CreateResult(props["path"], {**props, "file": WRITTEN})

    def read(self, id_: str, props: dict[str, Any]) -> ReadResult:
        """Look at the file: gone, as written, or edited by hand."""
        file = _file(props)
        found = file.read()
        if found is None:
            return ReadResult("", {})
        if file.is_current():
            return ReadResult(id_, {"file": WRITTEN, **props})  # once edited by hand, it stays so until it is written anew
        manifest = edited_manifest(file.manifest, found)
        edited = {**_inputs(props), "manifest": manifest, **_revisions(props, manifest)}
        # As inputs too: the next preview then shows what the next update puts back.
        return ReadResult(id_, {**edited, "file": EDITED}, edited)

    def update(self, _id: str, _olds: dict[str, Any], news: dict[str, Any]) -> UpdateResult:
        """Write the file anew; an edit by hand is replaced, as the preview said."""
        _write(news)
        return UpdateResult({**news, "file": WRITTEN})

    def delete(self, _id: str, props: dict[str, Any]) -> None:
        """Remove the file, and its folder when that is empty then; a file that is gone already is fine.

        One that this update wants stays: it moved away and back, and the first of these updates did not get to the end.
        """
        file = _file(props)
        try:
            if file.path not in _wanted:
                file.delete()
        except OSError as error:
            raise file_failure("removed", props["path"], error) from error


class ManifestFile(Resource, module="codercfg", name="ManifestFile"):
    """One manifest file."""

    def __init__(self, name: str, path: str, header: str, manifest: dict[str, Any], opts: ResourceOptions | None = None) -> None:
        """Register the file.

        Args:
            name: Resource name, stable for one object.
            path: Path of the file, relative to the project.
            header: First line, from `manifest_text.header`.
            manifest: The object; secret leaves are secret outputs.
            opts: Resource options.
        """
        props = {"path": path, "header": header, "manifest": manifest}
        super().__init__(ManifestFileProvider(), name, props, opts)


def _write(props: dict[str, Any]) -> None:
    file = _file(props)
    file.refuse_foreign()  # again: a check is made before the preview is approved
    try:
        file.write()
    except OSError as error:
        raise file_failure("written", props["path"], error) from error


def _shown(props: dict[str, Any]) -> dict[str, Any]:
    return {key: props[key] for key in ("header", "manifest", "revisions") if key in props}


def _inputs(props: dict[str, Any]) -> dict[str, Any]:
    return {key: props[key] for key in ("path", "header")}


def _revisions(olds: dict[str, Any], manifest: dict[str, Any]) -> dict[str, Any]:
    return {"revisions": secret_revisions(olds, manifest)} if manifest.get("kind") == "Secret" else {}


def _file(props: dict[str, Any]) -> OwnedFile:
    return OwnedFile(project_root() / props["path"], props["header"], _whole_numbers(props["manifest"]))


def _whole_numbers(value: Any) -> Any:  # noqa: ANN401  (any JSON)
    """The engine's numbers are all floating-point; those of Kubernetes are all whole."""
    if isinstance(value, dict):
        return {key: _whole_numbers(item) for key, item in value.items()}
    if isinstance(value, list):
        return [_whole_numbers(item) for item in value]
    return int(value) if isinstance(value, float) and value.is_integer() else value
