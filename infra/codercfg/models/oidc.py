"""Login with OpenID Connect."""

from codercfg.models.oidc_claims import OIDCClaimFields
from codercfg.models.oidc_login import OIDCLoginFields


class OIDCConfig(OIDCLoginFields, OIDCClaimFields):
    """Login with OpenID Connect, on as soon as a client id is set."""
