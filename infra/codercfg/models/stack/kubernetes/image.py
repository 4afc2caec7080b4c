"""The container image."""

from typing import Annotated

from codercfg.models.stack.default_image import DEFAULT_REPOSITORY
from codercfg.models.stack.fields import default, unset
from codercfg.models.stack.kinds import NAMES, one_of
from codercfg.options.group import Group
from codercfg.options.kinds import Text
from codercfg.options.opt import Key


class Image(Group):
    """The container image of the server."""

    repository: Annotated[
        Text,
        Key(f"Registry and name, without tag or digest. Default is `{DEFAULT_REPOSITORY}`; name your own registry for an airgapped site."),
    ] = None
    tag: Annotated[
        Text,
        Key("Tag. Default is `v` and the release, which then needs its patch number; `latest` and the like are reported, for they move."),
    ] = None
    digest: Annotated[Text, Key("Digest, `sha256:` and 64 hexadecimal digits: the one name of an image that never moves.")] = None
    pull_policy: Annotated[
        str,
        one_of("Always", "IfNotPresent", "Never"),
        Key("When the node pulls the image: Always, IfNotPresent or Never."),
    ] = default("pullPolicy", "IfNotPresent")
    pull_secrets: Annotated[
        tuple[str, ...] | None,
        NAMES,
        Key("Names of existing Secrets, in the same namespace, with the registry's credentials."),
    ] = unset("pullSecrets")
