"""What `codercfg explain` says about an option, a list of them, or a diagnostic code; as plain text, wrapped later."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from codercfg.catalog.catalog import catalog, series_catalog
from codercfg.options.family import members
from codercfg.reference.lookup import FamilyMatch, GroupMatch, MemberMatch, OptionMatch
from codercfg.reference.option_checks import option_checks
from codercfg.reference.option_history import changes, releases, until
from codercfg.reference.stack_keys import stack_keys
from codercfg.releases.table import known_series, nearest

if TYPE_CHECKING:
    from codercfg.catalog.catalog import Option
    from codercfg.diagnostics.code_doc import CodeDoc
    from codercfg.options.family import Prefix
    from codercfg.options.opt import Key
    from codercfg.reference.lookup import Match
    from codercfg.reference.stack_keys import StackKey
    from codercfg.releases.release import Release

_WRITTEN_AS = (
    "yes: write {secretRef: {name: …, key: …}}, {externalSecret: {store: …, key: …}}, {sealed: {name: …, key: …}}"
    " or, encrypted by Pulumi, {secure: …}"
)


@dataclass(frozen=True, slots=True)
class Explanation:
    """One page.

    Attributes:
        title: First line.
        text: A paragraph.
        facts: Label and value; a label may stand several times.
        blocks: Heading and preformatted text.
    """

    title: str
    text: str
    facts: tuple[tuple[str, str], ...] = ()
    blocks: tuple[tuple[str, str], ...] = field(default=())


def explain_match(match: Match, release: Release) -> Explanation:
    """The page of what a name means, as of `release`."""
    if isinstance(match, OptionMatch):
        return _option(match, release)
    if isinstance(match, MemberMatch):
        return _member(match)
    return _family(match) if isinstance(match, FamilyMatch) else _group(match, release)


def explain_code(doc: CodeDoc) -> Explanation:
    """The page of a diagnostic code."""
    facts = [("severity", str(doc.severity)), ("releases", doc.releases or "all known")]
    if doc.source:
        facts.append(("source", doc.source))
    blocks = [(heading, text) for heading, text in (("wrong", doc.wrong), ("right", doc.right)) if text]
    return Explanation(f"{doc.code}: {doc.name}", f"{doc.summary} {doc.reason}".strip(), tuple(facts), tuple(blocks))


def explain_stack_key(key: StackKey) -> Explanation:
    """The page of a key of a stack file that is no option of the server."""
    facts = [("stack file", f"coder:{key.path}"), ("type", key.type)]
    if key.type not in {"group", "list"}:
        facts.append(("default", key.default or "none"))
    children = "\n".join(path for path in stack_keys() if path.startswith((f"{key.path}.", f"{key.path}[].")))
    return Explanation(key.path, key.description, tuple(facts), (("keys", children),) if children else ())


def _option(match: OptionMatch, release: Release) -> Explanation:
    opt, path = match.leaf.opt, match.leaf.path
    options = catalog(release).by_path.get(path, ())
    facts = [("stack file", path)]
    if not options:
        facts.append(("release", f"Coder {release} does not have it; what follows is from {_last_series(match)}"))
        options = series_catalog(_last_series(match)).by_path[path]
    facts += [fact for option in options for fact in _names(option)]
    record = options[0].record
    facts.append(("type", f"one of {', '.join(record.enum)}" if record.enum else match.leaf.kind.name))
    facts.append(("default", record.default or ("computed at start" if record.dynamic_default else "none")))
    facts.append(("secret", _WRITTEN_AS if opt.secret else "no"))
    if record.enterprise:
        facts.append(("licence", "needed"))
    several = len(match.flags) > 1
    facts += [("releases", f"{releases(flag)}{f', as --{flag}' if several else ''}") for flag in match.flags]
    facts += [("changes", f"{change}{f' (--{flag})' if several else ''}") for flag in match.flags for change in changes(flag)]
    facts += [("checked by", check) for check in option_checks(path)]
    return Explanation(f"{path}: {record.name}", opt.description, tuple(facts))


def _last_series(match: OptionMatch) -> str:
    return max((until(flag) or known_series()[-1] for flag in match.flags), key=known_series().index)


def _names(option: Option) -> list[tuple[str, str]]:
    record = option.record
    older = f" (replaced by {', '.join(record.use_instead)})" if record.use_instead else ""
    found = [("variable", f"{record.env}{older}")] if record.env else []
    found.append(("flag", f"--{record.flag}{f', -{record.shorthand}' if record.shorthand else ''}"))
    found.append(("server YAML", record.yaml or "none"))
    return found


def _family(match: FamilyMatch) -> Explanation:
    keys = "\n".join(f"{member.json_name:<28}{member.key.env or '-':<28}{member.kind.name}" for member in members(match.model))
    facts = [("stack file", f"{match.path}: a list"), *(("variables", _prefix(prefix, "<KEY>")) for prefix in match.family.prefixes)]
    return Explanation(f"{match.path}: list of {match.family.name}s", match.family.description, tuple(facts), (("keys", keys),))


def _member(match: MemberMatch) -> Explanation:
    member, family = match.member, match.family
    facts = [("stack file", f"{family.path}[].{member.json_name}")]
    if member.key.env:
        facts += [("variable", _prefix(prefix, member.key.env)) for prefix in family.family.prefixes]
    if family.path == "external_auth":
        facts.append(("server YAML", f"externalAuthProviders[].{member.key.yaml}" if member.key.yaml else "none"))
    facts += [("type", member.kind.name), ("secret", _WRITTEN_AS if member.key.secret else "no"), ("releases", _key_releases(member.key))]
    return Explanation(f"{family.path}[].{member.json_name}: key of an {family.family.name}", member.key.description, tuple(facts))


def _prefix(prefix: Prefix, key: str) -> str:
    notes = [f"{prefix.since} and later" if prefix.since and not prefix.until else ""]
    notes.append(f"{prefix.since} to {prefix.until}" if prefix.since and prefix.until else "")
    notes.append("older name" if prefix.legacy else "")
    note = ", ".join(filter(None, notes))
    return f"{prefix.text}<N>_{key}{f' ({note})' if note else ''}"


def _key_releases(key: Key) -> str:
    return f"{key.since} and later" if key.since else "all that have the list"


def _group(match: GroupMatch, release: Release) -> Explanation:
    by_path = series_catalog(nearest(release)).by_path
    lines = []
    for leaf in match.leaves:
        options = by_path.get(leaf.path)
        name = (options[0].env or f"--{options[0].record.flag}") if options else f"not in {release}"
        lines.append(f"{leaf.path:<44}{name}")
    return Explanation(f"{match.path}: group of {len(match.leaves)} options", "", (), (("options", "\n".join(lines)),))
