"""Top-level options about the database and what it stores."""

from typing import Annotated

from codercfg.options.group import Group
from codercfg.options.kinds import Boolean, Integer, Secret, SecretList, Text, choice
from codercfg.options.opt import Opt


class DatabaseFields(Group):
    """Top-level options about the database and what it stores."""

    cache_directory: Annotated[
        Text,
        Opt(
            name="Cache Directory",
            env="CODER_CACHE_DIRECTORY",
            flag="cache-dir",
            yaml="cacheDir",
            description=(
                "Local scratch directory for Terraform binaries and build files. Directory path. Never share it between "
                "replicas; must be creatable. Default depends on the machine."
            ),
            dynamic_default=True,
        ),
    ] = None
    ephemeral_deployment: Annotated[
        Boolean,
        Opt(
            name="Ephemeral Deployment",
            env="CODER_EPHEMERAL",
            flag="ephemeral",
            yaml="ephemeralDeployment",
            description=(
                "Puts local state, including the built-in database, into a scratch folder that is wiped at shutdown. All "
                "data is lost at every stop; tests only."
            ),
            hidden=True,
        ),
    ] = None
    external_token_encryption_keys: Annotated[
        SecretList,
        Opt(
            name="External Token Encryption Keys",
            env="CODER_EXTERNAL_TOKEN_ENCRYPTION_KEYS",
            flag="external-token-encryption-keys",
            yaml=None,
            description=(
                "Keys that encrypt stored login and Git tokens; the first one writes, the others only read. CSV of base64, "
                "32 bytes each. Dropping a key still in use stops start-up; needs a licence."
            ),
            secret=True,
            upstream_secret=True,
            enterprise=True,
        ),
    ] = None
    pg_auth: Annotated[
        str | None,
        choice("password", "awsiamrds"),
        Opt(
            name="Postgres Auth",
            env="CODER_PG_AUTH",
            flag="postgres-auth",
            yaml="pgAuth",
            description=(
                "How the server proves itself to PostgreSQL: password in the URL, or AWS IAM. Enum: `awsiamrds`, "
                "`password`. Upper case passes but means password."
            ),
            default="password",
            enum=(
                "password",
                "awsiamrds",
            ),
        ),
    ] = None
    pg_conn_max_idle: Annotated[
        Text,
        Opt(
            name="Postgres Connection Max Idle",
            env="CODER_PG_CONN_MAX_IDLE",
            flag="postgres-conn-max-idle",
            yaml="pgConnMaxIdle",
            description=(
                "How many unused database connections one replica keeps ready. `auto` or count. Above the open limit, or "
                "negative, stops start-up."
            ),
            default="auto",
        ),
    ] = None
    pg_conn_max_open: Annotated[
        Integer,
        Opt(
            name="Postgres Connection Max Open",
            env="CODER_PG_CONN_MAX_OPEN",
            flag="postgres-conn-max-open",
            yaml="pgConnMaxOpen",
            description=(
                "Largest number of database connections one replica may hold. Count above 0. Replicas add up against the "
                "database limit; too few stall requests."
            ),
            default="10",
            validated=True,
        ),
    ] = None
    pg_connection_url: Annotated[
        Secret,
        Opt(
            name="Postgres Connection URL",
            env="CODER_PG_CONNECTION_URL",
            flag="postgres-url",
            yaml=None,
            description=(
                "Database that holds the whole state of the deployment. `postgres://…`, secret. Empty starts a built-in "
                "database on local disk; another database means empty state."
            ),
            secret=True,
            upstream_secret=True,
        ),
    ] = None
