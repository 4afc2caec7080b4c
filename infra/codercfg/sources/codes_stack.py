"""Pages of all codes of stack files."""

from __future__ import annotations

from codercfg.sources.codes_releases import RELEASE_CODES
from codercfg.sources.codes_stack_secrets import SECRET_CODES
from codercfg.sources.codes_stack_settings import SETTING_CODES
from codercfg.sources.codes_stack_structure import STRUCTURE_CODES
from codercfg.sources.codes_stack_text import TEXT_CODES
from codercfg.sources.codes_stack_yaml import YAML_CODES

CODES = (*RELEASE_CODES, *TEXT_CODES, *YAML_CODES, *STRUCTURE_CODES, *SETTING_CODES, *SECRET_CODES)
