"""For all levels: no test is measured by the clock of a machine on which others work."""

from __future__ import annotations

import hypothesis

hypothesis.settings.register_profile("codercfg", deadline=None, suppress_health_check=[hypothesis.HealthCheck.too_slow])
hypothesis.settings.load_profile("codercfg")
