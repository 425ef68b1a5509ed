"""Settings of the product, read from the environment, from .env, or by the defaults below.

.env.example lists every name with a comment.
"""

from pathlib import Path

import environ
from csp.constants import NONE, SELF
from django.contrib.messages import constants as message_levels

from emr_site.databases import connections
from emr_site.logs import logging_settings
from emr_site.production import is_production, refuse_shared_accounts, refuse_unsafe_production

BASE_DIR = Path(__file__).resolve().parent.parent
SQL_DIR = BASE_DIR / "sql"
DEVELOPMENT_SECRET_KEY = "django-insecure-known-to-everyone-who-reads-this-file"  # noqa: S105

environ.Env.read_env(BASE_DIR / ".env")
env = environ.Env(
    DJANGO_ENV=(str, "development"),
    DEBUG=(bool, False),
    SECRET_KEY=(str, ""),
    ALLOWED_HOSTS=(list, ["localhost", "127.0.0.1", "[::1]"]),
    CSRF_TRUSTED_ORIGINS=(list, []),
    BEHIND_PROXY=(bool, False),
    DATABASE_URL=(str, ""),
    OWNER_DATABASE_URL=(str, ""),
    REPORTS_DATABASE_URL=(str, ""),
    EMR_DATABASE=(str, "emr"),
    CLINIC_NAME=(str, "Northgate Clinic"),
    CLINIC_PHONE=(str, "01632 960 100"),
    CLINIC_CURRENCY=(str, "EUR"),
    CLINIC_TIME_ZONE=(str, "Europe/London"),
    CLINIC_COUNTRY=(str, "GB"),
    SESSION_IDLE_MINUTES=(int, 30),
    CLINIC_ADDRESS=(str, "12 Northgate Street, Newcastle NE1 2AB"),
    SITE_URL=(str, "http://127.0.0.1:8000"),
    EMR_MESSAGE_TRANSPORT=(str, "outbox"),
    EMAIL_URL=(str, "smtp://localhost:25"),
    CLINIC_EMAIL=(str, "desk@clinic.example"),
    OFFER_HOLD_MINUTES=(int, 60),
    OFFER_NOTICE_HOURS=(int, 2),
    CHECK_IN_LEAD_MINUTES=(int, 60),
    MESSAGE_QUIET_HOURS=(str, "20:00-08:00"),
    MESSAGE_REMINDER_HOURS=(list, ["48", "3"]),
    EMR_MESSAGE_NOTICES=(bool, True),
    EMR_SMS_URL=(str, ""),
    EMR_SMS_TOKEN=(str, ""),
)

PRODUCTION = is_production(env("DJANGO_ENV"))
DEBUG = env("DEBUG")
SECRET_KEY = env("SECRET_KEY") or DEVELOPMENT_SECRET_KEY
ALLOWED_HOSTS = env("ALLOWED_HOSTS")
CSRF_TRUSTED_ORIGINS = env("CSRF_TRUSTED_ORIGINS")
BEHIND_PROXY = env("BEHIND_PROXY")
if PRODUCTION:
    refuse_unsafe_production(debug=DEBUG, secret_key=SECRET_KEY, default_key=DEVELOPMENT_SECRET_KEY)

CLINIC_NAME = env("CLINIC_NAME")
CLINIC_PHONE = env("CLINIC_PHONE")
CLINIC_CURRENCY = env("CLINIC_CURRENCY")
CLINIC_COUNTRY = env("CLINIC_COUNTRY")
CLINIC_ADDRESS = env("CLINIC_ADDRESS")

# The rooms stand in their order, uppermost first; emr_site comes before Django's own applications
# because its `migrate` deploys the SQL code as well.
INSTALLED_APPS = [
    "billing",
    "clinical",
    "reception",
    "audit",
    "accounts",
    "emr_site",
    "emr_site.back_office.apps.BackOfficeConfig",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "axes",
    "crispy_forms",
    "crispy_bootstrap5",
    "csp",
    "django_filters",
    "django_htmx",
    "django_tables2",
]

MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    *(["emr_site.proxy.ProxyAddressMiddleware"] if BEHIND_PROXY else []),
    # In development and in tests Django's own server finds the static files where they lie.
    *(["whitenoise.middleware.WhiteNoiseMiddleware"] if PRODUCTION else []),
    "emr_site.caching.NoStoreMiddleware",
    "csp.middleware.CSPMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "emr_site.sessions.IdleSessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "emr_site.actor.ActorMiddleware",
    "audit.middleware.DenialMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "django_htmx.middleware.HtmxMiddleware",
    "emr_site.not_allowed.NotAllowedPageMiddleware",
    "axes.middleware.AxesMiddleware",
]

ROOT_URLCONF = "emr_site.urls"
WSGI_APPLICATION = "emr_site.wsgi.application"

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [BASE_DIR / "templates"],
        # Django keeps the compiled templates of both places in memory.
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "emr_site.context.clinic",
                "emr_site.navigation.navigation",
            ],
        },
    },
]
MESSAGE_TAGS = {message_levels.ERROR: "danger"}
CRISPY_ALLOWED_TEMPLATE_PACKS = "bootstrap5"
CRISPY_TEMPLATE_PACK = "bootstrap5"
DJANGO_TABLES2_TEMPLATE = "django_tables2/bootstrap5-responsive.html"

# --- The database ----------------------------------------------------------------------------------------
DATABASES = connections(env)
if PRODUCTION:
    refuse_shared_accounts(DATABASES)
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

# --- Who signs in ----------------------------------------------------------------------------------------
AUTH_USER_MODEL = "accounts.User"
AUTHENTICATION_BACKENDS = ["axes.backends.AxesStandaloneBackend", "accounts.backends.CheckLoginBackend"]
PASSWORD_HASHERS = ["emr_site.hashers.ClinicArgon2Hasher"]
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator"},
    {"NAME": "django.contrib.auth.password_validation.MinimumLengthValidator", "OPTIONS": {"min_length": 12}},
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
]
LOGIN_URL = "accounts:sign_in"
LOGIN_REDIRECT_URL = "home"
LOGOUT_REDIRECT_URL = "accounts:sign_in"

# Ten wrong passwords for one name from one address close that door for a quarter of an hour; nobody else's.
AXES_FAILURE_LIMIT = 10
AXES_COOLOFF_TIME = 0.25  # hours
AXES_LOCKOUT_PARAMETERS = [["username", "ip_address"]]
AXES_RESET_ON_SUCCESS = True
AXES_RESET_COOL_OFF_ON_FAILURE_DURING_LOCKOUT = False  # trying on does not keep the door shut
AXES_LOCKOUT_CALLABLE = "accounts.lockout.locked_out"
AXES_DISABLE_ACCESS_LOG = True  # the audit log keeps sign-ins
AXES_VERBOSE = False

SESSION_ENGINE = "emr_site.sessions"
SESSION_COOKIE_AGE = env("SESSION_IDLE_MINUTES") * 60
SESSION_COOKIE_SAMESITE = "Lax"
SESSION_COOKIE_NAME = "emr_session"

# --- Language and time -----------------------------------------------------------------------------------
LANGUAGE_CODE = "en-gb"
TIME_ZONE = env("CLINIC_TIME_ZONE")
USE_I18N = True
FORMAT_MODULE_PATH = ["emr_site.formats"]
USE_TZ = True

# --- Messages to patients --------------------------------------------------------------------------------
SITE_URL = env("SITE_URL").rstrip("/")
MESSAGE_TRANSPORT = env("EMR_MESSAGE_TRANSPORT")
MESSAGE_QUIET_HOURS = env("MESSAGE_QUIET_HOURS")
OFFER_HOLD_MINUTES, OFFER_NOTICE_HOURS = env("OFFER_HOLD_MINUTES"), env("OFFER_NOTICE_HOURS")
CHECK_IN_LEAD_MINUTES = env("CHECK_IN_LEAD_MINUTES")
MESSAGE_REMINDER_HOURS = sorted(int(hours) for hours in env("MESSAGE_REMINDER_HOURS"))
MESSAGE_NOTICES = env("EMR_MESSAGE_NOTICES")
SMS_URL = env("EMR_SMS_URL")
SMS_TOKEN = env("EMR_SMS_TOKEN")
vars().update(env.email_url_config(env("EMAIL_URL")))  # EMAIL_HOST, EMAIL_PORT and the others of Django
EMAIL_TIMEOUT = 20  # seconds
DEFAULT_FROM_EMAIL = env("CLINIC_EMAIL")

# --- Files -----------------------------------------------------------------------------------------------
STATIC_URL = "static/"
STATIC_ROOT = BASE_DIR / "collected_static"
STATICFILES_DIRS = [BASE_DIR / "static"]
STATIC_STORAGE = (
    "whitenoise.storage.CompressedManifestStaticFilesStorage"
    if PRODUCTION
    else "django.contrib.staticfiles.storage.StaticFilesStorage"
)
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": STATIC_STORAGE},
}

# --- What the browser may do -----------------------------------------------------------------------------
CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [SELF],
        "script-src": [SELF],
        "style-src": [SELF],
        "img-src": [SELF, "data:"],
        "object-src": [NONE],
        "base-uri": [NONE],
        "frame-ancestors": [NONE],
        "form-action": [SELF],
    }
}
X_FRAME_OPTIONS = "DENY"
SECURE_REFERRER_POLICY = "same-origin"
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = SECURE_SSL_REDIRECT = PRODUCTION
SECURE_HSTS_SECONDS = 365 * 24 * 3600 if PRODUCTION else 0
SECURE_HSTS_INCLUDE_SUBDOMAINS = SECURE_HSTS_PRELOAD = PRODUCTION
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https") if BEHIND_PROXY else None
# The health of one machine is asked by its own network, without TLS.
SECURE_REDIRECT_EXEMPT = [r"^health/"]

LOGGING = logging_settings()
