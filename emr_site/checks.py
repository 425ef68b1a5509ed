"""What the rules need of the database's server, and patients of the settings.

`migrate` and `check --database` ask the server, `check --deploy` the settings; script/production runs both.
"""

from urllib.parse import urlsplit

from django.conf import settings
from django.core.checks import Error, Tags, register
from django.db import connections
from phonenumbers import SUPPORTED_REGIONS


@register(Tags.database)
def foreign_keys_hold(databases, **kwargs):
    """MySQL 9.6 and later do not look a reference up where the rest of its index is empty, unless InnoDB does it.

    Seen on 9.7: with an index (visit_id, date), a row without a date is let in for a visit that does not exist.
    """
    for alias in databases or ():
        with connections[alias].cursor() as cursor:
            cursor.execute("SHOW GLOBAL VARIABLES LIKE 'innodb_native_foreign_keys'")
            if cursor.fetchone() not in (None, ("innodb_native_foreign_keys", "ON")):
                return [
                    Error(
                        "This server lets rows refer to what does not exist.",
                        hint="Start MySQL with innodb_native_foreign_keys=ON.",
                        id="emr_site.E001",
                    )
                ]
    return []


@register(Tags.database)
def clock_is_utc(databases, **kwargs):
    """The pages' connections set their zone; whoever else writes gets the server's in every moment that a table fills.

    Asked for a day in winter and one in summer: London is no UTC.
    """
    for alias in databases or ():
        with connections[alias].cursor() as cursor:
            cursor.execute(
                "SELECT CONVERT_TZ('2026-01-01', '+00:00', @@global.time_zone) = '2026-01-01'"
                " AND CONVERT_TZ('2026-07-01', '+00:00', @@global.time_zone) = '2026-07-01'"
            )
            if cursor.fetchone() != (1,):
                return [
                    Error(
                        "This server's clock is not in UTC.",
                        hint="Start the server with default_time_zone=+00:00, or: SET GLOBAL time_zone = '+00:00'.",
                        id="emr_site.E005",
                    )
                ]
    return []


# Where nobody but this machine is.
AT_HOME = ("localhost", "127.0.0.1", "::1", "0.0.0.0")  # noqa: S104 (nothing is bound)


def leads_here(url):
    """Whether an address is one that patients' phones can open, and nobody can listen in on."""
    parts = urlsplit(url)
    return parts.scheme == "https" and bool(parts.hostname) and parts.hostname not in AT_HOME


@register(Tags.security, deploy=True)
def links_lead_here(app_configs, **kwargs):
    """Messages carry links to SITE_URL: with its default every patient's link would lead to their own phone."""
    if settings.DEBUG or leads_here(settings.SITE_URL):
        return []
    hint = "Set SITE_URL to the https address under which patients reach this product, such as https://emr.clinic.org."
    return [Error(f"The links in messages would lead to {settings.SITE_URL}.", hint=hint, id="emr_site.E002")]


@register()
def country_is_known(app_configs, **kwargs):
    """Phone numbers without a country code are of this country."""
    if settings.CLINIC_COUNTRY in SUPPORTED_REGIONS:
        return []
    hint = "Set CLINIC_COUNTRY to an ISO 3166 code of two letters, such as GB."
    return [Error(f"Nobody dials in a country named {settings.CLINIC_COUNTRY!r}.", hint=hint, id="emr_site.E004")]


@register(Tags.security, deploy=True)
def text_messages_are_private(app_configs, **kwargs):
    """A text message names a patient and a clinic: it goes to its service by TLS or not at all."""
    if settings.DEBUG or "sms" not in settings.MESSAGE_TRANSPORT or leads_here(settings.SMS_URL):
        return []
    hint = "Set EMR_SMS_URL to the https address of the service, or EMR_MESSAGE_TRANSPORT to one without sms."
    return [Error("Text messages have no safe way out.", hint=hint, id="emr_site.E003")]
