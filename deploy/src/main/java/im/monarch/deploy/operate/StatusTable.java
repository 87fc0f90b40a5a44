package im.monarch.deploy.operate;

import io.vertx.core.json.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** How a service is, for people. */
final class StatusTable {

  private static final String UNKNOWN = "-";
  private static final double MICROS = 1_000.0;
  private static final List<String> HEAD =
      List.of(
          "NODE", "NAME", "VERSION", "ROLES", "STATE", "SESSIONS", "BACKLOG", "SWITCHBOARDS",
          "LEASE", "BUS");

  private StatusTable() {}

  static String of(JsonObject service) {
    var rows = new ArrayList<List<String>>();
    rows.add(HEAD);
    service.getJsonArray("nodes").forEach(node -> rows.add(row((JsonObject) node)));
    var text = new StringBuilder();
    rows.forEach(row -> text.append(line(row, rows)).append(System.lineSeparator()));
    int silent = service.getInteger("silent");
    if (silent > 0) {
      text.append(silent).append(" more in the cluster gave no answer").append(System.lineSeparator());
    }
    return text.toString();
  }

  private static List<String> row(JsonObject node) {
    return List.of(
        node.getString("node"),
        node.getString("name"),
        node.getString("version"),
        node.getJsonArray("roles").stream().map(Object::toString).collect(Collectors.joining(",")),
        state(node),
        node.getInteger("sessions").toString(),
        node.getInteger("backlog").toString(),
        node.getInteger("switchboards").toString(),
        node.getString("lease", UNKNOWN),
        roundTrip(node));
  }

  private static String state(JsonObject node) {
    return node.getBoolean("draining") ? "draining" : node.getBoolean("ready") ? "ready" : "not ready";
  }

  private static String roundTrip(JsonObject node) {
    var micros = node.getLong("busRoundTripMicros");
    return micros == null ? UNKNOWN : String.format(Locale.ROOT, "%.1f ms", micros / MICROS);
  }

  private static String line(List<String> row, List<List<String>> rows) {
    var line = new StringBuilder();
    for (int i = 0; i < row.size(); i++) {
      int column = i;
      int width = rows.stream().mapToInt(other -> other.get(column).length()).max().orElse(0);
      line.append(row.get(i)).append(" ".repeat(width - row.get(i).length() + 2));
    }
    return line.toString().stripTrailing();
  }
}
