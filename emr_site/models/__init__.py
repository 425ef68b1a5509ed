from emr_site.models.adoption import AdoptionFinding
from emr_site.models.identifiers import ExternalIdentifier
from emr_site.models.submissions import Submission

__all__ = ["AdoptionFinding", "ExternalIdentifier", "Submission"]
