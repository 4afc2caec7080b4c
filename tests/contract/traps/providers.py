"""Traps of external auth and of AI providers: 15 to 30, 43, 45."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from contract.traps.trap import Trap, env, fails, passes, stack, warns

if TYPE_CHECKING:
    from contract.traps.trap import Case

ON = {"AIBRIDGE_ENABLED": "true"}
PROXY = {"AIBRIDGE_PROXY_ENABLED": "true", "AIBRIDGE_PROXY_CERT_FILE": "ca.pem", "AIBRIDGE_PROXY_KEY_FILE": "ca.key"}


def auth(*indices: int | str, **keys: str) -> dict[str, str]:
    """Variables of one external-auth provider for each index, without `CODER_`."""
    return {
        f"EXTERNAL_AUTH_{index}_{key}": value
        for index in indices
        for key, value in {"ID": f"p{index}", "TYPE": "github", "CLIENT_ID": "c", "CLIENT_SECRET": "fake-secret", **keys}.items()
    }


def ai(index: int | str = 0, /, **keys: str) -> dict[str, str]:
    """Variables of one AI provider under the older prefix, without `CODER_`."""
    return {f"AIBRIDGE_PROVIDER_{index}_{key}": value for key, value in keys.items()}


def gateway(index: int = 0, /, **keys: str) -> dict[str, Any]:
    """Arguments of a case of 2.34 with one AI provider under the newer prefix."""
    return env("2.34", **{f"AI_GATEWAY_PROVIDER_{index}_{key}": value for key, value in keys.items()})


def entra(url: str) -> dict[str, Any]:
    """Arguments of a case with one provider of that type."""
    return env(**auth(0, TYPE="azure-devops-entra", AUTH_URL=url, TOKEN_URL="https://login.example.com/t/token", REGEX="x"))


BEDROCK = {"TYPE": "anthropic", "BEDROCK_REGION": "eu-west-1"}
MODELS = {"BEDROCK_MODEL": "m", "BEDROCK_SMALL_FAST_MODEL": "s"}
DEFAULT_PROVIDER = "EXTERNAL_AUTH_GITHUB_DEFAULT_PROVIDER_ENABLE"
ENTRA = "https://login.example.com/tenant/oauth2/authorize"
TWELVE: Case = passes(
    **env(**{name: value for index in range(12) for name, value in ai(index, TYPE="openai", NAME=f"n{index}").items()}),
    providers=tuple({"name": f"n{index}"} for index in range(12)),
)

TRAPS = (
    Trap(
        15,
        "The switch of the default GitHub provider aborts as a variable",
        (fails("EXT009", **env(**{DEFAULT_PROVIDER: "false"})), fails("EXT009", **env("2.34", **{DEFAULT_PROVIDER: "true"}))),
        (
            passes(args=("--external-auth-github-default-provider-enable=false",)),
            passes(**stack("{access_url: https://coder.example.com, external_auth_github_default_provider_enable: false}")),
        ),
    ),
    Trap(
        16,
        "External-auth indices stop at 9 up to 2.33, those of AI providers do not",
        (fails("EXT005", **env(**auth(*range(11)))),),
        (passes(**env(**auth(*range(10)))), passes(**env("2.34", **auth(*range(10)))), TWELVE),
    ),
    Trap(
        17,
        "An empty list of scopes is one empty scope, an empty switch is fatal, and unknown keys pass in silence",
        (
            warns("EXT109", **env(**auth(0, SCOPES="")), external_auth=({"scopes": [""]},)),
            fails("EXT007", **env(**auth(0, DEVICE_FLOW=""))),
            warns("EXT008", **env(**auth(0, CLIENTID="x"))),
        ),
        (passes(**env(**auth(0, SCOPES="repo user", DEVICE_FLOW="false")), external_auth=({"scopes": ["repo", "user"]},)),),
    ),
    Trap(
        18,
        "A short address of Entra crashes the server, and so does a negative index",
        (
            fails("EXT107", **entra("https://login.example.com/tenant")),
            fails("EXT107", **entra("https://login.example.com/tenant/oauth2")),
            fails("AIP003", **env(**ai(-1, TYPE="openai"))),
            fails("EXT003", **env(**auth(-1))),
        ),
        (passes(**entra(ENTRA)), passes(**env(**ai(0, TYPE="openai")))),
    ),
    Trap(
        19,
        "The list of AI providers is read even when the gateway is off; its conflicts only when it is on",
        (
            fails("AIP101", **env(AIBRIDGE_ENABLED="false", **ai(NAME="x"))),
            fails("AIP107", **env(**ON, **ai(TYPE="openai"), AIBRIDGE_OPENAI_KEY="fake-key")),
            warns("AIP107", **env(AIBRIDGE_ENABLED="false", **ai(TYPE="openai"), AIBRIDGE_OPENAI_KEY="fake-key")),
        ),
        (passes(**env(**ON, **ai(TYPE="openai", NAME="team"), AIBRIDGE_OPENAI_KEY="fake-key")),),
    ),
    Trap(
        20,
        "Conflicts are by name, not by type",
        (fails("AIP107", **env(**ON, **ai(TYPE="anthropic", NAME="openai"), AIBRIDGE_OPENAI_KEY="fake-key")),),
        (passes(**env(**ON, **ai(TYPE="openai", NAME="openai-eu"), AIBRIDGE_OPENAI_KEY="fake-key")),),
    ),
    Trap(
        21,
        "Older Bedrock settings conflict under the name anthropic, model ids do not",
        (fails("AIP107", **env(**ON, **ai(TYPE="anthropic"), AIBRIDGE_BEDROCK_REGION="eu-west-1")),),
        (passes(**env(**ON, **ai(TYPE="anthropic"), AIBRIDGE_BEDROCK_MODEL="m")),),
    ),
    Trap(
        22,
        "A name defaults to the type, is unique from start, and its characters are checked at the first request in 2.33",
        (
            fails("AIP103", **env(**ai(0, TYPE="openai"), **ai(1, TYPE="openai"))),
            warns("AIP104", **env(**ai(TYPE="openai", NAME="Team_A"))),
            fails("AIP104", **gateway(TYPE="openai", NAME="Team_A")),
        ),
        (passes(**env(**ai(0, TYPE="openai"), **ai(1, TYPE="openai", NAME="team-a")), providers=({"name": "openai"}, {"name": "team-a"})),),
    ),
    Trap(
        23,
        "The type is compared exactly, although variables' names are not",
        (fails("AIP102", **env(**ai(TYPE="OpenAI"))), fails("AIP102", **gateway(TYPE="Anthropic"))),
        (passes(release="2.33", environ={"CODER_aibridge_provider_0_TYPE": "openai"}, providers=({"type": "openai"},)),),
    ),
    Trap(
        24,
        "KEYS is one key in 2.33 and a list from 2.34 on",
        (warns("AIP113", **env(**ai(TYPE="openai", KEYS="fake-a,fake-b")), providers=({"key": "fake-a,fake-b"},)),),
        (passes(**gateway(TYPE="openai", KEYS="fake-a,fake-b"), providers=({"keys": ["fake-a", "fake-b"]},)),),
    ),
    Trap(
        25,
        "An empty key is no key in 2.33 and fatal from 2.34 on",
        (warns("AIP109", **env(**ai(TYPE="openai", KEY=""))), fails("AIP109", **gateway(TYPE="openai", KEY=""))),
        (passes(**env(**ai(TYPE="openai"))), passes(**gateway(TYPE="openai", KEY="fake-key"))),
    ),
    Trap(
        26,
        "Bedrock keys on another type are fatal, a key on Copilot only from 2.34 on",
        (
            fails("AIP106", **env(**ai(TYPE="openai", BEDROCK_REGION="eu-west-1"))),
            warns("AIP114", **env(**ai(TYPE="copilot", KEY="fake-key"))),
            fails("AIP114", **gateway(TYPE="copilot", KEY="fake-key")),
        ),
        (passes(**env(**ai(**BEDROCK, **MODELS))), passes(**env(**ai(TYPE="copilot"))), passes(**gateway(TYPE="copilot"))),
    ),
    Trap(
        27,
        "Indexed Bedrock needs both model ids and an address, and the start does not say so",
        (
            warns("AIP117", **env(**ai(**BEDROCK, BEDROCK_MODEL="m"))),
            warns("AIP118", **env(**ai(TYPE="anthropic", BEDROCK_ACCESS_KEY="fake-a", BEDROCK_ACCESS_KEY_SECRET="fake-b", **MODELS))),
        ),
        (passes(**env(**ai(**BEDROCK, **MODELS))),),
    ),
    Trap(
        28,
        "Keys of the process leak into providers that have none, up to 2.33",
        (warns("AIP126", release="2.33", environ={"CODER_AIBRIDGE_PROVIDER_0_TYPE": "openai", "OPENAI_API_KEY": "fake-key"}),),
        (
            passes(release="2.34", environ={"CODER_AI_GATEWAY_PROVIDER_0_TYPE": "openai", "OPENAI_API_KEY": "fake-key"}),
            passes(**env(**ai(TYPE="openai", KEY="fake-key"))),
        ),
    ),
    Trap(
        29,
        "Built-in routes are gone, and an older address without a key makes no provider",
        (warns("AIG014", **env(**ON)), warns("AIP127", **env(AIBRIDGE_OPENAI_BASE_URL="https://models.example.com"))),
        (
            passes(**env(**ON, **ai(TYPE="copilot"))),
            passes(**env(**ON, AIBRIDGE_OPENAI_BASE_URL="https://models.example.com", AIBRIDGE_OPENAI_KEY="fake-key")),
        ),
    ),
    Trap(
        30,
        "The proxy needs a provider, ignores the allow list of domains, and reaches ports 80 and 443 only",
        (
            fails("AIG006", **env(**PROXY)),
            warns("AIG012", **env(**PROXY, **ai(TYPE="openai", BASE_URL="https://m.example"), AIBRIDGE_PROXY_DOMAIN_ALLOWLIST="m.example")),
            warns("AIG013", **env(**PROXY, **ai(TYPE="openai", BASE_URL="https://m.example:8443"))),
        ),
        (passes(**env(**PROXY, **ai(TYPE="openai", BASE_URL="https://m.example"))),),
    ),
    Trap(
        43,
        "The list of AI providers comes from no flag and no YAML file",
        (
            fails("YML003", yaml="ai_gateway:\n  providers:\n    - type: openai\n"),
            fails("YML003", yaml="aibridge:\n  providers:\n    - type: openai\n"),
            fails("ARG001", args=("--aibridge-providers", "openai")),
        ),
        (
            passes(**env(**ai(TYPE="openai")), providers=({"type": "openai"},)),
            passes(**stack("{access_url: https://coder.example.com, ai: {bridge: {providers: [{type: openai}]}}}"), providers=({},)),
        ),
    ),
    Trap(
        45,
        "From 2.34 on a changed provider keeps every replica from starting; from 2.38 on the list does nothing",
        (
            warns("AIP121", **gateway(TYPE="openai", KEY="fake-key")),
            warns("AIP006", **env("2.38", AI_GATEWAY_PROVIDER_0_TYPE="openai")),
            warns("AIP122", **env("2.38", AI_GATEWAY_OPENAI_KEY="fake-key")),
            fails("AIP129", release="2.38", args=("--ai-gateway-openai-key", "fake-key")),
            fails("AIP129", release="2.38", yaml="ai_gateway:\n  openai_base_url: https://models.example.com\n"),
        ),
        (passes(**env(**ai(TYPE="openai", KEY="fake-key"))), passes(**env("2.38", AI_GATEWAY_ENABLED="true"))),
    ),
)
