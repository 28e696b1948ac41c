#!/bin/bash
# Runs once, when PostgreSQL makes its data folder. The owner migrates; the application's login owns nothing and is a
# member of the two roles whose grants the migrations write.
set -euo pipefail

psql --no-psqlrc --set ON_ERROR_STOP=1 --username "$POSTGRES_USER" --dbname postgres \
  --set owner_password="$(cat /secrets/database/owner_password)" \
  --set application_password="$(cat /secrets/database/application_password)" <<'SQL'
CREATE ROLE vigia_owner LOGIN CREATEROLE PASSWORD :'owner_password';
CREATE ROLE vigia_app NOLOGIN;
CREATE ROLE vigia_public NOLOGIN;
CREATE ROLE vigia_app_login LOGIN PASSWORD :'application_password';
GRANT vigia_app, vigia_public TO vigia_owner WITH ADMIN OPTION;
GRANT vigia_app, vigia_public TO vigia_app_login;
CREATE DATABASE vigia OWNER vigia_owner;
REVOKE ALL ON DATABASE vigia FROM PUBLIC;
GRANT CONNECT, TEMPORARY ON DATABASE vigia TO vigia_app;
GRANT CONNECT ON DATABASE vigia TO vigia_public;
SQL
