"""The back office's pages of messages: the clinic's words, the queue, and the outbox."""

from django import forms
from django.contrib import admin

from audit.looks import LooksRecorded
from emr_site.back_office.tables import EditedAdmin, ReadAdmin
from reception.messages import MESSAGES
from reception.models import Message, MessageTemplate, OutboxDelivery, Purpose
from reception.outbox.words import IN_LETTERS, PLACEHOLDERS, unknown_placeholders


def listed(names):
    return ", ".join(f"{{{name}}}" for name in names)


class MessageTemplateForm(forms.ModelForm):
    code = forms.ChoiceField(label="Purpose", choices=Purpose.choices)

    class Meta:
        model = MessageTemplate
        fields = ("code", "channel", "language", "subject", "body")
        help_texts = {
            "body": f"These are filled in: {listed(PLACEHOLDERS)}; in a letter {{preparation}} too, whose"
            " paragraph is left out where there is none. No word of why the patient comes."
        }

    def clean_subject(self):
        return self.without_unknown("subject")

    def clean_body(self):
        return self.without_unknown("body")

    def without_unknown(self, name):
        text = self.cleaned_data[name]
        known = IN_LETTERS if self.cleaned_data.get("channel") == "letter" else PLACEHOLDERS
        unknown = unknown_placeholders(text, known)
        if unknown:
            raise forms.ValidationError(f"Nothing fills in {', '.join(unknown)}. What is filled in: {listed(known)}.")
        return text


@admin.register(MessageTemplate)
class MessageTemplateAdmin(EditedAdmin):
    refusals = MESSAGES
    form = MessageTemplateForm
    list_display = ("number", "code", "channel", "language", "subject")
    list_filter = ("code", "channel", "language")


@admin.register(Message)
class MessageAdmin(LooksRecorded, ReadAdmin):
    list_display = ("number", "patient", "purpose", "channel", "state", "not_before", "attempts", "last_error")
    list_display_links = ("number", "patient")
    list_select_related = ("patient",)
    list_filter = ("state", "channel")
    search_fields = ("id__exact", "patient__mrn__exact")
    search_help_text = "A message number, or a medical record number"


@admin.register(OutboxDelivery)
class OutboxDeliveryAdmin(LooksRecorded, ReadAdmin):
    """What would have gone out, as it would have read, when no mail server is set."""

    list_display = ("number", "delivered_at", "channel", "recipient", "patient")
    list_display_links = ("number", "delivered_at")
    list_select_related = ("message", "patient")
    search_fields = ("message_id__exact", "patient__mrn__exact")
    search_help_text = "A message number, or a medical record number"
    fields = ("patient", "delivered_at", "channel", "recipient", "subject", "body")
    readonly_fields = ("channel", "recipient", "subject", "body")

    @admin.display(description="by")
    def channel(self, delivery):
        return delivery.message.get_channel_display()

    @admin.display(description="to")
    def recipient(self, delivery):
        return delivery.message.recipient

    def subject(self, delivery):
        return delivery.message.subject or "–"

    def body(self, delivery):
        return delivery.message.body
