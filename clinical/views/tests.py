"""Tests: ordered at a visit, their results entered, deleted while there are none."""

from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect, render

from clinical import procedures
from clinical.forms import CreateTestForm, UpdateTestForm
from clinical.messages import MESSAGES
from clinical.models import Test
from clinical.patient_pages import with_visit
from clinical.summary import latest_tests
from emr_site.access import permission_required
from emr_site.answers import posted, render_conflict, render_form
from emr_site.keyset import page_after
from emr_site.once import once
from emr_site.refusals import went_through
from emr_site.versions import EditConflict
from reception.forms.of_patient import PatientForm
from reception.models import Visit
from reception.patient_pages import patient_page


@permission_required("clinical.view_test")
@patient_page("tests")
def tests(request, patient):
    if request.htmx:
        return render(request, "clinical/_latest_tests.html", {"patient": patient, "tests": latest_tests(patient)})
    context = {
        "patient": patient,
        "tab": "tests",
        "page": page_after(request.GET.get("after"), Test.objects.of(patient).with_lock(), by=("-date", "-id")),
        "last_visit": Visit.objects.filter(patient=patient).newest_first().first(),
    }
    return render(request, "clinical/tests.html", context)


@permission_required("clinical.view_test")
@patient_page("test")
def test(request, patient, pk):
    return render(request, "clinical/test.html", about(patient, pk))


@permission_required("clinical.add_test")
@patient_page("test")
@with_visit
def create_test(request, patient, visit):
    form = CreateTestForm(posted(request), patient=patient, initial={"date": visit.date})

    def create():
        return procedures.create_test(visit.pk, **form.typed)

    if went_through(form, lambda: once(form, request.user, create, about=visit.pk), MESSAGES):
        messages.success(request, f"{form.cleaned_data['type']} is saved.")
        return redirect("clinical:tests", patient.pk)
    return render_form(request, "clinical/create_test.html", form, patient=patient, visit=visit, tab="tests")


@permission_required("clinical.change_test")
@patient_page("test")
def update_test(request, patient, pk):
    context = about(patient, pk)
    form = UpdateTestForm(posted(request), patient=patient, row=context["test"])

    def update():
        procedures.update_test(pk, visit_id=context["test"].visit_id, seen=form.seen, **form.typed)

    try:
        if went_through(form, update, MESSAGES):
            messages.success(request, "The test is saved.")
            return redirect("clinical:test", patient.pk, pk)
    except EditConflict as conflict:
        return render_conflict(request, "clinical/conflict.html", form, conflict.row, what="test", **context)
    return render_form(request, "clinical/update_test.html", form, **context)


@permission_required("clinical.delete_test")
@patient_page("test")
def delete_test(request, patient, pk):
    context = about(patient, pk)
    form = PatientForm(posted(request), patient=patient)
    if went_through(form, lambda: procedures.delete_test(pk), MESSAGES):
        messages.success(request, f"{context['test'].type} is deleted.")
        return redirect("clinical:tests", patient.pk)
    return render_form(request, "clinical/delete_test.html", form, **context)


def about(patient, pk):
    of_patient = Test.objects.of(patient).with_lock().select_related("visit__provider")
    return {"patient": patient, "test": get_object_or_404(of_patient, pk=pk), "tab": "tests"}
