#!/bin/sh
# Brings Temporal's two databases to the schema of its version; may be run again.
# The databases' server comes from SQL_HOST, SQL_PORT, SQL_USER and SQL_PASSWORD.
set -eu
schema="${TEMPORAL_SCHEMA_DIRECTORY:-/etc/temporal/schema/postgresql/v12}"

bring_up_to_date() {
  temporal-sql-tool --plugin postgres12 --db "$1" setup-schema --version 0.0
  temporal-sql-tool --plugin postgres12 --db "$1" update-schema --schema-dir "$schema/$2/versioned"
}

bring_up_to_date temporal temporal
bring_up_to_date temporal_visibility visibility
