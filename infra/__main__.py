"""The Pulumi program: load the stack, check it, register its objects."""

from codercfg.component.program import run

run()
