"""How Celery behaves: work is done at least once, no later time is kept in the broker, which may come back empty."""

from django.conf import settings

from lus import schedule
from lus.env import celery_address, env

broker_url = celery_address(settings.REDIS_URL)
broker_connection_retry_on_startup = True
broker_transport_options = {
    "visibility_timeout": 120,  # the default hour leaves the work of a killed worker stuck that long
    "socket_timeout": 5,
    "socket_connect_timeout": 0.5,
    "health_check_interval": 25,
}
# Without a broker a wake-up is given up within half a second; the sweep does the same work.
task_publish_retry = False
task_ignore_result = True
task_acks_late = True
task_reject_on_worker_lost = True
task_soft_time_limit = 25
task_time_limit = 30
task_default_queue = env("CELERY_QUEUE", default="wake")
# A slow operator of text messages keeps nobody's e-mail waiting. One worker takes both unless it is told which (-Q).
SMS_QUEUE = f"{task_default_queue}-sms"
task_queues: dict[str, dict[str, str]] = {task_default_queue: {}, SMS_QUEUE: {}}
task_routes = {"lus.notifications.tasks.deliver_sms": {"queue": SMS_QUEUE}}
task_serializer = "json"
accept_content = ["json"]
worker_prefetch_multiplier = 1
worker_soft_shutdown_timeout = env.int("WORKER_SOFT_SHUTDOWN_SECONDS", default=5)
worker_hijack_root_logger = False
timezone = "UTC"
enable_utc = True
beat_schedule = schedule.beat_schedule()
