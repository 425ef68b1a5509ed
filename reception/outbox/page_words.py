"""The sentences of the pages behind links, in the languages of the messages that lead to them.

Dictionaries and no gettext: the pages are few, and their words stand beside those of the messages that quote them.
"""

from django.utils import timezone, translation
from django.utils.formats import date_format
from django.utils.translation import get_language_from_request

from reception.outbox.door_words import DOOR
from reception.outbox.offer_words import OFFERED
from reception.outbox.words import FALLBACK, clock_in, day_in, name_of

WORDS = {
    "en": {
        "title": "Your appointment on {day}",
        "hello": "Hello, {name}",
        "is_cancelled": "This appointment is cancelled.",
        "is_over": "This appointment is over.",
        "is_here": "You are checked in: we know that you are here.",
        "is_confirmed": "You have confirmed this appointment.",
        "is_asked": "You have asked for another time. We will call you.",
        "question": "Are you coming to this appointment?",
        "stopped": "We will send you no more messages.",
        "thanks": "Thank you. We have your answer.",
        "yours": "Your appointment",
        "coming": "Yes, I am coming",
        "to_calendar": "Put it in my calendar",
        "here": "Are you here?",
        "your_code": "Your check-in code is {code}.",
        "check_in": "Check in",
        "another": "Ask for another time",
        "cancel_title": "Cancel",
        "cancel_hint": "Your time will be given to somebody else.",
        "cancel": "Cancel this appointment",
        "messages": "Messages",
        "stop": "Send me no more messages",
        "too_late": "This appointment can no longer be changed here. Please call us.",
        "changed": "The appointment has changed since you opened this page. Please look at it again.",
        "when_label": "Which days or times suit you?",
        "when_help": "Up to 200 characters. Please write nothing about your health here.",
        "when_missing": "Tell us which days or times suit you.",
        "when_too_long": "Please keep to 200 characters, or call us.",
        "asked_already": "You have asked for another time already. We will call you.",
        "problem": "There is a problem",
        "error": "Error",
        "skip": "Skip to content",
        "help": "Need help?",
        "help_call": "Call the clinic on",
        "emergency": "In an emergency call",
        "dead_title": "This link does not work",
        "dead_what": "What to do",
        "dead_text": "The appointment may be over, or the link may be incomplete. Open the link in the message once"
        " more, or call us.",
        "dead_call": "Call",
    },
    "es": {
        "title": "Su cita del {day}",
        "hello": "Hola, {name}",
        "is_cancelled": "Esta cita está cancelada.",
        "is_over": "Esta cita ya ha pasado.",
        "is_here": "Ha avisado de su llegada: sabemos que está aquí.",
        "is_confirmed": "Ha confirmado esta cita.",
        "is_asked": "Ha pedido otra hora. Le llamaremos.",
        "question": "¿Va a venir a esta cita?",
        "stopped": "No le enviaremos más mensajes.",
        "thanks": "Gracias. Tenemos su respuesta.",
        "yours": "Su cita",
        "coming": "Sí, voy a ir",
        "to_calendar": "Ponerla en mi calendario",
        "here": "¿Ya está aquí?",
        "your_code": "Su código de llegada es {code}.",
        "check_in": "Anunciar mi llegada",
        "another": "Pedir otra hora",
        "cancel_title": "Cancelar",
        "cancel_hint": "Daremos su hora a otra persona.",
        "cancel": "Cancelar esta cita",
        "messages": "Mensajes",
        "stop": "No me envíen más mensajes",
        "too_late": "Esta cita ya no se puede cambiar aquí. Por favor, llámenos.",
        "changed": "La cita ha cambiado desde que abrió esta página. Por favor, vuelva a mirarla.",
        "when_label": "¿Qué días u horas le convienen?",
        "when_help": "Hasta 200 caracteres. Por favor, no escriba aquí nada sobre su salud.",
        "when_missing": "Díganos qué días u horas le convienen.",
        "when_too_long": "Escriba 200 caracteres como máximo, o llámenos.",
        "asked_already": "Ya ha pedido otra hora. Le llamaremos.",
        "problem": "Hay un problema",
        "error": "Error",
        "skip": "Ir al contenido",
        "help": "¿Necesita ayuda?",
        "help_call": "Llame a la clínica al",
        "emergency": "En una emergencia llame al",
        "dead_title": "Este enlace no funciona",
        "dead_what": "Qué hacer",
        "dead_text": "Puede que la cita ya haya pasado o que el enlace esté incompleto. Abra otra vez el enlace del"
        " mensaje, o llámenos.",
        "dead_call": "Llamar al",
    },
    "fr": {
        "title": "Votre rendez-vous du {day}",
        "hello": "Bonjour {name}",
        "is_cancelled": "Ce rendez-vous est annulé.",
        "is_over": "Ce rendez-vous est passé.",
        "is_here": "Votre arrivée est signalée : nous savons que vous êtes là.",
        "is_confirmed": "Vous avez confirmé ce rendez-vous.",
        "is_asked": "Vous avez demandé un autre horaire. Nous vous appellerons.",
        "question": "Venez-vous à ce rendez-vous ?",
        "stopped": "Nous ne vous enverrons plus de messages.",
        "thanks": "Merci. Nous avons votre réponse.",
        "yours": "Votre rendez-vous",
        "coming": "Oui, je viens",
        "to_calendar": "L’ajouter à mon agenda",
        "here": "Êtes-vous arrivé ?",
        "your_code": "Votre code d’arrivée est {code}.",
        "check_in": "Signaler mon arrivée",
        "another": "Demander un autre horaire",
        "cancel_title": "Annuler",
        "cancel_hint": "Votre horaire sera donné à une autre personne.",
        "cancel": "Annuler ce rendez-vous",
        "messages": "Messages",
        "stop": "Ne plus m’envoyer de messages",
        "too_late": "Ce rendez-vous ne peut plus être modifié ici. Veuillez nous appeler.",
        "changed": "Le rendez-vous a changé depuis que vous avez ouvert cette page. Veuillez le revoir.",
        "when_label": "Quels jours ou horaires vous conviennent ?",
        "when_help": "200 caractères au plus. N’écrivez rien sur votre santé ici.",
        "when_missing": "Dites-nous quels jours ou horaires vous conviennent.",
        "when_too_long": "Écrivez 200 caractères au plus, ou appelez-nous.",
        "asked_already": "Vous avez déjà demandé un autre horaire. Nous vous appellerons.",
        "problem": "Il y a un problème",
        "error": "Erreur",
        "skip": "Aller au contenu",
        "help": "Besoin d’aide ?",
        "help_call": "Appelez la clinique au",
        "emergency": "En cas d’urgence, appelez le",
        "dead_title": "Ce lien ne fonctionne pas",
        "dead_what": "Que faire",
        "dead_text": "Le rendez-vous est peut-être passé, ou le lien est incomplet. Ouvrez de nouveau le lien du"
        " message, ou appelez-nous.",
        "dead_call": "Appeler le",
    },
    "de": {
        "title": "Ihr Termin am {day}",
        "hello": "Guten Tag {name}",
        "is_cancelled": "Dieser Termin ist abgesagt.",
        "is_over": "Dieser Termin ist vorbei.",
        "is_here": "Sie sind angemeldet: Wir wissen, dass Sie da sind.",
        "is_confirmed": "Sie haben diesen Termin bestätigt.",
        "is_asked": "Sie haben um einen anderen Termin gebeten. Wir rufen Sie an.",
        "question": "Kommen Sie zu diesem Termin?",
        "stopped": "Wir senden Ihnen keine Nachrichten mehr.",
        "thanks": "Vielen Dank. Wir haben Ihre Antwort.",
        "yours": "Ihr Termin",
        "coming": "Ja, ich komme",
        "to_calendar": "In meinen Kalender eintragen",
        "here": "Sind Sie da?",
        "your_code": "Ihr Code für die Anmeldung ist {code}.",
        "check_in": "Anmelden",
        "another": "Einen anderen Termin erbitten",
        "cancel_title": "Absagen",
        "cancel_hint": "Ihr Termin wird an jemand anderen vergeben.",
        "cancel": "Diesen Termin absagen",
        "messages": "Nachrichten",
        "stop": "Keine Nachrichten mehr senden",
        "too_late": "Dieser Termin kann hier nicht mehr geändert werden. Bitte rufen Sie uns an.",
        "changed": "Der Termin hat sich geändert, seit Sie diese Seite geöffnet haben. Bitte sehen Sie nochmals hin.",
        "when_label": "Welche Tage oder Zeiten passen Ihnen?",
        "when_help": "Höchstens 200 Zeichen. Bitte schreiben Sie hier nichts über Ihre Gesundheit.",
        "when_missing": "Sagen Sie uns, welche Tage oder Zeiten Ihnen passen.",
        "when_too_long": "Bitte höchstens 200 Zeichen, oder rufen Sie uns an.",
        "asked_already": "Sie haben schon um einen anderen Termin gebeten. Wir rufen Sie an.",
        "problem": "Etwas stimmt nicht",
        "error": "Fehler",
        "skip": "Zum Inhalt",
        "help": "Brauchen Sie Hilfe?",
        "help_call": "Rufen Sie die Praxis an:",
        "emergency": "Im Notfall rufen Sie",
        "dead_title": "Dieser Link funktioniert nicht",
        "dead_what": "Was Sie tun können",
        "dead_text": "Der Termin ist vielleicht vorbei, oder der Link ist unvollständig. Öffnen Sie den Link in der"
        " Nachricht noch einmal, oder rufen Sie uns an.",
        "dead_call": "Anrufen:",
    },
}


def words_in(tag, of_page=None):
    """The sentences in this language without its country, or in English, with those `of_page`; `language` is the one
    that was found."""
    language = (tag or FALLBACK).partition("-")[0].lower()
    language = language if language in WORDS else FALLBACK
    return {"language": language, **WORDS[language], **(of_page or {}).get(language, {})}


def words_of(request, of_page=None):
    """Where nobody knows whose page it is: what the browser asks for."""
    return words_in(get_language_from_request(request), of_page)


def words_about(row, of_page=None):
    """The sentences about an appointment, or an offer of one, in its patient's language, with its day and time."""
    words = words_in(row.patient.language, of_page)
    language, day = words["language"], day_of(words["language"], row.date)
    with translation.override(language):
        sheet = {"weekday": date_format(row.date, "D"), "month": date_format(row.date, "M")}
    return words | sheet | {
        "day": day,
        "clock": clock_in(language, row.time),
        "title": words["title"].format(day=day),
        "hello": words["hello"].format(name=name_of(row.patient)),
    }  # fmt: skip


def words_about_offer(offer):
    words, until = words_about(offer, OFFERED), timezone.localtime(offer.held_until)
    language, later = words["language"], offer.waiting_request.appointment
    clock = clock_in(language, until.time())
    if until.date() != timezone.localdate():
        clock = f"{clock} ({day_of(language, until.date())})"
    return words | {
        "is_held": words["is_held"].format(until=clock),
        "instead": later and words["instead"].format(later=day_of(language, later.date)),
    }


def words_about_door(appointment, *, opens):
    """Those of the check-in, in the language of the patient at the door."""
    words = words_about(appointment, DOOR)
    early = clock_in(words["language"], opens.time())
    return words | {
        "when": words["when"].format(clock=words["clock"], provider=appointment.provider),
        "too_early": words["too_early"].format(clock=early),
    }


def day_of(language, date):
    return day_in(language, date, with_year=date.year != timezone.localdate().year)
