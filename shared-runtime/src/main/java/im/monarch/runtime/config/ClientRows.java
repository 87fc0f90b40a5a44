package im.monarch.runtime.config;

import im.monarch.domain.clients.ClientEntry;
import im.monarch.protocol.vocabulary.ClientVersion;
import im.monarch.protocol.vocabulary.Lcid;
import io.vertx.core.json.JsonArray;
import java.util.ArrayList;
import java.util.List;

/** The client catalogue, row by row. */
final class ClientRows {

  private ClientRows() {}

  /**
   * The rows that make sense.
   *
   * @param problems gets what is wrong with the others
   */
  static List<ClientEntry> read(JsonArray rows, List<Problem> problems) {
    var entries = new ArrayList<ClientEntry>();
    for (int i = 0; i < rows.size(); i++) {
      try {
        entries.add(entry(new Section(rows.getJsonObject(i))));
      } catch (IllegalArgumentException e) {
        problems.add(Problem.ofMessage("clients[" + i + ']', e.getMessage()));
      }
    }
    return entries;
  }

  private static ClientEntry entry(Section row) {
    return new ClientEntry(
        row.text("library"),
        row.optionalText("system"),
        row.optionalText("from").map(ClientVersion::new),
        row.optionalText("to").map(ClientVersion::new),
        row.optionalText("locale").map(Lcid::parse),
        offer(row));
  }

  private static ClientEntry.Offer offer(Section row) {
    return new ClientEntry.Offer(
        row.optionalText("recommended"),
        row.optionalText("maximum"),
        row.optionalText("minimum"),
        row.json().getString("download", "http://localhost/"),
        row.json().getString("fallback", "http://localhost/"));
  }
}
