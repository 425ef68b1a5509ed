"""What the pages of every table in the back office have in common."""

from django.contrib import admin
from django.contrib.admin.widgets import RelatedFieldWidgetWrapper

from emr_site.back_office.paging import CappedPaginator
from emr_site.back_office.refusals import RefusalsInForms
from emr_site.once import OnceAdmin


class TableAdmin(admin.ModelAdmin):
    """A list of any length: counted no further than a page needs, sorted only by what an index keeps in order."""

    list_per_page = 50
    list_max_show_all = 0
    show_full_result_count = False
    paginator = CappedPaginator
    sortable_by = ()
    actions = None
    view_on_site = False

    def has_delete_permission(self, request, obj=None):
        """Rows go only where a table says so: what has a history is ended or deactivated instead."""
        return False


class EditedAdmin(RefusalsInForms, OnceAdmin, TableAdmin):
    """A table whose rows are added and changed here."""

    def formfield_for_dbfield(self, db_field, request, **kwargs):
        """Without the small links that would open another table's form from within this one."""
        field = super().formfield_for_dbfield(db_field, request, **kwargs)
        if field and isinstance(field.widget, RelatedFieldWidgetWrapper):
            field.widget = field.widget.widget
        return field


class ReadAdmin(TableAdmin):
    """A table to read: its rows are made elsewhere, or must never be edited."""

    def has_add_permission(self, request):
        return False

    def has_change_permission(self, request, obj=None):
        return False
