"""An argument parser whose errors are one sentence."""

from __future__ import annotations

import argparse
from typing import TYPE_CHECKING, NoReturn

from codercfg.cli.exit_code import WrongUseError
from codercfg.diagnostics.nearest import did_you_mean
from codercfg.diagnostics.printable import printable

if TYPE_CHECKING:
    from argparse import Namespace
    from collections.abc import Sequence


class Parser(argparse.ArgumentParser):
    """The parser of one command."""

    def __init__(self, command: str, description: str, otherwise: str = "") -> None:
        """Name the command, not the program file: people may run it in several ways.

        Args:
            command: Its name.
            description: What `--help` says before the arguments.
            otherwise: What an option may be that is neither known nor like one that is.
        """
        self._otherwise = otherwise
        super().__init__(
            prog=f"codercfg {command}",
            description=description,
            allow_abbrev=False,
            formatter_class=argparse.RawDescriptionHelpFormatter,
        )

    def error(self, message: str) -> NoReturn:
        """Raise instead of printing the usage: the sentence says what is wrong, `--help` the rest."""
        raise WrongUseError(f"{printable(message)} (see `{self.prog} --help`)")

    # argparse takes namespaces of any class; none of ours needs another.
    def parse_args(self, args: Sequence[str] | None = None, namespace: Namespace | None = None) -> Namespace:  # type: ignore[override]
        """As argparse does, with the option that was meant."""
        given, unknown = self.parse_known_args(args, namespace)
        if unknown:
            self.error(self._unknown(unknown))
        return given

    def _unknown(self, arguments: Sequence[str]) -> str:
        """About the first option among the arguments that nobody knows; without its value, which may be a secret."""
        option = next((item.partition("=")[0] for item in arguments if item.startswith("-")), None)
        if option is None:
            return f"one argument too many: `{arguments[0]}`"
        return f"there is no option `{option}`{self.meant(option, self._otherwise)}"

    def meant(self, option: str, otherwise: str = "") -> str:
        """The end of a sentence about an option that this command does not have: what was meant, else `otherwise`, or nothing."""
        known = [name for action in self._actions for name in action.option_strings]
        found = did_you_mean(option.partition("=")[0], known, otherwise)
        return f"; {found}" if found else ""

    def add_release(self, otherwise: str) -> None:
        """`--release`."""
        self.add_argument("--release", metavar="RELEASE", help=f"the Coder release, such as 2.33.1; otherwise {otherwise}")

    def add_color(self) -> None:
        """`--color`."""
        self.add_argument(
            "--color",
            choices=("auto", "always", "never"),
            default="auto",
            help="colours; auto: on a terminal, unless NO_COLOR is set",
        )

    def add_open(self) -> None:
        """`--open`; no option takes the passphrase itself, for arguments are seen by everybody on the machine."""
        self.add_argument(
            "--open",
            action="store_true",
            help="open the stack's secrets with the passphrase in PULUMI_CONFIG_PASSPHRASE, else in the file that "
            "PULUMI_CONFIG_PASSPHRASE_FILE names, and check their values as well",
        )
