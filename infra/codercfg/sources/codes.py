"""Pages of all codes of the server's own inputs."""

from __future__ import annotations

from codercfg.sources.codes_options import ARGUMENT_CODES, OPTION_CODES
from codercfg.sources.codes_variables import VARIABLE_CODES
from codercfg.sources.codes_yaml import YAML_CODES

CODES = (*VARIABLE_CODES, *OPTION_CODES, *ARGUMENT_CODES, *YAML_CODES)
