"""What the claims of an OpenID Connect login mean: names, groups, roles, organizations."""

from typing import Annotated

from codercfg.options.group import Group
from codercfg.options.kinds import Boolean, Regexp, Text, TextList
from codercfg.options.opt import Opt
from codercfg.options.structs import TextLists, TextMap, UUIDLists


class OIDCClaimFields(Group):
    """What the claims of an OpenID Connect login mean: names, groups, roles, organizations."""

    email_field: Annotated[
        Text,
        Opt(
            name="OIDC Email Field",
            env="CODER_OIDC_EMAIL_FIELD",
            flag="oidc-email-field",
            yaml="oidc.emailField",
            description=(
                "Claim that holds a person's mail address. Accounts are found by that address, so a claim that people can edit themselves "
                "lets them take over other accounts."
            ),
            default="email",
            group="OIDC",
        ),
    ] = None
    group_allow_list: Annotated[
        TextList,
        Opt(
            name="OIDC Allowed Groups",
            env="CODER_OIDC_ALLOWED_GROUPS",
            flag="oidc-allowed-groups",
            yaml="oidc.groupAllowed",
            description=(
                "Admits only people who are in at least one of these groups; no licence needed. Each item is a value of the claim, before "
                "any mapping. Without `oidc.groups_field`, or `groups` in `oidc.scopes`, the server does not start."
            ),
            group="OIDC",
        ),
    ] = None
    group_auto_create: Annotated[
        Boolean,
        Opt(
            name="Enable OIDC Group Auto Create",
            env="CODER_OIDC_GROUP_AUTO_CREATE",
            flag="oidc-group-auto-create",
            yaml="oidc.enableGroupAutoCreate",
            description=(
                "Creates a Coder group for each group of the provider that has none yet. Needs a licence and `oidc.groups_field`; it may "
                "create very many groups."
            ),
            default="false",
            group="OIDC",
        ),
    ] = None
    group_mapping: Annotated[
        TextMap,
        Opt(
            name="OIDC Group Mapping",
            env="CODER_OIDC_GROUP_MAPPING",
            flag="oidc-group-mapping",
            yaml="oidc.groupMapping",
            description=(
                "Translates the provider's group names or ids into names of Coder groups. A map of text to text; unused without "
                "`oidc.groups_field`."
            ),
            default="{}",
            group="OIDC",
        ),
    ] = None
    group_regex_filter: Annotated[
        Regexp,
        Opt(
            name="OIDC Regex Group Filter",
            env="CODER_OIDC_GROUP_REGEX_FILTER",
            flag="oidc-group-regex-filter",
            yaml="oidc.groupRegexFilter",
            description="Keeps only groups whose name, after the mapping, matches this RE2 pattern. Unused without `oidc.groups_field`.",
            default=".*",
            group="OIDC",
        ),
    ] = None
    groups_field: Annotated[
        Text,
        Opt(
            name="OIDC Group Field",
            env="CODER_OIDC_GROUP_FIELD",
            flag="oidc-group-field",
            yaml="oidc.groupField",
            description=(
                "Claim that lists a person's groups; naming it switches group synchronisation on, for the default organization only. Needs "
                "a licence; settings saved in the product outrank it."
            ),
            group="OIDC",
        ),
    ] = None
    name_field: Annotated[
        Text,
        Opt(
            name="OIDC Name Field",
            env="CODER_OIDC_NAME_FIELD",
            flag="oidc-name-field",
            yaml="oidc.nameField",
            description="Claim that holds the name of a person as others see it.",
            default="name",
            group="OIDC",
        ),
    ] = None
    organization_assign_default: Annotated[
        Boolean,
        Opt(
            name="OIDC Assign Default Organization",
            env="CODER_OIDC_ORGANIZATION_ASSIGN_DEFAULT",
            flag="oidc-organization-assign-default",
            yaml="oidc.organizationAssignDefault",
            description=(
                "Keeps every person in the default organization, besides those that the provider names. Settings saved in the product "
                "outrank it."
            ),
            default="true",
            group="OIDC",
            hidden=True,
        ),
    ] = None
    organization_field: Annotated[
        Text,
        Opt(
            name="OIDC Organization Field",
            env="CODER_OIDC_ORGANIZATION_FIELD",
            flag="oidc-organization-field",
            yaml="oidc.organizationField",
            description=(
                "Claim that lists a person's organizations; naming it switches their synchronisation on. Needs a licence; settings saved "
                "in the product outrank it."
            ),
            group="OIDC",
            hidden=True,
        ),
    ] = None
    organization_mapping: Annotated[
        UUIDLists,
        Opt(
            name="OIDC Organization Sync Mapping",
            env="CODER_OIDC_ORGANIZATION_MAPPING",
            flag="oidc-organization-mapping",
            yaml="oidc.organizationMapping",
            description=(
                "Translates values of `oidc.organization_field` into Coder organizations. A map of text to lists of organization ids "
                "(UUIDs); settings saved in the product outrank it."
            ),
            default="{}",
            group="OIDC",
            hidden=True,
        ),
    ] = None
    user_role_field: Annotated[
        Text,
        Opt(
            name="OIDC User Role Field",
            env="CODER_OIDC_USER_ROLE_FIELD",
            flag="oidc-user-role-field",
            yaml="oidc.userRoleField",
            description=(
                "Claim that lists a person's site roles; naming it switches role synchronisation on. Needs a licence; roles given by hand "
                "are overwritten at each login."
            ),
            group="OIDC",
        ),
    ] = None
    user_role_mapping: Annotated[
        TextLists,
        Opt(
            name="OIDC User Role Mapping",
            env="CODER_OIDC_USER_ROLE_MAPPING",
            flag="oidc-user-role-mapping",
            yaml="oidc.userRoleMapping",
            description=(
                "Translates the provider's role names into Coder site roles. A map of text to lists of role names, unused without "
                "`oidc.user_role_field`; a mapping to `owner` hands out full control."
            ),
            default="{}",
            group="OIDC",
        ),
    ] = None
    user_roles_default: Annotated[
        TextList,
        Opt(
            name="OIDC User Role Default",
            env="CODER_OIDC_USER_ROLE_DEFAULT",
            flag="oidc-user-role-default",
            yaml="oidc.userRoleDefault",
            description=(
                "Site roles that everyone gets at login; each item is the name of one, such as `template-admin`. Needs a licence and "
                "`oidc.user_role_field`; a powerful role here reaches all users."
            ),
            group="OIDC",
        ),
    ] = None
    username_field: Annotated[
        Text,
        Opt(
            name="OIDC Username Field",
            env="CODER_OIDC_USERNAME_FIELD",
            flag="oidc-username-field",
            yaml="oidc.usernameField",
            description="Claim from which a person's login name is made. Names that are taken or not allowed are changed without asking.",
            default="preferred_username",
            group="OIDC",
        ),
    ] = None
