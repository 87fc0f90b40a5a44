package im.monarch.runtime.launch;

import im.monarch.runtime.cluster.ClusterNode;
import im.monarch.runtime.cluster.LeavePermit;
import im.monarch.runtime.launch.StoreOpening.OpenStore;
import im.monarch.runtime.management.Readiness;
import io.vertx.core.Future;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** A process that was started. */
public final class Running {

  /** How long others may take to leave the cluster before us. */
  private static final Duration FOR_OTHERS = Duration.ofSeconds(20);

  private final List<Bound> listening;
  private final Readiness readiness;
  private final Wiring wiring;
  private final Optional<OpenStore> store;

  Running(List<Bound> listening, Readiness readiness, Wiring wiring, Optional<OpenStore> store) {
    this.listening = listening;
    this.readiness = readiness;
    this.wiring = wiring;
    this.store = store;
  }

  /** Everything it listens on. */
  public List<Bound> listening() {
    return listening;
  }

  /** What its roles were built from. */
  public Wiring wiring() {
    return wiring;
  }

  /** Lets everybody leave in good order first; completes when nobody uses the process any more. */
  public Future<Void> drain() {
    readiness.notReady();
    return wiring.drain().perform().compose(left -> stop());
  }

  /** Not ready first, then the verticles, then what they used. Fails if any of that fails. */
  public Future<Void> stop() {
    readiness.notReady();
    return undeployed()
        .eventually(this::farewell)
        .eventually(this::storeClosed)
        .eventually(this::permitted)
        .eventually(wiring.vertx()::close);
  }

  /** What sessions said when they ended still has to reach the other processes. */
  private Future<Void> farewell() {
    return wiring.neighbourhood().node().map(ClusterNode::leave).orElseGet(Future::succeededFuture);
  }

  private Future<Void> permitted() {
    return wiring.config().cluster().enabled()
        ? LeavePermit.obtain(wiring.vertx(), FOR_OTHERS)
        : Future.succeededFuture();
  }

  private Future<Void> undeployed() {
    var vertx = wiring.vertx();
    return Future.join(vertx.deploymentIDs().stream().map(vertx::undeploy).toList()).mapEmpty();
  }

  private Future<Void> storeClosed() {
    return store.map(open -> open.close().get()).orElseGet(Future::succeededFuture);
  }
}
