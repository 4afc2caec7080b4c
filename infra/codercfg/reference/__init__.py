"""Files made from code and catalogues: written, checked and printed by `python -m codercfg.reference`."""
