package im.monarch.deploy;

import im.monarch.dispatch.DispatchVerticle;
import im.monarch.protocol.vocabulary.HostPort;
import im.monarch.runtime.cluster.BusNotificationNodes;
import im.monarch.runtime.config.RoleName;
import im.monarch.runtime.launch.Bound;
import im.monarch.runtime.launch.Role;
import im.monarch.runtime.launch.Wiring;
import im.monarch.runtime.reception.Reception;
import io.vertx.core.DeploymentOptions;
import io.vertx.core.Future;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;

/** Dispatch, in a process. */
final class DispatchRole implements Role {

  @Override
  public RoleName name() {
    return RoleName.DISPATCH;
  }

  @Override
  public boolean usesStore() {
    return false;
  }

  @Override
  public Future<List<Bound>> start(Wiring wiring) {
    return wiring.config().sharesPort()
        ? wiring.onePort().bound().map(bound -> List.of(new Bound("dispatch", bound)))
        : BusNotificationNodes.listen(wiring.vertx()).compose(nodes -> deploy(wiring, nodes));
  }

  private static Future<List<Bound>> deploy(Wiring wiring, BusNotificationNodes nodes) {
    var section = wiring.config().dispatch();
    var reception =
        new Reception(section.dialects(), section.verReply(), wiring.config().clients());
    var bound = new AtomicReference<HostPort>();
    var lastWords = Endings.lastWords(wiring.config());
    return wiring
        .vertx()
        .deployVerticle(
            () -> new DispatchVerticle(section, reception, nodes, bound, lastWords),
            new DeploymentOptions().setInstances(section.instances()))
        .map(deployed -> List.of(new Bound("dispatch", bound.get())));
  }
}
