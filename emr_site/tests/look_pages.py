"""Pages that show each part of the look once, for tests alone: a copy of the product's addresses with these beside."""

import time
from datetime import date
from types import SimpleNamespace

from django import forms
from django.contrib import messages
from django.http import Http404, HttpResponse
from django.template import engines
from django.urls import path

from emr_site.fields import ClinicalDateField
from emr_site.once import KeyedForm
from emr_site.urls import urlpatterns as product

PATIENT = SimpleNamespace(
    pk=1,
    family_name="Okonkwo",
    given_name="Adaeze",
    preferred_name="Ada",
    date_of_birth=date(1980, 8, 14),
    deceased_on=None,
    deactivated_at=None,
    get_sex_display="Female",
    sex="female",
    gender=None,
    mrn="2041187",
    phone_number="07700 900 142",
)
DIED = SimpleNamespace(**{**vars(PATIENT), "deceased_on": date(2026, 3, 2)})
ROWS = [
    {"family_name": "Walsh", "given_name": "Fiona", "born": date(1971, 2, 9), "kind": "wait", "state": "Waiting"},
    {"family_name": "Müller", "given_name": "Jonas", "born": None, "kind": "done", "state": "Done"},
    {
        "family_name": "Stone",
        "given_name": "Helen",
        "born": date(1990, 12, 31),
        "kind": "dna",
        "state": "Did not attend",
    },
]
HEAD = "{% load emr %}{% block title %}Sample{% endblock %}{% block heading %}Sample{% endblock %}{% block content %}"
PAGES = {
    "list": HEAD
    + """<section class="card-x" aria-labelledby="who"><header><h2 id="who">Patients</h2>
<a class="btn btn-ghost btn-sm" href="#">Add</a></header>
<div class="scroll-x" tabindex="0" role="region" aria-label="Table of patients"><table class="table-x stacks">
<thead><tr><th scope="col">Patient</th><th scope="col">Born</th><th scope="col">State</th></tr></thead>
<tbody>{% for each in rows %}<tr><th scope="row" data-label="Patient"><a class="who" href="#">{{ each|person }}</a></th>
<td data-label="Born">{{ each.born|clinical_date }}</td>
<td data-label="State">{% chip each.kind each.state %}</td></tr>{% endfor %}</tbody></table></div>
{% include "_pager.html" with next_url="?after=3" previous_url="?" %}</section>
<section class="card-x mt-3"><header><h2>Waiting</h2></header>
{% include "_empty.html" with text="Nobody is waiting." next_url="#" next_label="See the day" %}</section>
{% endblock %}""",
    "form": HEAD + '{% include "_form.html" with button="Save patient" cancel_url="#" %}{% endblock %}',
    "confirm": HEAD
    + '{% include "_confirm.html" with loss="The draft will be gone." button="Delete draft" cancel_url="#" %}'
    "{% endblock %}",
    "banner": '{% block banner %}{% include "_patient_banner.html" with tab="summary" %}{% endblock %}'
    "{% block title %}{{ patient.family_name }}{% endblock %}{% block page_head %}<h2>Summary</h2>{% endblock %}"
    '{% block content %}<section class="card-x"><dl class="facts"><dt>Phone</dt><dd>07700 900 142</dd></dl></section>'
    "{% endblock %}",
}


class SampleForm(KeyedForm, forms.Form):
    name = forms.CharField(help_text="As on the passport.", widget=forms.TextInput(attrs={"autocomplete": "name"}))
    born = ClinicalDateField(past=True)
    sex = forms.ChoiceField(choices=[("female", "Female"), ("male", "Male")], widget=forms.RadioSelect)
    doctor = forms.ChoiceField(choices=[("1", "Dr. Maya Chen"), ("2", "Dr. Samuel Ortiz")])
    note = forms.CharField(widget=forms.Textarea, required=False)
    agreed = forms.BooleanField(label="Agrees to be written to", required=False)


def sample(request, name):
    """One page of PAGES in the frame of those who work here, or, with ?portal, in the patients' own."""
    if name not in PAGES:
        raise Http404
    form = SampleForm(request.POST or None)
    if request.method == "GET":
        messages.success(request, "Saved 10:41.")
    elif form.is_valid():
        SENT.append(request.POST.dict())
        time.sleep(0.5)  # long enough for an impatient second press
    base = "portal_base.html" if "portal" in request.GET else "base.html"
    page = engines["django"].from_string('{% extends "' + base + '" %}' + PAGES[name])
    context = {
        "form": form,
        "rows": ROWS,
        "patient": DIED if "died" in request.GET else PATIENT,
        "allergies": {"state": request.GET.get("allergies"), "list": [{"substance": "Penicillin", "reaction": "rash"}]},
    }
    return HttpResponse(page.render(context, request), status=422 if form.errors else 200)


SENT = []


def broken(request):
    raise RuntimeError("As a page breaks.")


urlpatterns = [path("look/broken/", broken), path("look/<name>/", sample), *product]
