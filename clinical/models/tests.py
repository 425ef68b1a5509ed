"""Tests ordered at a visit, and their results."""

from django.db import models

from clinical.models.favourites import star_of
from clinical.models.notes import is_signed
from emr_site.versions import Versioned
from reception.models import Visit


class TestQuerySet(models.QuerySet):
    def of(self, patient):
        return self.filter(visit__patient=patient).select_related("visit")

    def newest_first(self):
        return self.order_by("-date", "-id")

    def with_lock(self):
        """Whether a signed note names it, so that only its results still come, or it was added afterwards."""
        moment = models.OuterRef("recorded_at")
        return self.annotate(
            is_locked=is_signed("visit_id", signed_at__gte=moment),
            is_added=is_signed("visit_id", signed_at__lt=moment),
        )

    def starred_by(self, user):
        """Which favourite of this person each is, if it is one."""
        return self.annotate(favourite_id=star_of(user, test_type=models.OuterRef("type")))

    def visible_to(self, user):
        return self if user.is_colleague else self.filter(visit__patient__user_id=user.pk)


class Test(Versioned, models.Model):
    __test__ = False  # a table's name, not a test case for the test runner to collect

    id = models.BigAutoField(primary_key=True, db_column="test_id")
    visit = models.ForeignKey(Visit, models.RESTRICT, related_name="tests")
    type = models.CharField(max_length=255)
    results = models.TextField(null=True, blank=True)
    date = models.DateField(null=True, blank=True)
    recorded_at = models.DateTimeField(auto_now_add=True)

    version_fields = ("type", "results", "date")

    objects = TestQuerySet.as_manager()

    class Meta:
        managed = False
        db_table = "Test"

    def __str__(self):
        return self.type

    @property
    def ordered_on(self):
        """The day of the visit; `date` is that of the test, once it is done."""
        return self.visit.date
