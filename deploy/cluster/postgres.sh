# shellcheck shell=bash
# PostgreSQL for the cluster: that of the PATH, or the one that the tests use, from Maven Central.
# It is run as nobody by root, as PostgreSQL does not let root run it.

postgres_data="$run/postgres/data"
embedded_version=18.6.0

# Sets postgres_bin.
find_postgres() {
  local initdb server
  initdb="$(command -v initdb || true)"
  if [ -n "$initdb" ] && command -v postgres >/dev/null && command -v pg_ctl >/dev/null; then
    postgres_bin="$(dirname "$initdb")"
    return 0
  fi
  for server in /usr/lib/postgresql/*/bin; do
    if [ -x "$server/initdb" ]; then
      postgres_bin="$server"
    fi
  done
  [ -n "${postgres_bin:-}" ] || unpack_postgres
}

unpack_postgres() {
  local kind jar
  case "$(uname -s)-$(uname -m)" in
    Linux-x86_64) kind=linux-amd64 ;;
    Linux-aarch64) kind=linux-arm64v8 ;;
    Darwin-x86_64) kind=darwin-amd64 ;;
    Darwin-arm64) kind=darwin-arm64v8 ;;
    *) complain "there is no PostgreSQL on the PATH, and none to fetch for $(uname -sm)" ;;
  esac
  postgres_bin="$run/postgres/server/bin"
  [ -x "$postgres_bin/initdb" ] && return 0
  say 'fetching PostgreSQL from Maven Central ...'
  mvn -B -q dependency:copy -DoutputDirectory="$run/postgres" \
    -Dartifact="io.zonky.test.postgres:embedded-postgres-binaries-$kind:$embedded_version" \
    || complain 'PostgreSQL could not be fetched; install it, so that initdb is on the PATH'
  jar="$run/postgres/embedded-postgres-binaries-$kind-$embedded_version.jar"
  mkdir -p "$run/postgres/server"
  unzip -qo "$jar" '*.txz' -d "$run/postgres"
  tar -xJf "$run/postgres"/postgres-*.txz -C "$run/postgres/server"
}

# Runs a command as somebody who may run PostgreSQL.
as_postgres() {
  if [ "$(id -u)" -eq 0 ]; then
    setpriv --reuid=nobody --regid="$(id -g nobody)" --clear-groups -- "$@"
  else
    "$@"
  fi
}

start_postgres() {
  find_postgres
  mkdir -p "$run/postgres"
  if [ "$(id -u)" -eq 0 ]; then
    reachable_by_nobody "$run/postgres"
    chown -R nobody "$run/postgres"
  fi
  if [ ! -s "$postgres_data/PG_VERSION" ]; then
    as_postgres "$postgres_bin/initdb" -D "$postgres_data" -U monarch --auth=trust -E UTF8 \
      --no-locale --no-sync >"$run/postgres.log" 2>&1 \
      || complain "initdb failed; what it said: $run/postgres.log"
    printf 'CREATE DATABASE monarch\n' \
      | as_postgres "$postgres_bin/postgres" --single -j -D "$postgres_data" postgres \
        >>"$run/postgres.log" 2>&1 || complain "no database; what was said: $run/postgres.log"
  fi
  as_postgres "$postgres_bin/pg_ctl" -D "$postgres_data" status >/dev/null 2>&1 && return 0
  as_postgres "$postgres_bin/pg_ctl" -D "$postgres_data" -l "$run/postgres/server.log" -w -t 60 \
    -o "-p $(port 15432) -h 127.0.0.1 -k '' -c max_connections=200" start >/dev/null \
    || complain "PostgreSQL did not start; its log: $run/postgres/server.log"
  say "PostgreSQL is ready at 127.0.0.1:$(port 15432)"
}

# Every folder above has to let nobody through.
reachable_by_nobody() {
  local folder="$1"
  if ! as_postgres test -x "$folder"; then
    complain "PostgreSQL does not run as root, and nobody cannot reach $folder; set CLUSTER_RUN to a folder under /tmp"
  fi
}

stop_postgres() {
  find_postgres
  [ -s "$postgres_data/PG_VERSION" ] || return 0
  as_postgres "$postgres_bin/pg_ctl" -D "$postgres_data" -m fast -w stop >/dev/null 2>&1 || true
  say 'PostgreSQL has stopped'
}
