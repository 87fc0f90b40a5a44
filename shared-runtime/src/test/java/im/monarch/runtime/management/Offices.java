package im.monarch.runtime.management;

import im.monarch.domain.nodes.NodeId;
import im.monarch.runtime.cluster.status.NodeStatus.Identity;
import im.monarch.runtime.cluster.status.StatusDesk;
import im.monarch.runtime.cluster.status.Vitals;
import im.monarch.runtime.drain.Drain;
import io.vertx.core.Vertx;
import java.util.List;
import java.util.Optional;

/** What operators can ask of a process of a test; the token is t0ken. */
final class Offices {

  private static final Identity NODE =
      new Identity(new NodeId("one-1"), "one", "1.0", List.of("notification"));

  private Offices() {}

  /** Of a process with seven users. */
  static Office of(
      Vertx vertx, Readiness readiness, Drain drain, Optional<Administration> administration) {
    var vitals = new Vitals();
    vitals.count(Vitals.Count.SESSIONS, () -> 7);
    var desk =
        StatusDesk.open(
                vertx,
                NODE.node(),
                vitals,
                () -> StatusDesk.status(NODE, readiness.isReady(), drain.isUnderWay(), vitals))
            .await();
    return new Office(readiness, new AdminToken("t0ken"), drain, desk, administration);
  }
}
