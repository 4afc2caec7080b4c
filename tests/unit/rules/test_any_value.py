"""Whatever stands in the variables of indexed families and of the gateway: rules give findings, never an exception."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from codercfg.catalog.catalog import catalog
from codercfg.check import check_environ
from codercfg.models.ai.provider import AIBridgeProviderConfig
from codercfg.models.external_auth import ExternalAuthConfig
from codercfg.options.family import members
from codercfg.releases.release import Release

RELEASES = ("2.27", "2.31", "2.33", "2.34", "2.38")
OPTIONS = sorted(option.env for option in catalog(Release.parse("2.34")).options if option.env and option.path.startswith("ai."))
NAMES = [
    *OPTIONS,
    *(
        f"{prefix}{index}_{member.key.env}"
        for prefix, model in (
            ("CODER_AIBRIDGE_PROVIDER_", AIBridgeProviderConfig),
            ("CODER_AI_GATEWAY_PROVIDER_", AIBridgeProviderConfig),
            ("CODER_EXTERNAL_AUTH_", ExternalAuthConfig),
            ("CODER_GITAUTH_", ExternalAuthConfig),
        )
        for index in (0, 1)
        for member in members(model)
    ),
]
TEXT = st.one_of(
    st.sampled_from(["", " ", "true", "openai", "anthropic", "bedrock", "gitlab", "azure-devops-entra", "jfrog", "github", "a,b", ","]),
    st.sampled_from(["https://h/x", "https://[::1]:8/%2e", "://x", "//h", "x:y", "https://h%41/", "(", "10.0.0.0/8", ":8888", "/x/oauth2"]),
    st.text(max_size=12),
)


@settings(deadline=None)
@given(st.dictionaries(st.sampled_from(NAMES), TEXT, max_size=14), st.sampled_from(RELEASES))
def test_any_values_give_findings_with_all_their_parts(environ: dict[str, str], release: str) -> None:
    for item in check_environ(environ, release).diagnostics:
        assert item.message
        assert item.help
        assert item.about
