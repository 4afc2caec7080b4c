"""Finds the server's YAML file and reads it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from codercfg.diagnostics.diagnostic import Diagnostic, Severity
from codercfg.sources.assigned import Assigned, Found

if TYPE_CHECKING:
    from collections.abc import Callable

    from codercfg.catalog.catalog import Catalog
    from codercfg.releases.release import Release

_CONFIG = "config"
_NAMELESS = "config.yaml"


def read_config_file(
    text: str | None,
    environ: Found,
    flags: Found,
    catalog: Catalog,
    release: Release,
    read_file: Callable[[str], bytes] | None,
) -> Found:
    """What the file sets; nothing when none is named.

    Args:
        text: Its content, when the caller has it; the option that names the file then counts as unset.
        environ: What variables set, of which `config` may be one.
        flags: What flags set; the last one that names a file wins.
        catalog: The options of the release.
        release: The release.
        read_file: Reads the file when `text` is None.
    """
    named = _named(environ, flags)
    if text is not None:
        environ.assigned = [item for item in environ.assigned if item.option.path != _CONFIG]
        flags.assigned = [item for item in flags.assigned if item.option.path != _CONFIG]
        return _read(text, named, _sourced(environ, flags), catalog, release)
    if named is None or not named.value:
        return Found()
    if read_file is None:
        return Found(not_checked=[f"the YAML file that {named.origin.name} names, because no file may be read"])
    try:
        content = read_file(named.value)
    except OSError as error:
        return _unreadable(named, error)
    return _read(_decoded(content), named, _sourced(environ, flags), catalog, release)


def _named(environ: Found, flags: Found) -> Assigned | None:
    found = [item for item in (*environ.assigned, *flags.assigned) if item.option.path == _CONFIG]
    return found[-1] if found else None


def _sourced(*sources: Found) -> set[str]:
    return {item.option.record.flag for found in sources for item in found.assigned}


def _read(text: str, named: Assigned | None, sourced: set[str], catalog: Catalog, release: Release) -> Found:
    from codercfg.sources.server_yaml import read_server_yaml  # loads a YAML parser, which most checks do not need

    file = named.value if named is not None and named.value else _NAMELESS
    named_by = named.origin.name if named is not None else None
    return read_server_yaml(text, file, catalog, release, named_by=named_by, sourced=sourced)


def _decoded(content: bytes) -> str:
    """Text as Go's yaml.v3 decodes it: UTF-16 by its byte order mark, else UTF-8; broken bytes stay broken."""
    if content.startswith((b"\xff\xfe", b"\xfe\xff")):
        return content.decode("utf-16", "replace")
    return content.decode("utf-8", "surrogateescape")


def _unreadable(named: Assigned, error: OSError) -> Found:
    return Found(
        diagnostics=[
            Diagnostic(
                code="YML009",
                severity=Severity.ERROR,
                message=f"the YAML file that {named.origin.name} names cannot be read: {error.strerror or type(error).__name__}",
                help="correct the path, or unset it",
                path=_CONFIG,
                origin=named.origin,
                why="the server refuses to start",
                about=(named.origin.name,) if named.origin.name else (),
            )
        ]
    )
