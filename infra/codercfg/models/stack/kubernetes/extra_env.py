"""Variables that are no options of the server."""

from typing import Annotated

from codercfg.models.stack.fields import unset
from codercfg.models.stack.kinds import VARIABLE
from codercfg.models.stack.structure import Map, Structure
from codercfg.options.group import Group
from codercfg.options.kinds import Text
from codercfg.options.opt import Key


class ExtraEnv(Group):
    """One variable that is no option of the server: a proxy, a cloud region, `GOMEMLIMIT`."""

    name: Annotated[str, VARIABLE, Key("Name. An option of the server is refused here: it belongs under `coder:deployment`.")]
    value: Annotated[Text, Key("Value, as in a pod: `$(NAME)` is replaced. Never put a secret here.")] = None
    value_from: Annotated[Map, Structure("V1EnvVarSource"), Key("Source of the value, as in a pod, such as `secretKeyRef`.")] = unset(
        "valueFrom"
    )
