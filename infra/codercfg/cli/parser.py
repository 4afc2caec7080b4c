"""An argument parser whose errors are one sentence."""

from __future__ import annotations

import argparse
from typing import NoReturn

from codercfg.cli.exit_code import WrongUseError
from codercfg.diagnostics.printable import printable


class Parser(argparse.ArgumentParser):
    """The parser of one command."""

    def __init__(self, command: str, description: str) -> None:
        """Name the command, not the program file: people may run it in several ways."""
        super().__init__(
            prog=f"codercfg {command}",
            description=description,
            allow_abbrev=False,
            formatter_class=argparse.RawDescriptionHelpFormatter,
        )

    def error(self, message: str) -> NoReturn:
        """Raise instead of printing the usage: the sentence says what is wrong, `--help` the rest."""
        raise WrongUseError(f"{printable(message)} (see `{self.prog} --help`)")

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
