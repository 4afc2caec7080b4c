"""Every option of a release as a plain row, for listings."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from codercfg.catalog.catalog import catalog
from codercfg.reference.option_history import since, until

if TYPE_CHECKING:
    from codercfg.catalog.catalog import Option
    from codercfg.releases.release import Release


@dataclass(frozen=True, slots=True)
class OptionRow:
    """One option of one release.

    Attributes:
        path: JSON path, as a stack file writes it.
        name: Upstream's option name.
        env: Variable, or None.
        flag: Flag without dashes.
        yaml: Dotted key in the server's YAML file, or None.
        type: Kind of value: `duration`, `list`, `secret text`.
        default: Default as the release writes it, or None.
        enum: Accepted words.
        secret: The value must never be shown.
        enterprise: Needs a licence to have an effect.
        hidden: Upstream leaves it out of `--help`.
        since: First release with it, or None when the oldest known one has it.
        until: Last release with it, or None when the newest known one has it.
        use_instead: What replaces it upstream.
        alias_of: The JSON path when this is a second name of an option, else None.
        description: What it does.
    """

    path: str
    name: str
    env: str | None
    flag: str
    yaml: str | None
    type: str
    default: str | None
    enum: tuple[str, ...]
    secret: bool
    enterprise: bool
    hidden: bool
    since: str | None
    until: str | None
    use_instead: tuple[str, ...]
    alias_of: str | None
    description: str

    def matches(self, text: str) -> bool:
        """Whether a name of the option contains `text`, whatever its case; in a flag, dashes before it are allowed."""
        folded = text.casefold()
        names = (self.path, self.name, self.env or "", f"--{self.flag}", self.yaml or "")
        return any(folded in name.casefold() for name in names)


def option_rows(release: Release) -> tuple[OptionRow, ...]:
    """The options of a release (of the nearest known one), sorted by path, the name to write first."""
    found = catalog(release)
    return tuple(
        _row(option, None if option is options[0] else path) for path, options in sorted(found.by_path.items()) for option in options
    )


def _row(option: Option, alias_of: str | None) -> OptionRow:
    record = option.record
    return OptionRow(
        path=option.path,
        name=record.name,
        env=record.env,
        flag=record.flag,
        yaml=record.yaml,
        type=option.kind.name,
        default=record.default,
        enum=record.enum,
        secret=option.secret,
        enterprise=record.enterprise,
        hidden=record.hidden,
        since=since(record.flag),
        until=until(record.flag),
        use_instead=record.use_instead,
        alias_of=alias_of,
        description=option.leaf.opt.description,
    )
