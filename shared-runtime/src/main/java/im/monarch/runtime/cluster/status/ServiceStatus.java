package im.monarch.runtime.cluster.status;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;

/**
 * How a service is.
 *
 * @param nodes those that answered, by name
 * @param silent how many members of the cluster did not
 */
public record ServiceStatus(List<NodeStatus> nodes, int silent) {

  static ServiceStatus of(Collection<NodeStatus> answers, int members) {
    var byName =
        Comparator.<NodeStatus, String>comparing(status -> status.identity().name())
            .thenComparing(status -> status.identity().node().text());
    return new ServiceStatus(
        answers.stream().sorted(byName).toList(), Math.max(0, members - answers.size()));
  }

  /** Whether nobody has to look after anything. */
  public boolean isWell() {
    return silent == 0 && nodes.stream().allMatch(NodeStatus::isWell);
  }

  /** For operators. */
  public JsonObject toJson() {
    return new JsonObject()
        .put("well", isWell())
        .put("silent", silent)
        .put("nodes", new JsonArray(nodes.stream().map(StatusJson::toJson).toList()));
  }
}
