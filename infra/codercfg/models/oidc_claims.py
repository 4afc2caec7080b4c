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
                "Claim from which the mail address of a person is read. Claim name. Accounts are matched by mail, so a "
                "self-editable claim permits takeover (newer code spares linked accounts)."
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
                "Admits only people whose token names at least one of these groups. CSV of raw claim values. Compared "
                "before any mapping; needs a group claim, no licence."
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
            description="Creates Coder groups for claim values that have none yet. Needs a licence; may create very many groups.",
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
                "Translates group names or ids of the provider into Coder group names. Map text → text, JSON or YAML. "
                "Unused without a group claim."
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
            description="Drops every group whose name, once mapped, does not match. RE2. Unused without a group claim.",
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
                "Claim that lists a person's groups; naming it starts group synchronisation. Claim name. Licence; default "
                "organisation only; settings saved in the product win."
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
            description="Claim from which a person's display name is filled. Claim name.",
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
                "Keeps every person in the default organisation besides the synchronised ones. Settings saved in the product win."
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
                "Claim that lists a person's organisations; naming it starts that synchronisation. Claim name. Needs a "
                "licence; settings saved in the product win."
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
                "Translates claim values into the ids of Coder organisations. Map text → list of UUID, JSON or YAML. "
                "Settings saved in the product win."
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
                "Claim that lists a person's site roles; naming it starts role synchronisation. Claim name. Licence; roles "
                "granted by hand are overwritten at login."
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
                "Translates role names of the provider into Coder site roles. Map text → list, JSON or YAML. A mapping to "
                "`owner` hands out full control."
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
                "Roles that everyone receives at login while role synchronisation is on. CSV of role names. Licence; a "
                "powerful role here reaches all users."
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
            description=("Claim from which the Coder login name is derived. Claim name. Invalid or taken names are changed automatically."),
            default="preferred_username",
            group="OIDC",
        ),
    ] = None
