package im.monarch.runtime.launch;

import im.monarch.runtime.cluster.ClusterNode;
import im.monarch.runtime.launch.StoreOpening.OpenStore;
import im.monarch.runtime.management.Readiness;
import io.vertx.core.Future;
import java.util.List;
import java.util.Optional;

/** A process that was started. */
public final class Running {

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

  /** Not ready first, then the verticles, then what they used. Fails if any of that fails. */
  public Future<Void> stop() {
    readiness.notReady();
    return undeployed()
        .eventually(this::farewell)
        .eventually(this::storeClosed)
        .eventually(wiring.vertx()::close);
  }

  /** What sessions said when they ended still has to reach the other processes. */
  private Future<Void> farewell() {
    return wiring.neighbourhood().node().map(ClusterNode::leave).orElseGet(Future::succeededFuture);
  }

  private Future<Void> undeployed() {
    var vertx = wiring.vertx();
    return Future.join(vertx.deploymentIDs().stream().map(vertx::undeploy).toList()).mapEmpty();
  }

  private Future<Void> storeClosed() {
    return store.map(open -> open.close().get()).orElseGet(Future::succeededFuture);
  }
}
