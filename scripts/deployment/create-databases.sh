#!/bin/sh
# Creates the roles and databases of Samverkan and Temporal that are missing; may be run again.
# The server and its superuser come from PGHOST, PGPORT, PGUSER and PGPASSWORD.
set -eu
: "${SAMVERKAN_DATABASE_PASSWORD:?}" "${TEMPORAL_DATABASE_PASSWORD:?}"

psql --quiet --no-psqlrc --set=ON_ERROR_STOP=1 --dbname=postgres <<'SQL'
\getenv samverkan_password SAMVERKAN_DATABASE_PASSWORD
\getenv temporal_password TEMPORAL_DATABASE_PASSWORD

select format('create role %I', name)
from (values ('samverkan'), ('samverkan_app'), ('temporal')) as wanted (name)
where not exists (select from pg_roles where rolname = name) \gexec

alter role samverkan login password :'samverkan_password';
alter role temporal login password :'temporal_password';
-- Each transaction takes this role, which sees one municipality only.
grant samverkan_app to samverkan;

select format('create database %I owner %I', name, owner)
from (values
  ('samverkan', 'samverkan'), ('temporal', 'temporal'), ('temporal_visibility', 'temporal')
) as wanted (name, owner)
where not exists (select from pg_database where datname = name) \gexec

revoke connect on database samverkan, temporal, temporal_visibility from public;
SQL
