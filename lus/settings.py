"""Django's settings. Everything that differs between places comes from the environment (`.env.example`)."""

import os
from pathlib import Path

from csp.constants import NONE, SELF

from lus.env import DEVELOPMENT_SECRET, env, is_on, refuse_unsafe
from lus.logs import logging_settings

refuse_unsafe(os.environ)

BASE_DIR = Path(__file__).resolve().parent.parent
PRODUCTION = env("LUS_ENV", default="development") == "production"
DEMO = is_on(os.environ, "LUS_DEMO")  # known accounts, invented county, e-mail into a folder
TESTING = is_on(os.environ, "LUS_TEST")

DEBUG = False  # its error pages show the values of variables, and those are patients
SECRET_KEY = env("SECRET_KEY", default=DEVELOPMENT_SECRET)
ALLOWED_HOSTS = env.list("ALLOWED_HOSTS", default=["*"])
CSRF_TRUSTED_ORIGINS = env.list("CSRF_TRUSTED_ORIGINS", default=[])

INSTALLED_APPS = [
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "django.contrib.postgres",
    "rest_framework",
    "drf_spectacular",
    "drf_spectacular_sidecar",
    "django_htmx",
    "csp",
    "pgtrigger",
    "axes",
    # the platform, bottom up
    "lus.organisations",
    "lus.persons",
    "lus.access_log",
    "lus.one_time",
    "lus.downtime",
    "lus.events",
    "lus.notifications",
    "lus.on_call",
    "lus.deadlines",
    "lus.web",
    "lus.api",
    # what stands on it
    "discharge",
    "sip",
    "deviations",
    "followup",
    "lus.simulation",
    "lus",  # ties the apps together: lus/reactions.py
]

MIDDLEWARE = [
    "lus.web.request_log.RequestLog",
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "csp.middleware.CSPMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "lus.web.read_only.ReadOnly",
    "lus.web.session_limits.SessionLimits",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django_htmx.middleware.HtmxMiddleware",
    "lus.web.actor_middleware.ActorMiddleware",
    "discharge.views.shell_counts.ShellCounts",
    "lus.web.problem_pages.ProblemPages",
    "axes.middleware.AxesMiddleware",
]

ROOT_URLCONF = "lus.urls"
WSGI_APPLICATION = "lus.wsgi.application"
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [BASE_DIR / "templates"],
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "lus.web.shell.shell",
            ],
            "builtins": ["lus.web.templatetags.look"],
        },
    },
    {
        # Big tables only: the same 50 x 11 table takes a ninth of the time here. Autoescape is the default.
        "BACKEND": "django.template.backends.jinja2.Jinja2",
        "NAME": "jinja2",
        "DIRS": [BASE_DIR / "templates" / "jinja"],
        "APP_DIRS": False,
        "OPTIONS": {"autoescape": True, "environment": "lus.web.jinja_environment.environment"},
    },
]

# --- PostgreSQL --------------------------------------------------------------------------------------
# A pooler in transaction mode keeps no session state: no kept connections, no start-up options, no cursors.
POOLED = env.bool("POOLED", default=False)
# web 5, worker 60; commands 0, which is no limit at all
_STATEMENT_SECONDS = env.int("STATEMENT_TIMEOUT_SECONDS", default=0)
_TIMEOUTS = f"-c statement_timeout={_STATEMENT_SECONDS}s -c lock_timeout=2s"
_TIMEOUTS += " -c idle_in_transaction_session_timeout=15s"
DATABASES = {
    "default": {
        **env.db_url("DATABASE_URL", default="postgres://postgres@localhost/lus"),
        "CONN_MAX_AGE": 0 if POOLED else env.int("CONN_MAX_AGE", default=60),
        "CONN_HEALTH_CHECKS": True,
        "DISABLE_SERVER_SIDE_CURSORS": POOLED,
        "ATOMIC_REQUESTS": False,  # an act opens its own transaction; a read is logged even when its page fails
    }
}
if _STATEMENT_SECONDS and not POOLED:
    DATABASES["default"].setdefault("OPTIONS", {})["options"] = _TIMEOUTS
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

# --- Redis protocol: wakes and caches, remembers nothing ---------------------------------------------
REDIS_URL = env("REDIS_URL", default="redis://localhost:6379/0")
CACHES = {
    "default": {
        "BACKEND": "django.core.cache.backends.redis.RedisCache",
        "LOCATION": REDIS_URL,
        "KEY_PREFIX": "lus",
        "OPTIONS": {"socket_connect_timeout": 0.5, "socket_timeout": 0.5},
    }
}

# --- When the system is down: docs/operations.md, Reservrutin -----------------------------------------
DOWNTIME_KEY = env("DOWNTIME_KEY", default=DEVELOPMENT_SECRET)
SPOOL_FOLDER = env("SPOOL_FOLDER", default=str(BASE_DIR / "build" / "spool"))

# After a commit the worker is nudged; tests turn it off because most of them have no worker.
LUS_WAKE_WORKER = env.bool("LUS_WAKE_WORKER", default=not TESTING)
# A transfer to another hospital: new_case (a case of its own in the same care chain) or same_case.
LUS_TRANSFER_BETWEEN_PROVIDERS = env("TRANSFER_BETWEEN_PROVIDERS", default="new_case")

# --- People and sessions -----------------------------------------------------------------------------
AUTH_USER_MODEL = "organisations.User"
AUTHENTICATION_BACKENDS = ["axes.backends.AxesStandaloneBackend", "django.contrib.auth.backends.ModelBackend"]
PASSWORD_HASHERS = ["django.contrib.auth.hashers.Argon2PasswordHasher"]
if TESTING:  # argon2 takes a quarter of a second for each invented user
    PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
AUTH_PASSWORD_VALIDATORS = [
    {
        "NAME": "django.contrib.auth.password_validation.MinimumLengthValidator",
        "OPTIONS": {"min_length": 12},
    },
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
]
LOGIN_URL = "/login/"
LOGIN_REDIRECT_URL = "/"
LOGOUT_REDIRECT_URL = "/login/"
AXES_LOCKOUT_PARAMETERS = [["username", "ip_address"]]  # one guesser never locks out the person elsewhere
AXES_FAILURE_LIMIT = 6
AXES_COOLOFF_TIME = 0.25  # hours
AXES_RESET_ON_SUCCESS = True
AXES_SENSITIVE_PARAMETERS = ["username", "ip_address"]
AXES_VERBOSE = False
AXES_LOCKOUT_CALLABLE = "lus.web.problem_pages.lockout"
# One-time codes: wrong tries from one address, and how long it then waits (the handbook's SIP page, 6; assumption).
ONE_TIME_TRIES = 5
ONE_TIME_LOCK_SECONDS = 15 * 60
CSRF_FAILURE_VIEW = "lus.web.problem_pages.form_too_old"
# One click signs in as an invented person; asked for only when DEMO is on.
LUS_DEMO_ACCOUNTS = "lus.simulation.accounts.demo_accounts"

SESSION_ENGINE = "django.contrib.sessions.backends.db"  # a lost Redis signs nobody out
ATTACHMENT_MAX_BYTES = env.int("ATTACHMENT_MAX_BYTES", default=5_000_000)
SESSION_IDLE_SECONDS = env.int("SESSION_IDLE_MINUTES", default=20) * 60
SESSION_ABSOLUTE_SECONDS = 12 * 60 * 60
SESSION_COOKIE_AGE = SESSION_IDLE_SECONDS  # slides: see lus/web/session_limits.py
SESSION_COOKIE_HTTPONLY = CSRF_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = CSRF_COOKIE_SAMESITE = "Lax"
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = PRODUCTION
# `__Host-` makes the browser refuse a cookie set by a neighbour domain; it demands https.
SESSION_COOKIE_NAME = "__Host-lus_session" if PRODUCTION else "lus_session"
CSRF_COOKIE_NAME = "__Host-lus_csrf" if PRODUCTION else "lus_csrf"

# --- What the browser may do -------------------------------------------------------------------------
SECURE_CONTENT_TYPE_NOSNIFF = True
SECURE_REFERRER_POLICY = "same-origin"  # "no-referrer" makes browsers send `Origin: null`, which CSRF refuses
SECURE_CROSS_ORIGIN_OPENER_POLICY = "same-origin"
X_FRAME_OPTIONS = "DENY"
SECURE_SSL_REDIRECT = PRODUCTION
SECURE_REDIRECT_EXEMPT = [r"^livez$", r"^readyz$"]  # asked inside the container, without TLS
SECURE_HSTS_SECONDS = 31_536_000 if PRODUCTION else 0
SECURE_HSTS_INCLUDE_SUBDOMAINS = SECURE_HSTS_PRELOAD = PRODUCTION
if PRODUCTION:  # the proxy ends TLS, and is the only one that reaches the web process
    SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
# Set only when the stream has a port of its own (the demo); in production the proxy gives both the same origin.
LIVE_PORT = int(env("LIVE_PORT", default="") or 0)
CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [NONE],
        "script-src": [SELF],
        "style-src": [SELF],
        "img-src": [SELF, "data:"],  # the design system's CSS carries its icons as data
        "font-src": [SELF],
        "connect-src": [SELF, *([f"*:{LIVE_PORT}"] if LIVE_PORT else [])],
        "form-action": [SELF],
        "base-uri": [NONE],
        "frame-ancestors": [NONE],
        "object-src": [NONE],
    }
}

# --- Words, time, files, letters ---------------------------------------------------------------------
LANGUAGE_CODE = "sv"
LANGUAGES = [("sv", "Svenska")]
TIME_ZONE = "Europe/Stockholm"
USE_TZ = True

STATIC_URL = "/static/"
_NODE = BASE_DIR / "node_modules"
_FROM_NODE = (
    ("ds-css", _NODE / "@digdir/designsystemet-css/dist/src"),
    ("ds-theme", _NODE / "@digdir/designsystemet-css/dist/theme"),
    ("fonts", _NODE / "@fontsource-variable/source-sans-3/files"),
)
# Named folders only, never the whole of node_modules; skipped when absent so that rules are tested without npm.
STATICFILES_DIRS = [(name, folder) for name, folder in _FROM_NODE if folder.is_dir()]
if PRODUCTION:
    STATIC_ROOT = env("STATIC_ROOT", default=str(BASE_DIR / "static_root"))
    STORAGES = {
        "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
        "staticfiles": {"BACKEND": "whitenoise.storage.CompressedManifestStaticFilesStorage"},
    }
WHITENOISE_USE_FINDERS = not PRODUCTION
WHITENOISE_KEEP_ONLY_HASHED_FILES = True

vars().update(env.email_url("EMAIL_URL", default="consolemail://"))
# where the opaque link in a nudge leads
PUBLIC_URL = env("PUBLIC_URL", default=(CSRF_TRUSTED_ORIGINS or ["http://127.0.0.1:8000"])[0])
DEFAULT_FROM_EMAIL = env("EMAIL_FROM", default="LUS <lus@example.invalid>")

# Text messages: console (a line in the log), file (a folder; the demo), or http (an operator's address).
SMS_GATEWAY = env("SMS_GATEWAY", default="console")
SMS_FILE_PATH = env("SMS_FILE_PATH", default="build/sms")
SMS_URL = env("SMS_URL", default="")
SMS_TOKEN = env("SMS_TOKEN", default="")
SMS_SENDER = env("SMS_SENDER", default="LUS")
SMS_TIMEOUT_SECONDS = env.int("SMS_TIMEOUT_SECONDS", default=5)

REST_FRAMEWORK = {
    "DEFAULT_AUTHENTICATION_CLASSES": ["lus.api.authentication.SessionOrDemoToken"],
    "DEFAULT_PERMISSION_CLASSES": ["lus.api.permissions.HasAssignment"],
    "DEFAULT_RENDERER_CLASSES": ["rest_framework.renderers.JSONRenderer"],
    "DEFAULT_PARSER_CLASSES": ["rest_framework.parsers.JSONParser"],
    "DEFAULT_SCHEMA_CLASS": "drf_spectacular.openapi.AutoSchema",
    "EXCEPTION_HANDLER": "lus.api.problems.exception_handler",
}
SPECTACULAR_SETTINGS = {
    "TITLE": "LUS",
    "DESCRIPTION": "Samverkan vid utskrivning: samma handlingar som på sidorna.",
    "VERSION": "1",
    "SWAGGER_UI_DIST": "SIDECAR",
    "SWAGGER_UI_FAVICON_HREF": "SIDECAR",
    "SERVE_INCLUDE_SCHEMA": False,
    "OAS_VERSION": "3.1.0",
    "SCHEMA_PATH_PREFIX": "/api/v1",
    "ENUM_NAME_OVERRIDES": {
        "ConsentFormEnum": "discharge.api.block_bodies.FORM_CHOICES",
        "HandoverPartEnum": "discharge.api.leaving_bodies.PART_CHOICES",
        "ProtectionLevelEnum": "discharge.api.bodies_of_notices.PROTECTIONS",
        "LegalStatusChangeEnum": "discharge.api.bodies_of_chain.NEXT_CHOICES",
        "AnswerEnum": "discharge.api.home_ready_bodies.ANSWER_CHOICES",
        "ResultEnum": "discharge.api.leaving_bodies.RESULT_CHOICES",
        "GivenByEnum": "sip.bodies.GIVEN_BY",
        "HarmTestOutcomeEnum": "sip.consent_bodies.HARM_TEST_OUTCOMES",
        "ConsentKindEnum": "sip.consent_bodies.KINDS",
        "SipConsentFormEnum": "sip.consent_bodies.FORMS",
        "SipConsentGivenByEnum": "sip.consent_bodies.GIVEN_BY",
        "SipOfferedHowEnum": "sip.bodies.OFFERED_HOW",
        "SipSlotAnswerEnum": "sip.poll_bodies.ANSWERS_TO_SLOT",
        "SipMeetingPlaceEnum": "sip.summons_bodies.PLACES",
        "SipPersonAnswerEnum": "sip.people_api.PERSON_ANSWERING",
        "SipInvitedEnum": "sip.summons_bodies.INVITED",
        "SipUnitHowEnum": "sip.bodies.UNIT_HOW",
        "SipSummonsAnswerEnum": "sip.bodies.ANSWERS",
        "SipResultEnum": "sip.bodies.RESULTS",
        "SipOutcomeEnum": "sip.bodies.OUTCOMES",
        "SipCloseReasonEnum": "sip.bodies.CLOSE_REASONS",
        "SipPresentEnum": "sip.bodies.PRESENT",
        "SipTargetGroupEnum": "sip.bodies.TARGET_GROUPS",
        "SipObstacleEnum": "sip.bodies.OBSTACLES",
        "SipRequestedByEnum": "sip.bodies.REQUESTED_BY",
        "SipHelpedEnum": "sip.bodies.HELPED",
        "SurveyKindEnum": "followup.bodies.SURVEY_KINDS",
    },
    "POSTPROCESSING_HOOKS": [
        "drf_spectacular.hooks.postprocess_schema_enums",
        "lus.api.schema.add_problems",
    ],
}

LOGGING = logging_settings(hide_messages=PRODUCTION, level=env("LOG_LEVEL", default="INFO"))
