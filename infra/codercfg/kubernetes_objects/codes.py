"""Pages of all codes of this package."""

from __future__ import annotations

from codercfg.kubernetes_objects.codes_authorities import AUTHORITY_CODES
from codercfg.kubernetes_objects.codes_image import IMAGE_CODES
from codercfg.kubernetes_objects.codes_objects import OBJECT_CODES
from codercfg.kubernetes_objects.codes_settings import SETTING_CODES
from codercfg.kubernetes_objects.codes_templates import TEMPLATE_CODES

CODES = (*SETTING_CODES, *OBJECT_CODES, *IMAGE_CODES, *TEMPLATE_CODES, *AUTHORITY_CODES)
BY_CODE = {page.code: page for page in CODES}
