"""A search of several boxes above a list, in place of Django's one."""

from django.contrib.admin.views.main import ChangeList


class BoxedChangeList(ChangeList):
    """A list narrowed by its admin's search form; the boxes' names are no lookups of the table."""

    def __init__(self, request, *args, **kwargs):
        self.boxes = None
        super().__init__(request, *args, **kwargs)

    def get_filters_params(self, params=None):
        names = self.model_admin.search_form.base_fields
        return {key: value for key, value in super().get_filters_params(params).items() if key not in names}

    def get_queryset(self, request, exclude_parameters=None):
        queryset = super().get_queryset(request, exclude_parameters)
        self.boxes = self.model_admin.search_form(request.GET)
        if not self.boxes.is_valid():
            return queryset.none()
        return self.model_admin.found(queryset, **self.boxes.cleaned_data)

    @property
    def other_params(self):
        """What the list was narrowed by otherwise, to be sent along with the boxes."""
        return [(key, value) for key, value in self.params.items() if key not in self.boxes.fields and key != "p"]


class BoxedSearch:
    """Mix in before ModelAdmin; needs `search_form` and `found(queryset, **what was typed)`."""

    change_list_template = "admin/boxed_change_list.html"

    def get_changelist(self, request, **kwargs):
        return BoxedChangeList

    def changelist_view(self, request, extra_context=None):
        response = super().changelist_view(request, extra_context)
        shown = getattr(response, "context_data", None) or {}
        if "cl" in shown and shown["cl"].boxes.errors:
            response.status_code = 422
        return response
