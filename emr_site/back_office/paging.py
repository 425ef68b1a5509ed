"""Lists that do not count a million rows to show fifty."""

from django.core.paginator import Paginator
from django.utils.functional import cached_property

ROWS_COUNTED = 1_000


class CappedPaginator(Paginator):
    """Counts to ROWS_COUNTED and lists no more: who looks for one row among more narrows the list."""

    @cached_property
    def counted(self):
        return self.object_list.order_by().values("pk")[: ROWS_COUNTED + 1].count()

    @property
    def count(self):
        return min(self.counted, ROWS_COUNTED)

    @property
    def is_capped(self):
        return self.counted > ROWS_COUNTED
