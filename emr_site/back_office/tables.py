"""What the pages of every table in the back office have in common."""

from django.contrib import admin
from django.contrib.admin.widgets import RelatedFieldWidgetWrapper
from django.forms import BaseInlineFormSet, CharField, CheckboxInput
from django.utils import timezone
from django.utils.text import capfirst

from emr_site.back_office.paging import CappedPaginator
from emr_site.back_office.refusals import RefusalsInForms
from emr_site.once import OnceAdmin


class TableAdmin(admin.ModelAdmin):
    """A list of any length: counted no further than pages need, sorted only by what an index keeps in order.

    Rows go only where `rows_may_go`; what has a history is ended or deactivated instead.
    """

    list_per_page = 50
    list_max_show_all = 0
    show_full_result_count = False
    paginator = CappedPaginator
    sortable_by = ()
    show_facets = admin.ShowFacets.NEVER
    view_on_site = False
    rows_may_go = False

    @admin.display(description="number")
    def number(self, row):
        return row.pk

    def changelist_view(self, request, extra_context=None):
        title = capfirst(self.opts.verbose_name_plural)
        return super().changelist_view(request, {"title": title, **(extra_context or {})})

    def lookup_allowed(self, lookup, value, request=None):
        """What the filters beside a list ask for; anything else in an address might read a whole table."""
        asked = lookup.partition("__")[0]
        filtered = {each if isinstance(each, str) else each[0] for each in self.get_list_filter(request)}
        return asked in filtered and super().lookup_allowed(lookup, value, request)

    def has_delete_permission(self, request, obj=None):
        return self.rows_may_go and super().has_delete_permission(request, obj)

    def get_actions(self, request):
        """Only the table's own actions: rows go one by one, each looked at."""
        return {name: action for name, action in super().get_actions(request).items() if name != "delete_selected"}

    def get_deleted_objects(self, objs, request):
        """What the question before a deletion shows: the row. What refers to it is the database's to find."""
        return [str(obj) for obj in objs], {self.opts.verbose_name_plural: len(objs)}, set(), []

    def delete_model(self, request, obj):
        """Send the deletion alone: collecting what refers to a room would read every record of it."""
        rows = type(obj).objects.filter(pk=obj.pk)
        rows._raw_delete(rows.db)


class PlainBoxes:
    """Mix in before an admin or an inline: boxes without links into the forms of other tables.

    One left empty says "not recorded".
    """

    def formfield_for_dbfield(self, db_field, request, **kwargs):
        field = super().formfield_for_dbfield(db_field, request, **kwargs)
        if field and isinstance(field.widget, RelatedFieldWidgetWrapper):
            field.widget = field.widget.widget
        if isinstance(field, CharField) and db_field.null:
            field.empty_value = None
        return field


class EditedAdmin(RefusalsInForms, OnceAdmin, PlainBoxes, TableAdmin):
    """A table whose rows are added and changed here."""


class RowsFormSet(BaseInlineFormSet):
    """Rows in a table, where a box has no label but the head of its column: it is told to those who listen."""

    deletion_widget = CheckboxInput(attrs={"aria-label": "Delete this row"})

    def add_fields(self, form, index):
        super().add_fields(form, index)
        for field in form.fields.values():
            if field.label:
                field.widget.attrs.setdefault("aria-label", capfirst(field.label))


class RowsInline(PlainBoxes, admin.TabularInline):
    """Rows of another table that are edited with their owner."""

    formset = RowsFormSet
    extra = 1


class ReadAdmin(TableAdmin):
    """A table to read: its rows are made elsewhere, or must never be edited."""

    actions = None

    def has_add_permission(self, request):
        return False

    def has_change_permission(self, request, obj=None):
        return False


class Retired:
    """Mix in before EditedAdmin: a row with retired_at goes out of use for good by an action, and stays to be read."""

    readonly_fields = ("retired_at",)
    actions = ("retire",)

    @admin.action(description="Retire", permissions=["change"])
    def retire(self, request, rows):
        number = 0
        for row in rows.filter(retired_at=None):
            row.retired_at = timezone.now()
            row.save(update_fields=["retired_at"])
            number += 1
        self.message_user(request, f"{number} retired.")
