"""The printed summary of a chart."""

from django.utils import timezone
from django.views.decorators.http import require_GET

from clinical.allergies import answers_of, live_allergies
from clinical.life import live_history
from clinical.problems import live_problems
from clinical.summary import current_medicines, latest_tests
from clinical.timeline import timeline_of
from clinical.vitals.reading import latest
from emr_site.access import permission_required
from reception.papers import paper
from reception.patient_pages import patient_page


@permission_required("clinical.view_chart")
@require_GET
@patient_page("printed summary")
def printed_summary(request, patient):
    """Each part for those who may see it; the file's name holds nobody's."""
    may = request.user.has_perm
    context = {
        "patient": patient,
        "now": timezone.now(),
        "printed_by": request.user.get_full_name(),
        "medicines": current_medicines(patient) if may("clinical.view_prescription") else None,
        "tests": latest_tests(patient) if may("clinical.view_test") else None,
        "visits": timeline_of(patient).page.rows[:5],
        "problems": live_problems(patient) if may("clinical.view_problem") else None,
        "allergies": live_allergies(patient) if may("clinical.view_allergy") else None,
        "answer": answers_of(patient).first() if may("clinical.view_allergy") else None,
        "vitals": latest(patient) if may("clinical.view_vitalsigns") else None,
        "history": live_history(patient) if may("clinical.view_history") else None,
    }
    return paper(request, "clinical/printed_summary.html", context, filename="summary.pdf")
