# shellcheck shell=bash
# What the scripts of this folder have in common: which processes there are, where each listens, and
# how one is started, found and ended. Nothing happens when it is read.
#
#   CLUSTER_RUN    the folder for configurations, logs and data; default: run, beside this file
#   CLUSTER_PORTS          added to every port but 0, to run two clusters on one machine; default: 0

here="$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)"
monarch="$here/../monarch"
run="${CLUSTER_RUN:-$here/run}"
plus="${CLUSTER_PORTS:-0}"

# All processes, in the order in which they are restarted.
nodes=(
  dispatch-1 dispatch-2
  switchboard-1 switchboard-2
  notification-1 notification-2 notification-3
  passport-1
)

say() { printf '%s\n' "$*"; }

complain() {
  printf 'cluster: %s\n' "$*" >&2
  exit 1
}

port() { printf '%s' "$(($1 + plus))"; }

# The configuration of a node, in JSON.
configuration() {
  local node="$1" number="${1##*-}" role="${1%-*}"
  local database members listeners management
  database="\"kind\": \"postgresql\", \"host\": \"127.0.0.1\", \"port\": $(port 15432), \"user\": \"monarch\","
  members='"127.0.0.1"' # without a port: whoever comes back has to look at those of all others
  case "$role" in
    dispatch)
      listeners="\"dispatch\": {\"listen\": \"127.0.0.1:$(port $((1862 + number)))\", \"verReply\": \"echo-cvr0\"}"
      management=$((18800 + number)) ;;
    notification)
      listeners="\"notification\": {\"listen\": \"127.0.0.1:$(port $((1870 + number)))\", \"verReply\": \"echo-cvr0\"}"
      management=$((18810 + number)) ;;
    switchboard)
      listeners="\"switchboard\": {\"listen\": \"127.0.0.1:$(port $((1880 + number)))\"}"
      management=$((18820 + number)) ;;
    passport)
      listeners="\"notification\": {}"
      management=$((18830 + number)) ;;
    *) complain "there is no $node; there are: ${nodes[*]}" ;;
  esac
  cat <<END
{
  "roles": ["$role"],
  "node": {"name": "$node"},
  "cluster": {"enabled": true, "name": "local-$plus", "members": [$members], "port": $(port 15701)},
  "store": {$database "path": "$run/$node/data/monarch", "legacyKeyFile": "$run/legacy-key"},
  $listeners,
  "passport": {
    "http": "127.0.0.1:$(port 18080)", "https": "127.0.0.1:$(port 18443)", "publicHost": "localhost"
  },
  "drain": {"seconds": 30, "usersPerSecond": 100},
  "management": {"listen": "127.0.0.1:$(port "$management")", "adminToken": "$(cat "$run/admin-token")"}
}
END
}

known() {
  local node
  for node in "${nodes[@]}"; do
    [ "$node" = "$1" ] && return 0
  done
  complain "there is no $1; there are: ${nodes[*]}"
}

# The process of a node, or nothing when it does not run. A number in an old file may belong to
# somebody else by now: what it runs has to name the configuration of the node.
pid_of() {
  local file="$run/$1/pid" pid
  [ -f "$file" ] || return 1
  pid="$(cat "$file")"
  tr '\0' ' ' 2>/dev/null <"/proc/$pid/cmdline" | grep -qF "$run/$1/monarch.json" || return 1
  printf '%s' "$pid"
}

start_node() {
  local node="$1" folder="$run/$1"
  if pid_of "$node" >/dev/null; then
    return 0
  fi
  mkdir -p "$folder/data"
  (umask 077 && configuration "$node" >"$folder/monarch.json")
  (
    cd "$folder"
    : >start.log
    exec "$monarch" run -c "$folder/monarch.json" >start.log 2>>monarch.log </dev/null
  ) &
  printf '%s\n' "$!" >"$folder/pid"
}

# Waits until a node listens; what it logged last is shown when it does not.
await_node() {
  local node="$1" folder="$run/$1" tries=600
  until grep -q '^monarch ready' "$folder/start.log" 2>/dev/null; do
    tries=$((tries - 1))
    if [ "$tries" -le 0 ] || ! kill -0 "$(cat "$folder/pid")" 2>/dev/null; then
      tail -n 20 "$folder/monarch.log" >&2
      complain "$node did not start; its log: $folder/monarch.log"
    fi
    sleep 0.2
  done
  say "$node is ready"
}

# Waits until a process is gone, for at most so many seconds.
await_end() {
  local pid="$1" tries=$(($2 * 5))
  while kill -0 "$pid" 2>/dev/null; do
    tries=$((tries - 1))
    [ "$tries" -gt 0 ] || return 1
    sleep 0.2
  done
}
