package im.monarch.runtime.reception;

import im.monarch.domain.nodes.Admission;
import im.monarch.domain.nodes.Handoff;
import im.monarch.domain.nodes.NodeId;
import im.monarch.domain.nodes.NodeLoad;
import im.monarch.domain.nodes.NotificationNodes;
import im.monarch.domain.nodes.Placement;
import im.monarch.protocol.vocabulary.HostPort;
import io.vertx.core.Future;
import java.util.Iterator;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Finds the notification node that takes a sign-in: asks one after the other until one agrees. */
public final class Referral {

  private static final Logger LOG = LoggerFactory.getLogger(Referral.class);

  /** A client waits half a minute; three nodes that do not answer take 4.5 seconds. */
  private static final int MOST_ASKED = 3;

  private final NotificationNodes nodes;
  private final Predicate<NodeLoad> candidates;
  private final Supplier<RandomGenerator> random;

  private Referral(
      NotificationNodes nodes, Predicate<NodeLoad> candidates, Supplier<RandomGenerator> random) {
    this.nodes = nodes;
    this.candidates = candidates;
    this.random = random;
  }

  /** To any node. */
  public static Referral to(NotificationNodes nodes, Supplier<RandomGenerator> random) {
    return new Referral(nodes, any -> true, random);
  }

  /** To any other node than {@code self}, which wants to be rid of somebody. */
  public static Referral toOthers(
      NotificationNodes nodes, NodeId self, Supplier<RandomGenerator> random) {
    return new Referral(nodes, load -> !load.node().equals(self), random);
  }

  /** The address the client is to go to; none when no node takes it. */
  public Future<Optional<HostPort>> arrange(Handoff handoff) {
    var loads = nodes.loads().stream().filter(candidates).toList();
    var order = Placement.order(loads, random.get()).stream().limit(MOST_ASKED).iterator();
    return ask(order, handoff);
  }

  private Future<Optional<HostPort>> ask(Iterator<NodeId> candidates, Handoff handoff) {
    if (!candidates.hasNext()) {
      LOG.atInfo().addKeyValue("client", handoff.clientAddress()).log("no node takes a sign-in");
      return Future.succeededFuture(Optional.empty());
    }
    var node = candidates.next();
    return nodes
        .offer(node, handoff)
        .recover(silence -> Future.succeededFuture(new Admission.Declined("no answer")))
        .compose(
            admission ->
                switch (admission) {
                  case Admission.Admitted(var address) ->
                      Future.succeededFuture(Optional.of(address));
                  case Admission.Declined(var reason) -> {
                    LOG.atDebug().addKeyValue("node", node).log("sign-in declined: {}", reason);
                    yield ask(candidates, handoff);
                  }
                });
  }
}
