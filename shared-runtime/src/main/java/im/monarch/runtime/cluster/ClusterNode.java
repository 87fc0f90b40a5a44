package im.monarch.runtime.cluster;

import im.monarch.domain.nodes.NodeId;
import im.monarch.domain.presence.Directory;
import im.monarch.domain.sessions.AllSessions;
import im.monarch.domain.sessions.LocalSessions;
import im.monarch.runtime.cluster.news.ClusterCourier;
import im.monarch.runtime.config.ClusterSection;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.internal.ContextInternal;
import io.vertx.core.internal.VertxInternal;
import java.time.Duration;
import java.util.Map;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One process as a node of the service: what it does for the others, whatever its roles, and what
 * it does when one of them comes or goes. Looks after itself once it has joined.
 */
public final class ClusterNode {

  private static final Logger LOG = LoggerFactory.getLogger(ClusterNode.class);

  private static final long LOOK = 1_000;

  /**
   * How long a node that leaves waits for what its sessions have to say, and then for others to
   * take it.
   */
  private static final Duration FAREWELL = Duration.ofSeconds(2);

  private static final long PAUSE = 10;

  private final Vertx vertx;
  private final ContextInternal home;
  private final NodeBus bus;
  private final LocalSessions sessions;
  private final HazelcastDirectory directory;
  private final Members members;
  private final ClusterCourier courier;
  private final Rounds rounds;
  private final Clearance clearance;
  private final Watchdog watchdog;
  private final Consumer<Boolean> illness;
  private long looking;
  private long clearing;

  private ClusterNode(Vertx vertx, Place place, LocalSessions sessions, Consumer<Boolean> illness) {
    var upkeep = place.cluster().upkeep();
    this.vertx = vertx;
    this.home = ((VertxInternal) vertx).createEventLoopContext();
    this.sessions = sessions;
    this.bus = new NodeBus(vertx, place.node());
    this.directory = HazelcastDirectory.of(vertx);
    this.illness = illness;
    this.members = Members.of(vertx, place.node());
    this.courier =
        new ClusterCourier(
            vertx,
            new ClusterCourier.Neighbours(place.node(), members::others),
            sessions,
            new ClusterCourier.Outside(directory, bus),
            new Losses());
    var departures = new Departures(courier::announce);
    var here = new Here(place.node(), sessions);
    var sweep = new Sweep(here, new Sweep.Entries(directory::at, directory::forget), departures);
    this.rounds = new Rounds(home, here, directory, sweep::begin, upkeep.repair());
    this.clearance =
        new Clearance(
            vertx,
            new Clearance.Nodes(members::all, members::isEldest),
            directory::clear,
            upkeep.grace(),
            departures);
    this.watchdog =
        new Watchdog(
            bus,
            new Watchdog.Neighbours(place.node(), members::others, members::isEldest),
            upkeep.silence(),
            new Care(),
            System::nanoTime);
  }

  /** Which node a process is, and of what. */
  public record Place(NodeId node, ClusterSection cluster) {}

  /**
   * Begins to hear the others.
   *
   * @param vertx a member of the cluster that was started as this node
   * @param sessions those of this process
   * @param illness told when the process should be started again, and when that has passed
   */
  public static Future<ClusterNode> join(
      Vertx vertx, Place place, LocalSessions sessions, Consumer<Boolean> illness) {
    var node = new ClusterNode(vertx, place, sessions, illness);
    var joined = Promise.<ClusterNode>promise();
    node.home.runOnContext(turn -> node.begin(place).map(node).onComplete(joined));
    return joined.future();
  }

  private Future<Void> begin(Place place) {
    members.watch(new Changes());
    rounds.begin();
    looking = vertx.setPeriodic(LOOK, tick -> watchdog.look());
    clearing =
        vertx.setPeriodic(place.cluster().upkeep().repair().toMillis(), tick -> clearance.clear());
    return bus.answer(this::hear);
  }

  private Future<Buffer> hear(Buffer message) {
    return PulseMessages.isQuestion(message)
        ? Future.succeededFuture(watchdog.answer(message))
        : courier.hear(message);
  }

  /** The sessions of all nodes. */
  public AllSessions sessions() {
    return courier;
  }

  /** Where they are. */
  public Directory directory() {
    return directory;
  }

  /**
   * Sessions here may have missed something, or others may have missed them. Safe on any thread.
   */
  public void compareSoon() {
    rounds.hurry();
  }

  /** How long the bus takes to every other node that it reaches, and back. */
  public Map<NodeId, Duration> roundTrips() {
    return watchdog.roundTrips();
  }

  /**
   * For the end, when all sessions were told to go: others hear of it, then this node says no more
   * by itself. It answers as long as it is a member, which can be half a minute: what is still sent
   * to people who were here has to come back to be looked up again.
   */
  public Future<Void> leave() {
    var left = Promise.<Void>promise();
    home.runOnContext(
        turn -> {
          rounds.end();
          clearance.end();
          vertx.cancelTimer(looking);
          vertx.cancelTimer(clearing);
          awaitFarewells(System.nanoTime() + FAREWELL.toNanos())
              .compose(said -> courier.quiet(FAREWELL))
              .onComplete(left);
        });
    return left.future();
  }

  private Future<Void> awaitFarewells(long deadline) {
    return sessions.isEmpty() || System.nanoTime() - deadline > 0
        ? Future.succeededFuture()
        : vertx.timer(PAUSE).compose(waited -> awaitFarewells(deadline));
  }

  /** Comes on threads of Hazelcast's. */
  private final class Changes implements Members.Watcher {

    @Override
    public void joined(NodeId node) {
      LOG.atInfo().addKeyValue("node", node).log("a node came");
      courier.joined(node);
      home.runOnContext(turn -> clearance.joined(node));
      rounds.hurry();
    }

    @Override
    public void left(NodeId node) {
      LOG.atInfo().addKeyValue("node", node).log("a node is gone");
      courier.departed(node);
      home.runOnContext(turn -> clearance.left(node));
      rounds.hurry();
    }

    @Override
    public void merged() {
      LOG.atWarn().log("this part of the cluster has joined the other one");
      courier.mendGaps();
    }
  }

  private final class Losses implements ClusterCourier.Gaps {

    @Override
    public void presence() {
      rounds.hurry();
    }

    @Override
    public void lists() {
      rounds.listsInDoubt();
    }
  }

  private final class Care implements Watchdog.Remedies {

    @Override
    public void registerAnew() {
      Standing.renewAll(vertx)
          .onFailure(fault -> LOG.atWarn().setCause(fault).log("not registered anew"));
    }

    @Override
    public void ill(boolean ill) {
      LOG.atError().addKeyValue("ill", ill).log("the bus reaches too few of the other nodes");
      illness.accept(ill);
    }
  }
}
