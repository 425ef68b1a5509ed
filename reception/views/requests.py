"""What patients ask for on their own pages, and the desk's answers."""

from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone

from emr_site.access import permission_required
from emr_site.answers import posted, render_form
from emr_site.keyset import page_after
from emr_site.once import once
from emr_site.refusals import went_through
from reception.forms.requests import AnswerForm, AskForm
from reception.messages import MESSAGES
from reception.models import PortalRequest
from reception.views.portal import my_record


@permission_required("reception.add_my_request")
def my_requests(request):
    """What I have asked, and what I was answered."""
    patient = my_record(request.user, part="my requests")
    page = page_after(request.GET.get("after"), patient.portal_requests.all(), by=("-id",))
    return render(request, "reception/my_requests.html", {"page": page, "place": "home"})


@permission_required("reception.add_my_request")
def ask_practice(request):
    patient, form = my_record(request.user, part="my requests"), AskForm(posted(request))

    def ask():
        typed = {name: form.cleaned_data[name] for name in ("kind", "words")}
        once(form, request.user, lambda: PortalRequest.objects.create(patient=patient, **typed).pk)

    if went_through(form, ask, MESSAGES):
        messages.success(request, "We have your request. You find our answer here.")
        return redirect("reception:my_requests")
    return render_form(request, "reception/ask_practice.html", form, place="home")


@permission_required("reception.view_portalrequest")
def requests(request):
    """What patients wait for an answer to, who has waited longest on top."""
    rows = PortalRequest.objects.waiting().select_related("patient")
    page = page_after(request.GET.get("after"), rows, by=("id",))
    return render(request, "reception/requests.html", {"page": page})


@permission_required("reception.change_portalrequest")
def answer_request(request, pk):
    row = get_object_or_404(PortalRequest.objects.select_related("patient"), pk=pk)
    form = AnswerForm(posted(request))

    def answer():
        said = {"answer": form.cleaned_data["answer"], "answered_at": timezone.now(), "answered_by": request.user}
        PortalRequest.objects.filter(pk=row.pk).update(**said)

    if went_through(form, answer, MESSAGES):
        messages.success(request, f"{row.patient} has your answer.")
        return redirect("reception:requests")
    return render_form(request, "reception/answer_request.html", form, row=row)
