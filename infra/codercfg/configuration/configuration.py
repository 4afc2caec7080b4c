"""The whole configuration, with defaults applied on demand."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from codercfg.catalog.catalog import Catalog, catalog, leaf_by_flag, series_catalog
from codercfg.diagnostics.origin import Origin
from codercfg.values.error import ValueParseError

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from codercfg.configuration.setting import Item, Setting
    from codercfg.options.leaf import Leaf
    from codercfg.releases.release import Release

MASK = "********"


@dataclass(frozen=True, slots=True)
class Configuration:
    """What the server of `release` was told.

    Attributes:
        release: The target release.
        settings: Options that were set, by JSON path.
        providers: AI providers in the server's order.
        external_auth: External-auth providers in the server's order, before type defaults.
        kind: `server` when it was read from the server's own inputs, `stack` when from a stack file.
        environ: All variables as given (names upper-cased), for rules about variables that are no options; those of
            `kubernetes.extraEnv` for a stack.
        read_file: Reads a file that an option names, raising OSError; None when no file may be read.
        catalog: The options of the release.
        derived: What rules worked out together, so that it goes with the configuration and its secrets; see `once`.
    """

    release: Release
    settings: Mapping[str, Setting]
    providers: tuple[Item, ...] = ()
    external_auth: tuple[Item, ...] = ()
    kind: str = "server"
    environ: Mapping[str, str] = field(default_factory=dict, repr=False)
    read_file: Callable[[str], bytes] | None = None
    catalog: Catalog = field(init=False, compare=False, repr=False)
    derived: dict[str, Any] = field(default_factory=dict, init=False, compare=False, repr=False)

    def __post_init__(self) -> None:
        """Look up the options of the release, which rules ask for a hundred times."""
        object.__setattr__(self, "catalog", catalog(self.release))

    def once(self, name: str, make: Callable[[], Any]) -> Any:  # noqa: ANN401  (whatever it makes)
        """What `make` gives, made at the first call with this name: several rules in turn ask for the same."""
        if name not in self.derived:
            self.derived[name] = make()
        return self.derived[name]

    def has(self, path: str) -> bool:
        """Whether the release has the option."""
        return path in self.catalog.by_path

    def is_set(self, path: str) -> bool:
        """Whether the option's source is not the default."""
        return path in self.settings

    def get(self, path: str) -> Any:  # noqa: ANN401  (a value of any kind)
        """The value in force: set, else the release's default, else the zero value of the kind.

        Secrets come as `SecretText`, `Reference` or `Ciphertext`; an unset secret is None.
        """
        setting = self.settings.get(path)
        return default_value(self.catalog.series, path) if setting is None else setting.value

    def origin(self, path: str) -> Origin:
        """Where the option was set, or an origin that says `default`."""
        setting = self.settings.get(path)
        return Origin("default", name=self.name(path)) if setting is None else setting.origin

    def name(self, path: str) -> str:
        """What people call the option on the surface in use: its path in a stack, its variable (else flag) for a server."""
        setting = self.settings.get(path)
        if setting is not None and setting.origin.name:
            return setting.origin.name
        options = self.catalog.by_path.get(path)
        if self.kind == "stack" or not options:
            return path
        return options[0].env or f"--{options[0].record.flag}"

    def effective(self, *, reveal: bool = False) -> dict[str, Any]:
        """JSON path to wire value of every option that was set; secrets masked unless `reveal`."""
        found = {}
        for path, setting in self.settings.items():
            if setting.option.secret and not (reveal and setting.known):
                found[path] = MASK
            else:
                found[path] = setting.option.kind.wire(setting.value)
        return found


_ZERO = {"integer": 0, "choice": ""}  # kinds whose empty text is no value; a duration or host:port without default is None


@lru_cache(maxsize=4096)
def default_value(series: str, path: str) -> Any:  # noqa: ANN401  (a value of any kind)
    """The default of an option in a known series, parsed; the kind's zero value when the catalogue has none.

    The primary name's default counts; a computed default (`SECURE_AUTH_COOKIE`) reads as the zero value. An option that the series
    lacks reads as its zero value too.
    """
    leaf = _leaf_by_path()[path]
    if leaf.kind.secret:
        return None
    options = series_catalog(series).by_path.get(path)
    try:
        return leaf.kind.parse((options[0].record.default if options else None) or "")
    except ValueParseError:
        return _ZERO.get(leaf.kind.name)


@lru_cache(maxsize=1)
def _leaf_by_path() -> dict[str, Leaf]:
    return {leaf.path: leaf for leaf in leaf_by_flag().values()}
