#!/bin/sh
# One database and one owner per service; no service can read another's. Runs once, on an empty data volume.
set -eu

for service in survey feedback kpi gateway; do
    export SERVICE="$service"
    SERVICE_PASSWORD=$(printenv "$(echo "$service" | tr '[:lower:]' '[:upper:]')_DB_PASSWORD")
    export SERVICE_PASSWORD
    # psql reads the password itself, so it shows in no list of processes.
    psql -v ON_ERROR_STOP=1 --quiet --username "$POSTGRES_USER" --dbname postgres <<'SQL'
\getenv name SERVICE
\getenv password SERVICE_PASSWORD
CREATE ROLE :"name" LOGIN PASSWORD :'password';
CREATE DATABASE :"name" OWNER :"name";
REVOKE ALL ON DATABASE :"name" FROM PUBLIC;
SQL
done
