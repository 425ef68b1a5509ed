"""The clinical story behind every reason for which people come."""

from clinical.demo.scenarios.children import CHILDREN
from clinical.demo.scenarios.general import GENERAL
from clinical.demo.scenarios.heart import HEART
from clinical.demo.scenarios.nursing import NURSING
from clinical.demo.scenarios.specialists import SPECIALISTS

SCENARIOS = GENERAL | CHILDREN | HEART | NURSING | SPECIALISTS
