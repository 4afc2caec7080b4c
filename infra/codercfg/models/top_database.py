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
                "Local directory for Terraform binaries and files of builds. The server must be able to create it; replicas must not share "
                "one. The default depends on the machine."
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
                "Keeps local state, the built-in database included, in a temporary directory that is erased at shutdown. For tests only: "
                "all data is lost at every stop."
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
                "Keys that encrypt stored login and Git tokens, as one comma-separated text of standard base64, 32 bytes each. The first "
                "one encrypts, all decrypt; the server does not start without a key that is still in use. Needs a licence."
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
                "How the server logs in to PostgreSQL: `password`, the one in `pg_connection_url`, or `awsiamrds` for AWS IAM. Write it in "
                "lower case: `AWSIAMRDS` is accepted but means the password."
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
                "How many unused database connections each replica keeps open: a count, or `auto` for a third of `pg_conn_max_open`. A "
                "negative count, or one above that option, stops start-up."
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
                "How many database connections each replica may hold. A count above 0; too few make requests wait, and all replicas "
                "together must stay within the database's own limit."
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
                "URL of the PostgreSQL database that holds the whole state of the deployment, as "
                "`postgres://user:password@host:5432/coder`. Without it the server runs a built-in database on its local disk. Another "
                "database means an empty deployment."
            ),
            secret=True,
            upstream_secret=True,
        ),
    ] = None
