"""Metadata of one option, carried on the model field that holds its value."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Alias:
    """Another option name of the Coder server that writes to the same field.

    Attributes:
        name: Upstream's option name; options are applied in the order of their names.
        env: Environment variable, or None.
        flag: Command-line flag without dashes, or None.
        yaml: Dotted key in the server's YAML file, or None when it has none.
        default: Default as the catalogue writes it, or None.
        hidden: Upstream leaves it out of `--help`.
        use_instead: Variables (or flags) upstream names as the replacement.
    """

    name: str
    env: str | None = None
    flag: str | None = None
    yaml: str | None = None
    default: str | None = None
    hidden: bool = False
    use_instead: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Opt:
    """One Coder server option, names copied from the newest release that has it.

    Names are never computed: upstream is irregular (`CODER_BLOCK_DIRECT`, flag `block-direct-connections`).

    Attributes:
        name: Upstream's option name, the key into the release data.
        env: Environment variable, or None when the option has none.
        flag: Command-line flag without dashes, or None.
        yaml: Dotted key in the server's YAML file, or None when it has none.
        description: What it does, its unit and its trap, in one to three sentences.
        default: Default as the newest catalogue writes it, or None.
        group: Heading under which upstream lists it, or None.
        shorthand: One-letter flag, or None.
        secret: The value must never be shown. Wider than upstream's own mark.
        upstream_secret: Upstream's own `secret` annotation.
        enterprise: Needs a licence to have an effect.
        hidden: Upstream leaves it out of `--help`.
        validated: Upstream checks the value with a rule of its own while parsing.
        workspace_proxy: The option also applies to a workspace proxy.
        dynamic_default: The default is computed when the server starts.
        enum: The accepted words, empty when any text is accepted.
        use_instead: Variables upstream names as the replacement.
        aliases: Further options that write to the same field.
    """

    name: str
    env: str | None
    flag: str | None
    yaml: str | None
    description: str
    default: str | None = None
    group: str | None = None
    shorthand: str | None = None
    secret: bool = False
    upstream_secret: bool = False
    enterprise: bool = False
    hidden: bool = False
    validated: bool = False
    workspace_proxy: bool = False
    dynamic_default: bool = False
    enum: tuple[str, ...] = ()
    use_instead: tuple[str, ...] = ()
    aliases: tuple[Alias, ...] = ()


@dataclass(frozen=True, slots=True)
class Key:
    """One key of an indexed family (`CODER_EXTERNAL_AUTH_<N>_CLIENT_ID`) or of a model of our own.

    Attributes:
        description: What it does, its unit and its trap.
        env: The part of the variable behind the index, or None when the key has no variable.
        secret: The value must never be shown.
        yaml: Key inside the server's YAML item, or None when YAML cannot carry it.
        since: First release that reads it, None when all known ones do.
    """

    description: str
    env: str | None = None
    secret: bool = False
    yaml: str | None = None
    since: str | None = None
