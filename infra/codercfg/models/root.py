"""`DeploymentValues`: everything that the Coder server can be told, at upstream's JSON paths."""

from codercfg.models.ai.config import AIConfig
from codercfg.models.config_ssh import SSHConfig
from codercfg.models.dangerous import DangerousConfig
from codercfg.models.derp import DERP
from codercfg.models.healthcheck import HealthcheckConfig
from codercfg.models.http_cookies import HTTPCookieConfig
from codercfg.models.logging import LoggingConfig
from codercfg.models.notifications.notifications import NotificationsConfig
from codercfg.models.oauth2 import OAuth2Config
from codercfg.models.oidc import OIDCConfig
from codercfg.models.pprof import PprofConfig
from codercfg.models.prometheus import PrometheusConfig
from codercfg.models.provisioner import ProvisionerConfig
from codercfg.models.rate_limit import RateLimitConfig
from codercfg.models.retention import RetentionConfig
from codercfg.models.session_lifetime import SessionLifetime
from codercfg.models.stats_collection import StatsCollectionConfig
from codercfg.models.support import SupportConfig
from codercfg.models.swagger import SwaggerConfig
from codercfg.models.telemetry import TelemetryConfig
from codercfg.models.template_builder import TemplateBuilderConfig
from codercfg.models.tls import TLSConfig
from codercfg.models.top_access import AccessFields
from codercfg.models.top_database import DatabaseFields
from codercfg.models.top_networking import NetworkingFields
from codercfg.models.top_server import ServerFields
from codercfg.models.trace import TraceConfig
from codercfg.models.user_quiet_hours_schedule import UserQuietHoursScheduleConfig
from codercfg.models.workspace_prebuilds import PrebuildsConfig
from codercfg.options.group import group


class DeploymentValues(NetworkingFields, AccessFields, DatabaseFields, ServerFields):
    """The Coder server's configuration. The base classes hold the options that upstream keeps at the top level."""

    ai: AIConfig = group()
    config_ssh: SSHConfig = group()
    dangerous: DangerousConfig = group()
    derp: DERP = group()
    healthcheck: HealthcheckConfig = group()
    http_cookies: HTTPCookieConfig = group()
    logging: LoggingConfig = group()
    notifications: NotificationsConfig = group()
    oauth2: OAuth2Config = group()
    oidc: OIDCConfig = group()
    pprof: PprofConfig = group()
    prometheus: PrometheusConfig = group()
    provisioner: ProvisionerConfig = group()
    rate_limit: RateLimitConfig = group()
    retention: RetentionConfig = group()
    session_lifetime: SessionLifetime = group()
    stats_collection: StatsCollectionConfig = group()
    support: SupportConfig = group()
    swagger: SwaggerConfig = group()
    telemetry: TelemetryConfig = group()
    template_builder: TemplateBuilderConfig = group()
    tls: TLSConfig = group()
    trace: TraceConfig = group()
    user_quiet_hours_schedule: UserQuietHoursScheduleConfig = group()
    workspace_prebuilds: PrebuildsConfig = group()
