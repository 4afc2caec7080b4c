"""The pages of all diagnostic codes."""

from __future__ import annotations

from functools import lru_cache
from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from codercfg.diagnostics.code_doc import CodeDoc

# Modules with a tuple CODES: codes of readers and renderers, which are no rules. Listed by hand; a test finds one that is missing.
CODE_MODULES: tuple[str, ...] = (
    "codercfg.baseline.codes",
    "codercfg.cluster.codes",
    "codercfg.component.codes",
    "codercfg.env.codes",
    "codercfg.kubernetes_objects.codes",
    "codercfg.migrate.codes",
    "codercfg.sources.codes",
    "codercfg.sources.codes_stack",
    "codercfg.suppressions.codes",
    "codercfg.upgrade.codes",
)


@lru_cache(maxsize=1)
def code_docs() -> dict[str, CodeDoc]:
    """Every page by its code, sorted by code; imports every rule."""
    from codercfg.rules.documentation import code_doc
    from codercfg.rules.run import all_rules

    docs = [code_doc(rule) for rule in all_rules()]
    docs.extend(doc for module in CODE_MODULES for doc in import_module(module).CODES)
    return {doc.code: doc for doc in sorted(docs, key=lambda doc: doc.code)}


def find_codes(text: str) -> tuple[CodeDoc, ...]:
    """The page of a code (`AIP101`, in any case), or those with this slug of what is wrong (`client-id-missing`)."""
    docs = code_docs()
    doc = docs.get(text.upper())
    return (doc,) if doc is not None else tuple(doc for doc in docs.values() if doc.name == text.lower())
