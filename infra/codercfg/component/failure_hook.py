"""Explains in Pulumi's log why an object could not be applied, right when it happens.

The engine calls an error hook for every create, update and delete that fails while the program runs, also in a preview that asks the API
server. It calls none in `pulumi destroy` and `pulumi refresh`, which do not run the program unless `--run-program` is given.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import pulumi
from pulumi.runtime import settings
from pulumi.runtime.proto import resource_pb2

from codercfg.diagnostics.printable import printable
from codercfg.kubernetes_objects.secret_content import secret_data
from codercfg.values.secret import SecretText

if TYPE_CHECKING:
    from collections.abc import Mapping

    from pulumi.resource_hooks import ErrorHookArgs

    from codercfg.values.secret import Ciphertext

_NAME = "codercfg-explain"


class FailureHook:
    """One hook for all objects of a cluster."""

    def __init__(self, values: Mapping[str, SecretText | Ciphertext]) -> None:
        """Register it with the engine.

        Args:
            values: Values of the Secrets, none of which is ever repeated.
        """
        known = [value for value in values.values() if isinstance(value, SecretText)]
        self._secrets = [text for value in known for text in (value.reveal(), secret_data(value))]
        self._objects: dict[str, str] = {}
        supported = settings.monitor_supports_feature(resource_pb2.RESOURCE_MONITOR_FEATURE_ERROR_HOOKS)
        self._hook = pulumi.ErrorHook(_NAME, self._explain) if supported else None

    def binding(self, name: str, object_: str) -> pulumi.ResourceHookBinding | None:
        """For the options of the resource `name`, which messages call `object_` (`Deployment coder/coder`)."""
        self._objects[name] = object_
        return None if self._hook is None else pulumi.ResourceHookBinding(on_error=[self._hook])

    def _explain(self, failed: ErrorHookArgs) -> bool:
        """Log the newest error. Never asks for another try, and never raises: the engine would report that instead of the error."""
        from codercfg.component.failure import failure_of  # most updates need none of it

        error = failed.errors[0] if failed.errors else ""
        text = failure_of(error, self._secrets).text(self._objects.get(failed.name, failed.name), failed.failed_operation)
        pulumi.log.error("\n".join(printable(line) for line in text.split("\n")))
        return False
