"""The Pulumi program: load the stack, check it, register its objects."""

import gc

gc.disable()  # a short program: looking for garbage among its imports takes a fifth of its time and finds none

from codercfg.component.program import run  # noqa: E402  (the imports are what takes the time)

run()
