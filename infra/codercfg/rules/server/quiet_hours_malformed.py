"""SRV003."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from codercfg.diagnostics.diagnostic import Severity
from codercfg.rules.rule import Rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from codercfg.configuration.configuration import Configuration
    from codercfg.rules.rule import Outcome

_SCHEDULE = re.compile(r"(?:CRON_TZ=[A-Za-z0-9_+/-]+ +)?(?:[0-5]?[0-9]) +(?:[01]?[0-9]|2[0-3]) +\* +\* +\*")


class QuietHoursMalformed(Rule):
    """The quiet hours are no daily time.

    What: The schedule of quiet hours is not a time zone and five cron fields with one minute, one hour and three
    stars.

    Why: The server logs an error, only with a licence for schedules, and has no default quiet hours.

    Wrong:
    ```env
    CODER_QUIET_HOURS_DEFAULT_SCHEDULE=0 0 * * 1-5
    ```

    Right:
    ```env
    CODER_QUIET_HOURS_DEFAULT_SCHEDULE=CRON_TZ=Europe/Berlin 30 2 * * *
    ```
    """

    code = "SRV003"
    name = "quiet-hours-malformed"
    severity = Severity.WARNING
    source = "coder/coder coderd/schedule/cron"
    triggers = ("user_quiet_hours_schedule.default_schedule",)

    def check(self, config: Configuration) -> Iterator[Outcome]:
        """The time zone is optional."""
        path = "user_quiet_hours_schedule.default_schedule"
        text = config.get(path)
        if text and not _SCHEDULE.fullmatch(text.strip()):
            yield self.finding(
                config,
                path,
                f"`{config.name(path)}` is no daily time",
                why="the server logs an error and has no default quiet hours",
                help="write minute, hour and three stars, such as CRON_TZ=Europe/Berlin 30 2 * * *",
            )


RULE = QuietHoursMalformed()
