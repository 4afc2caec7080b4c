"""A database for trying the product out."""

from typing import Annotated

from codercfg.models.stack.fields import unset
from codercfg.models.stack.kinds import OBJECT_NAME, QUANTITY
from codercfg.models.stack.kubernetes.resources import Resources
from codercfg.options.group import Group, group
from codercfg.options.kinds import BOOLEAN, TEXT
from codercfg.options.opt import Key

DEFAULT_IMAGE = "docker.io/library/postgres:17.6"


class Postgres(Group):
    """A database for trying the product out: one pod, one volume, no backup, no encryption."""

    trial: Annotated[
        bool,
        BOOLEAN,
        Key("Whether to run a PostgreSQL beside the server, with a password made once for this clone. Not for data you want to keep."),
    ] = False
    image: Annotated[str, TEXT, Key("Image of the database; the official one of major version 13 or later.")] = DEFAULT_IMAGE
    storage: Annotated[str, QUANTITY, Key("Size of its volume.")] = "10Gi"
    storage_class_name: Annotated[str | None, OBJECT_NAME, Key("Storage class. Default is that of the cluster.")] = unset(
        "storageClassName"
    )
    resources: Annotated[Resources, Key("Compute resources of the database.")] = group()
