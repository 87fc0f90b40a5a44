package im.monarch.runtime.launch;

import im.monarch.domain.addressbook.AddressBook;
import im.monarch.domain.nodes.NodeId;
import im.monarch.domain.sessions.Courier;
import im.monarch.domain.sessions.LocalSessions;
import im.monarch.protocol.vocabulary.HostPort;
import im.monarch.runtime.cluster.ClusterNode;
import im.monarch.runtime.cluster.VertxStart;
import im.monarch.runtime.cluster.status.NodeStatus.Identity;
import im.monarch.runtime.cluster.status.StatusDesk;
import im.monarch.runtime.cluster.status.Vitals;
import im.monarch.runtime.config.MonarchConfig;
import im.monarch.runtime.drain.Drain;
import im.monarch.runtime.launch.StoreOpening.OpenStore;
import im.monarch.runtime.management.AdminToken;
import im.monarch.runtime.management.AdminTokenFile;
import im.monarch.runtime.management.Administration;
import im.monarch.runtime.management.ManagementVerticle;
import im.monarch.runtime.management.Office;
import im.monarch.runtime.management.Readiness;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicReference;

/** Starts one process: Vert.x, the store, then the roles and the management listener at once. */
public final class Launch {

  private final MonarchConfig config;
  private final List<Role> roles;
  private final StoreOpening storeOpening;
  private final Readiness readiness = new Readiness();
  private final NodeId node;

  /**
   * @param roles all there are; those that {@code config} names are started
   */
  public Launch(MonarchConfig config, List<Role> roles, StoreOpening storeOpening) {
    this.config = config;
    this.roles = roles.stream().filter(role -> config.runs(role.name())).toList();
    this.storeOpening = storeOpening;
    this.node = node(config);
  }

  /**
   * Yields when everything listens. Whatever was started is stopped again when something fails.
   *
   * @param alone the Vert.x that read the configuration; goes on being used where there is no
   *     cluster, and is closed otherwise
   */
  public Future<Running> start(Vertx alone) {
    return orClose(alone, vertx(alone)).compose(this::startOn);
  }

  /** One incarnation of this process: the name, and what no other one has. */
  private static NodeId node(MonarchConfig config) {
    return new NodeId(
        config.node().name() + "-%08x".formatted(ThreadLocalRandom.current().nextInt()));
  }

  private Future<Vertx> vertx(Vertx alone) {
    return config.cluster().enabled()
        ? Future.all(alone.close(), VertxStart.clustered(config.cluster(), node))
            .map(all -> all.resultAt(1))
        : Future.succeededFuture(alone);
  }

  private Future<Running> startOn(Vertx vertx) {
    return orClose(vertx, neighbourhood(vertx))
        .compose(
            neighbourhood ->
                orClose(vertx, openStore(vertx))
                    .compose(store -> start(vertx, neighbourhood, store)));
  }

  private Future<Neighbourhood> neighbourhood(Vertx vertx) {
    var sessions = new LocalSessions();
    return config.cluster().enabled()
        ? ClusterNode.join(
                vertx, new ClusterNode.Place(node, config.cluster()), sessions, readiness::ill)
            .map(joined -> Neighbourhood.of(sessions, joined))
        : Future.succeededFuture(Neighbourhood.alone(sessions));
  }

  /**
   * Closes {@code vertx} when {@code step} fails. What depends on the result does not wait for a
   * thread of {@code vertx}, as there is none any more by then.
   */
  private static <T> Future<T> orClose(Vertx vertx, Future<T> step) {
    var outcome = Promise.<T>promise();
    step.onSuccess(outcome::complete)
        .onFailure(fault -> vertx.close().onComplete(closed -> outcome.fail(fault)));
    return outcome.future();
  }

  private Future<Optional<OpenStore>> openStore(Vertx vertx) {
    return roles.stream().anyMatch(Role::usesStore)
        ? storeOpening.open(vertx, config).map(Optional::of)
        : Future.succeededFuture(Optional.empty());
  }

  private Future<Running> start(
      Vertx vertx, Neighbourhood neighbourhood, Optional<OpenStore> store) {
    var wiring =
        new Wiring(
            vertx,
            config,
            node,
            neighbourhood,
            new Drain(),
            new Vitals(),
            new OnePort(),
            store.map(open -> ports(open, neighbourhood.everybody())));
    var starting = new ArrayList<Future<List<Bound>>>();
    roles.forEach(role -> starting.add(role.start(wiring)));
    starting.add(management(wiring));
    return Future.join(starting)
        .map(
            all ->
                new Running(
                    starting.stream().flatMap(done -> done.result().stream()).toList(),
                    readiness,
                    wiring,
                    store))
        .onSuccess(running -> readiness.ready())
        .recover(
            fault ->
                new Running(List.of(), readiness, wiring, store)
                    .stop()
                    .transform(stopped -> Future.failedFuture(fault)));
  }

  private static StorePorts ports(OpenStore store, Courier courier) {
    return new StorePorts(
        store.accounts(),
        store.rosters(),
        store.secrets(),
        store.passwords(),
        store.legacySecrets(),
        new AddressBook(store.rosters(), courier),
        store.joining(),
        store.clock());
  }

  private Future<List<Bound>> management(Wiring wiring) {
    var bound = new AtomicReference<HostPort>();
    return Future.all(token(wiring.vertx()), statusDesk(wiring))
        .map(all -> office(wiring, all.resultAt(0), all.resultAt(1)))
        .compose(
            office ->
                wiring
                    .vertx()
                    .deployVerticle(
                        new ManagementVerticle(config.management().listen(), office, bound)))
        .map(deployed -> List.of(new Bound("management", bound.get())));
  }

  private Office office(Wiring wiring, AdminToken token, StatusDesk statusDesk) {
    return new Office(
        readiness,
        token,
        wiring.drain(),
        statusDesk,
        wiring.storePorts().map(ports -> administration(wiring, ports)));
  }

  private Future<StatusDesk> statusDesk(Wiring wiring) {
    var identity =
        new Identity(
            wiring.node(),
            config.node().name(),
            version(),
            roles.stream().map(role -> role.name().word()).toList());
    wiring
        .neighbourhood()
        .node()
        .ifPresent(member -> wiring.vitals().roundTrips(member::roundTrips));
    return StatusDesk.open(
        wiring.vertx(),
        wiring.node(),
        wiring.vitals(),
        () ->
            StatusDesk.status(
                identity, readiness.isReady(), wiring.drain().isUnderWay(), wiring.vitals()));
  }

  private static String version() {
    return Optional.ofNullable(Launch.class.getPackage().getImplementationVersion())
        .orElse("unknown");
  }

  private static Administration administration(Wiring wiring, StorePorts ports) {
    return new Administration(
        ports.accounts(),
        ports.passwords(),
        ports.legacySecrets(),
        ports.addressBook(),
        wiring.everybody());
  }

  private Future<AdminToken> token(Vertx vertx) {
    return config
        .management()
        .adminToken()
        .map(text -> Future.succeededFuture(new AdminToken(text)))
        .orElseGet(() -> fromFile(vertx));
  }

  /** A process that keeps nothing makes no file; it may find that of another one. */
  private Future<AdminToken> fromFile(Vertx vertx) {
    var file = new AdminTokenFile(config.store().beside("admin-token"));
    return roles.stream().anyMatch(Role::usesStore)
        ? file.obtain(vertx)
        : file.find(vertx).otherwise(none -> AdminToken.unknown());
  }
}
