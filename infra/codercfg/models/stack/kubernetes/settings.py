"""`coder:kubernetes`."""

from codercfg.models.stack.fields import named_group
from codercfg.models.stack.kubernetes.ai_providers import AIProviders
from codercfg.models.stack.kubernetes.certificates import TLS, Certificates
from codercfg.models.stack.kubernetes.disruption import PodDisruptionBudget
from codercfg.models.stack.kubernetes.external_secrets import ExternalSecrets
from codercfg.models.stack.kubernetes.image import Image
from codercfg.models.stack.kubernetes.ingress import Ingress
from codercfg.models.stack.kubernetes.metadata import Metadata
from codercfg.models.stack.kubernetes.naming import Naming
from codercfg.models.stack.kubernetes.pod import PodSettings
from codercfg.models.stack.kubernetes.postgres import Postgres
from codercfg.models.stack.kubernetes.probe import Probes
from codercfg.models.stack.kubernetes.resources import Resources
from codercfg.models.stack.kubernetes.scheduling import Scheduling
from codercfg.models.stack.kubernetes.security import SecurityContext
from codercfg.models.stack.kubernetes.service import Service
from codercfg.models.stack.kubernetes.service_account import ServiceAccount
from codercfg.options.group import group


class KubernetesSettings(Naming, PodSettings):
    """The objects around the server. The base classes hold the keys at the top level."""

    image: Image = group()
    resources: Resources = group()
    probes: Probes = group()
    security_context: SecurityContext = named_group("securityContext")
    scheduling: Scheduling = group()
    deployment: Metadata = group()
    pod: Metadata = group()
    service_account: ServiceAccount = named_group("serviceAccount")
    service: Service = group()
    ingress: Ingress = group()
    pod_disruption_budget: PodDisruptionBudget = named_group("podDisruptionBudget")
    tls: TLS = group()
    certs: Certificates = group()
    postgres: Postgres = group()
    external_secrets: ExternalSecrets = named_group("externalSecrets")
    ai_providers: AIProviders = named_group("aiProviders")
