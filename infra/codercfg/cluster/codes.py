"""Pages of all codes of this package."""

from __future__ import annotations

from codercfg.cluster.codes_access import ACCESS_CODES
from codercfg.cluster.codes_drift import DRIFT_CODES
from codercfg.cluster.codes_live import LIVE_CODES
from codercfg.cluster.codes_pod import POD_CODES

CODES = (*ACCESS_CODES, *LIVE_CODES, *POD_CODES, *DRIFT_CODES)
BY_CODE = {page.code: page for page in CODES}
