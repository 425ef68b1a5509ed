"""A patient's own pages of the front desk: each begins with one's own record, so that no other is within reach."""

from django.db.models import prefetch_related_objects
from django.http import Http404
from django.shortcuts import get_object_or_404, render
from django.utils import timezone

from audit.procedures import record_look
from emr_site.access import permission_required
from emr_site.keyset import page_after
from reception.models import Patient, ProviderHours

NEWEST_FIRST = ("-date", "-time", "-id")
MANY = 20


@permission_required("reception.view_my_information")
def my_home(request):
    """What comes next, and the way to everything else; a sign-in that no record belongs to is told whom to call."""
    try:
        patient = my_record(request.user, part="my home")
    except Http404:
        return render(request, "reception/my_record_missing.html", {"greeting": greeting(), "place": "home"})
    scheduled = patient.appointments.to_come().coming()
    following = scheduled.select_related("provider").order_by("date", "time").first()
    context = {"patient": patient, "next": following, "room": room_of(following), "greeting": greeting()}
    return render(request, "reception/my_home.html", context | {"place": "home"})


@permission_required("reception.view_my_information")
def my_information(request):
    """What the clinic has on file about me, to read; a call corrects it."""
    patient = my_record(request.user, part="my information")
    prefetch_related_objects([patient], "phones", "contacts")
    insurances = patient.insurances.in_order()[:MANY]
    context = {"patient": patient, "insurances": insurances, "place": "information"}
    return render(request, "reception/my_information.html", context)


@permission_required("reception.view_my_appointments")
def my_appointments(request):
    """What is booked, soonest first, and what has been, newest first; visits that nobody booked by themselves."""
    patient = my_record(request.user, part="my appointments")
    mine = patient.appointments.select_related("provider")
    past = page_after(request.GET.get("after"), mine.past(), by=NEWEST_FIRST, size=MANY)
    unbooked = patient.visits.filter(appointment=None).select_related("provider")
    others = page_after(request.GET.get("others_after"), unbooked, by=NEWEST_FIRST, size=MANY)
    coming = mine.coming().order_by("date", "time")[:MANY] if past.is_first and others.is_first else []
    context = {"coming": coming, "past": past, "others": others, "place": "appointments"}
    return render(request, "reception/my_appointments.html", context)


@permission_required("reception.view_my_appointments")
def my_appointment(request, pk):
    """One visit of mine: when, with whom, where, and how to change it."""
    mine = my_record(request.user, part="my appointments").appointments.select_related("provider")
    appointment = get_object_or_404(mine, pk=pk)
    can_change = mine.coming().to_come().filter(pk=pk).exists()
    context = {"appointment": appointment, "room": room_of(appointment), "can_change": can_change}
    return render(request, "reception/my_appointment.html", context | {"place": "appointments"})


def my_record(user, *, part):
    """The patient that the signed-in person is; the look at it is recorded like everybody's."""
    patient = get_object_or_404(Patient, user=user)
    record_look(patient_id=patient.pk, part=part)
    return patient


def room_of(appointment):
    """The room in which the provider sits at that hour of the usual week; None when nothing says so."""
    if appointment is None:
        return None
    hours = ProviderHours.objects.filter(
        provider=appointment.provider_id,
        weekday=appointment.date.weekday(),
        starts__lte=appointment.time,
        ends__gt=appointment.time,
    )
    return next((each.room for each in hours.select_related("room")), None)


def greeting():
    hour = timezone.localtime().hour
    return "Good morning" if hour < 12 else "Good afternoon" if hour < 18 else "Good evening"
