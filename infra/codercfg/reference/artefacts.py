"""The list of generated files."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from codercfg.reference.artefact import Artefact
from codercfg.reference.kubernetes_schema import kubernetes_schema
from codercfg.reference.model_outline import model_outline
from codercfg.reference.options_page import options_page
from codercfg.reference.release_table import release_table
from codercfg.reference.rule_pages import rule_pages
from codercfg.reference.settings_page import settings_page
from codercfg.reference.stack_schema import stack_schema
from codercfg.reference.template_programs import template_programs

ROOT = Path(__file__).resolve().parents[3]


def artefacts(catalogues: Path | None = None) -> list[Artefact]:
    """Every generated file; the release table only where the option catalogues are."""
    found = [
        Artefact(ROOT / "docs" / "reference" / "options.md", options_page),
        Artefact(ROOT / "docs" / "reference" / "settings.md", settings_page),
        Artefact(ROOT / "schema" / "codercfg-stack.schema.json", stack_schema),
        *rule_pages(ROOT / "docs" / "rules"),
        Artefact(ROOT / "infra" / "codercfg" / "catalog" / "data" / "outline.json", model_outline),
        Artefact(ROOT / "infra" / "codercfg" / "kubernetes_objects" / "data" / "schema.json", kubernetes_schema),
        Artefact(ROOT / "infra" / "codercfg" / "kubernetes_objects" / "data" / "templates.json", template_programs),
    ]
    if catalogues is not None:
        table = ROOT / "infra" / "codercfg" / "releases" / "data" / "options.json"
        found.append(Artefact(table, partial(release_table, catalogues)))
    return found
