package im.monarch.dispatch;

import im.monarch.domain.nodes.Admission;
import im.monarch.domain.nodes.Handoff;
import im.monarch.domain.nodes.NodeId;
import im.monarch.domain.nodes.NotificationNodes;
import im.monarch.domain.nodes.Placement;
import im.monarch.protocol.vocabulary.HostPort;
import io.vertx.core.Future;
import java.util.Iterator;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Finds the notification node that takes a sign-in: asks one after the other until one agrees. */
final class Referral {

  private static final Logger LOG = LoggerFactory.getLogger(Referral.class);

  /** A client waits half a minute; three nodes that do not answer take 4.5 seconds. */
  private static final int MOST_ASKED = 3;

  private final NotificationNodes nodes;
  private final Supplier<RandomGenerator> random;

  Referral(NotificationNodes nodes, Supplier<RandomGenerator> random) {
    this.nodes = nodes;
    this.random = random;
  }

  /** The address the client is to go to; none when no node takes it. */
  Future<Optional<HostPort>> arrange(Handoff handoff) {
    var candidates =
        Placement.order(nodes.loads(), random.get()).stream().limit(MOST_ASKED).iterator();
    return ask(candidates, handoff);
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
