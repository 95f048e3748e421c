# The image of migrate, web, live, worker and beat. Build it with `docker compose build`; see docs/operations.md.
FROM node:22-slim AS assets
WORKDIR /assets
COPY package.json package-lock.json .npmrc ./
RUN npm ci --ignore-scripts --no-audit --no-fund

FROM python:3.13-slim
ENV PYTHONUNBUFFERED=1 PYTHONDONTWRITEBYTECODE=1
WORKDIR /srv/lus
COPY bootstrap.lock requirements.lock ./
RUN pip install --no-cache-dir --require-hashes -r bootstrap.lock \
 && uv pip install --system --no-cache --compile-bytecode --require-hashes -r requirements.lock \
 && pip uninstall --yes uv
COPY --from=assets /assets/node_modules node_modules
COPY manage.py ./
COPY templates templates
COPY lus lus
COPY discharge discharge
COPY sip sip
COPY deviations deviations
COPY followup followup
# Static files get names with their checksum here, once; the settings must be production's, the values need not.
COPY tests/production_like.env /tmp/
RUN set -a && . /tmp/production_like.env && python manage.py collectstatic --no-input && rm /tmp/production_like.env
RUN useradd --system --no-create-home --shell /usr/sbin/nologin lus && install -d -o lus -m 700 /spool
USER lus
EXPOSE 8000 8010
