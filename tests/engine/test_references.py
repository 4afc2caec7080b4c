"""A rotation of a value that others keep, as a reviewer sees it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from engine.project import Project

STACK = """\
config:
  coder:release: "2.33.1"
  coder:deployment:
    access_url: https://coder.example.com
    pg_connection_url: {sealed: {name: database, key: url, rotation: "1"}}
    scim_api_key: {externalSecret: {store: vault, key: prod/scim, rotation: "1"}}
  coder:target: {files: {directory: out/others}}
"""


def test_a_rotation_is_one_line_of_a_preview_and_one_roll(project: Project) -> None:
    file = project.write_stack("others", STACK)
    project.init("others")
    project.up("--skip-preview")
    project.up("--skip-preview", "--expect-no-changes")
    assert 'codercfg/rotation-CODER_PG_CONNECTION_URL: "1"\n' in (project.root / "out/others/60-deployment-coder.yaml").read_text()

    file.write_text(file.read_text().replace('key: url, rotation: "1"', 'key: url, rotation: "2"'))
    planned = project.preview("--diff").stdout

    assert re.findall(r"~ (codercfg/rotation-\w+)\s*: (.*)", planned) == [("codercfg/rotation-CODER_PG_CONNECTION_URL", '"1" => "2"')]
    assert "~ 1 to update" in planned
    project.up("--skip-preview")
    project.up("--skip-preview", "--expect-no-changes")


def test_a_rotation_in_a_store_touches_its_external_secret_as_well(project: Project) -> None:
    file = project.write_stack("others", STACK)
    project.init("others")
    project.up("--skip-preview")
    file.write_text(file.read_text().replace('key: prod/scim, rotation: "1"', 'key: prod/scim, rotation: "2"'))
    planned = project.preview("--diff").stdout

    assert [name for name, _ in re.findall(r"~ (codercfg/rotation-\w+)\s*: (.*)", planned)] == [
        "codercfg/rotation-CODER_SCIM_AUTH_HEADER"
    ] * 2
    assert "~ 2 to update" in planned
