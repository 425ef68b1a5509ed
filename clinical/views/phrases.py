"""A clinician's own phrases: short words that stand for a text while a note is typed."""

from django.contrib import messages
from django.http import JsonResponse
from django.shortcuts import get_object_or_404, redirect
from django.views.decorators.http import require_GET, require_POST

from clinical.forms.phrases import PhraseForm
from clinical.messages import MESSAGES
from clinical.models import Phrase
from emr_site.access import permission_required
from emr_site.answers import posted, render_form
from emr_site.once import once
from emr_site.refusals import went_through


@permission_required("clinical.change_note")
@require_GET
def phrase_list(request):
    """{word: text}, for the page that expands them while they are typed."""
    return JsonResponse(Phrase.objects.known_to(request.user))


@permission_required("clinical.change_note")
def phrases(request):
    """One's own, with a form for another, and the clinic's to read."""
    form = PhraseForm(posted(request))

    def add():
        return Phrase.objects.create(user=request.user, **form.columns).pk

    if went_through(form, lambda: once(form, request.user, add), MESSAGES):
        messages.success(request, f".{form.cleaned_data['abbreviation']} is one of your phrases.")
        return redirect("clinical:phrases")
    known = Phrase.objects.filter(user=request.user), Phrase.objects.filter(user=None)
    return render_form(request, "clinical/phrases.html", form, mine=known[0], clinics=known[1])


@permission_required("clinical.change_note")
@require_POST
def delete_phrase(request, pk):
    """One's own alone; a note that was written with it keeps its words."""
    phrase = get_object_or_404(Phrase.objects.filter(user=request.user), pk=pk)
    Phrase.objects.filter(pk=phrase.pk)._raw_delete("default")
    messages.success(request, f"{phrase} is deleted.")
    return redirect("clinical:phrases")
