"""Login with OAuth2 services."""

from codercfg.models.oauth2_github import OAuth2GithubConfig
from codercfg.options.group import Group, group


class OAuth2Config(Group):
    """Login with OAuth2 services."""

    github: OAuth2GithubConfig = group()
