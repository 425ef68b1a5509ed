"""Opening a patient's row in the back office is a look at the patient, like opening the chart."""

from audit.procedures import record_look


class LooksRecorded:
    """Mix in before ModelAdmin; `patient_path` leads from a row to its patient's id, as in "visit.patient_id"."""

    patient_path = "patient_id"

    def render_change_form(self, request, context, *args, obj=None, **kwargs):
        if obj is not None and request.method == "GET":
            record_look(patient_id=self.patient_of(obj), part=f"back office: {self.opts.verbose_name}"[:40])
        return super().render_change_form(request, context, *args, obj=obj, **kwargs)

    def patient_of(self, row):
        for name in self.patient_path.split("."):
            row = getattr(row, name)
        return row
