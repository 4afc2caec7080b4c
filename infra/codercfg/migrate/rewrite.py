"""Carries a plan out on the text."""

from __future__ import annotations

from typing import TYPE_CHECKING

from codercfg.migrate.document import Document
from codercfg.migrate.edits import apply
from codercfg.migrate.insertion import add_to_list, add_variables
from codercfg.migrate.pieces import NewItem, Piece
from codercfg.migrate.removal import Removal
from codercfg.models.ai.provider import AIBridgeProviderConfig
from codercfg.options.family import members
from codercfg.releases.release import Release, ReleaseError

if TYPE_CHECKING:
    from codercfg.migrate.document import Path
    from codercfg.migrate.nodes import Node
    from codercfg.migrate.plan import Plan
    from codercfg.migrate.providers import NewProvider
    from codercfg.sources.stack.stack import StackInputs

_BOM = "\ufeff"


def rewrite(text: str, plan: Plan, inputs: StackInputs, target: Release) -> str:
    """The text for `target`.

    Raises:
        CannotEditError: A place is written so that a change would touch more than it should.
        TreeError: ruamel.yaml cannot read the text.
    """
    mark = _BOM if text.startswith(_BOM) else ""
    document = Document.read(text.removeprefix(_BOM))
    sections: dict[str, Path] = (
        {} if inputs.written is None else {name: ("config", key) for name, (_config, key) in inputs.written.sections.items()}
    )
    _set_release(document, sections["release"], target)
    _set_tag(document, sections.get("kubernetes"), inputs.release, target)
    removal = _cut(document, plan, sections)
    for old, new in plan.renamed.items():
        key = document.entry((*sections["env"], old)).key
        start = document.text.index(old, key.start, key.end)
        document.replace(start, start + len(old), new)
    _add(document, plan, removal, sections)
    for place in plan.retyped:
        _set_type(document, inputs, place, sections)
    return mark + apply(document.text, document.edits)


def _set_release(document: Document, path: Path, target: Release) -> None:
    node = document.entry(path).value
    if node.kind != "scalar" or node.is_block_scalar:
        raise document.refusal(node.start, "write the release itself here, in quotes")
    if node.value != str(target) and Release.parse(node.value) != target:
        _set_scalar(document, node, f"{'v' if node.value.startswith('v') else ''}{target}")


def _set_tag(document: Document, section: Path | None, source: Release | None, target: Release) -> None:
    """A tag that is the old release's own follows; any other one is the user's business."""
    entry = document.tree.entry((*section, "image", "tag")) if section is not None else None
    if entry is None or source is None or target.tag is None or entry.value.kind != "scalar":
        return
    try:
        named = Release.parse(entry.value.value)
    except ReleaseError:
        return
    if named == source and named != target:
        _set_scalar(document, entry.value, target.tag if entry.value.value.startswith("v") else str(target))


def _set_type(document: Document, inputs: StackInputs, place: int, sections: dict[str, Path]) -> None:
    """Make a listed provider one of the type `bedrock`."""
    providers = inputs.configuration.providers if inputs.configuration is not None else ()
    item = providers[place]
    if item.prefix:
        node = document.entry((*sections["env"], item.origin("type").name or "")).value
    else:
        listed = document.entry((*_bridge(sections), "providers")).value
        entry = listed.items[place].entry("type") if listed.items else None
        if entry is None:
            raise document.refusal(listed.start, "the list comes from an anchor: write it out in its place, then migrate again")
        node = entry.value
    if node.kind != "scalar" or node.is_block_scalar:
        raise document.refusal(node.start, "write the type itself here")
    _set_scalar(document, node, "bedrock")


def _set_scalar(document: Document, node: Node, text: str) -> None:
    """Keep anchor and quotes; a release of two numbers gets quotes, or YAML would take it for a number."""
    written = document.text[node.start : node.end]
    place = written.rindex(node.value)
    quoted = written[place - 1 : place] in {'"', "'"}
    new = text if quoted or text.count(".") != 1 or text.startswith("v") else f'"{text}"'
    document.replace(node.start + place, node.start + place + len(node.value), new)


def _cut(document: Document, plan: Plan, sections: dict[str, Path]) -> Removal:
    moved = {plan.places[path] for provider in plan.conversion.providers for path in provider.moved.values()}
    removal = Removal(moved, plan.dropped)
    if plan.conversion.providers:
        removal.kept.add(sections["env"] if plan.to_variables else _bridge(sections))
    removal.cut(document)
    return removal


def _bridge(sections: dict[str, Path]) -> Path:
    return (*sections["deployment"], "ai", "bridge")


def _add(document: Document, plan: Plan, removal: Removal, sections: dict[str, Path]) -> None:
    providers = plan.conversion.providers
    if not providers:
        return
    if not plan.to_variables:
        items = [NewItem(tuple(_pieces(document, provider, plan, "")), _loose(provider, plan, removal)) for provider in providers]
        add_to_list(document, _bridge(sections), items, removal)
        return
    variables: list[tuple[Piece, list[str]]] = []
    for index, provider in enumerate(providers, plan.next_index):
        comments = _loose(provider, plan, removal)
        for piece in _pieces(document, provider, plan, f"{plan.prefix}{index}_"):
            variables.append((piece, comments))
            comments = []
    add_variables(document, sections["env"], variables, removal, plan.prefix)


def _pieces(document: Document, provider: NewProvider, plan: Plan, prefix: str) -> list[Piece]:
    """The keys of a provider, as keys of an item or, with a prefix, as variables."""
    found = []
    for member in members(AIBridgeProviderConfig):
        key = f"{prefix}{member.key.env}" if prefix else member.json_name
        path = provider.moved.get(member.json_name)
        if path is not None:
            found.append(Piece(key, document.entry(plan.places[path])))
        elif member.json_name in provider.written:
            found.append(Piece(key, text=provider.written[member.json_name]))
    return found


def _loose(provider: NewProvider, plan: Plan, removal: Removal) -> list[str]:
    return [comment for path in provider.moved.values() for comment in removal.loose.get(plan.places[path], ())]
