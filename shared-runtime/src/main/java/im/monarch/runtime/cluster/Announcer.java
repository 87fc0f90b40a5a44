package im.monarch.runtime.cluster;

import im.monarch.domain.nodes.NodeLoad;
import io.vertx.core.Future;
import io.vertx.core.VerticleBase;
import io.vertx.core.Vertx;
import io.vertx.core.json.JsonObject;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Says every second, and whenever it is asked, how busy a node is. A verticle, so that it falls
 * silent before the process leaves the cluster: nothing can be published on a bus that closes.
 */
final class Announcer extends VerticleBase {

  private static final long PERIOD = 1_000;

  private final BusAddresses.Roll roll;
  private final Supplier<NodeLoad> load;
  private Optional<Standing<JsonObject>> calls = Optional.empty();

  private Announcer(BusAddresses.Roll roll, Supplier<NodeLoad> load) {
    this.roll = roll;
    this.load = load;
  }

  /** Begins, at once. */
  static Future<Announcer> begin(Vertx vertx, BusAddresses.Roll roll, Supplier<NodeLoad> load) {
    var announcer = new Announcer(roll, load);
    return vertx.deployVerticle(announcer).map(announcer);
  }

  @Override
  public Future<?> start() {
    vertx.setPeriodic(PERIOD, tick -> announce());
    calls = Optional.of(Standing.at(vertx, roll.call(), call -> announce()));
    return calls.get().completion().onSuccess(registered -> announce());
  }

  @Override
  public Future<?> stop() {
    return calls.map(Standing::end).orElseGet(Future::succeededFuture);
  }

  /** Says nothing more. */
  Future<Void> end() {
    return vertx.undeploy(deploymentID());
  }

  private void announce() {
    vertx.eventBus().publish(roll.loads(), BusMessages.toJson(load.get()));
  }
}
