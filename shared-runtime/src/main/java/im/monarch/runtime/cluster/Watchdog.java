package im.monarch.runtime.cluster;

import im.monarch.domain.nodes.NodeId;
import im.monarch.runtime.cluster.news.Wire;
import io.vertx.core.buffer.Buffer;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BooleanSupplier;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Asks every node now and then whether the bus reaches it: after a partition Hazelcast can list a
 * member that the bus has forgotten. A node that does not reach another one, or is told that it is
 * not reached itself, registers anew. If that does not help and it is this node that most others
 * have lost, it is ill, and whoever runs it should start it again. Used on one context only, but
 * for {@link #roundTrips}.
 */
final class Watchdog {

  private static final Logger LOG = LoggerFactory.getLogger(Watchdog.class);

  /** After so many times the silence that is too long, registering anew has not helped. */
  private static final int HOPELESS = 3;

  /** So many times as long a process may take to start. */
  private static final int STARTING = 4;

  /**
   * Who is there.
   *
   * @param isEldest whether this node is the right one where two do not hear each other
   */
  record Neighbours(NodeId self, Supplier<Set<NodeId>> others, BooleanSupplier isEldest) {}

  /** What can be done about it. */
  interface Remedies {

    void registerAnew();

    /** Told when it changes. */
    void ill(boolean ill);
  }

  private final Wire wire;
  private final Neighbours neighbours;
  private final Remedies remedies;
  private final long silence;
  private final LongSupplier nanoTime;
  private final Map<NodeId, Duration> roundTrips = new ConcurrentHashMap<>();

  /**
   * Those that have answered once: a process joins some time before it listens. A node comes only
   * once, so who is not there now is either gone for good, or cut off and has long been listening.
   */
  private final Set<NodeId> met = new HashSet<>();

  /** Since when this node does not reach another one. */
  private final Map<NodeId, Long> outOfReach = new HashMap<>();

  /** Since when another node says that it does not reach this one. */
  private final Map<NodeId, Long> outOfTheirReach = new HashMap<>();

  private Optional<Long> registered = Optional.empty();
  private boolean ill;

  /**
   * @param silence how long a node may be out of reach before anything is done about it
   */
  Watchdog(
      Wire wire,
      Neighbours neighbours,
      Duration silence,
      Remedies remedies,
      LongSupplier nanoTime) {
    this.wire = wire;
    this.neighbours = neighbours;
    this.silence = silence.toNanos();
    this.remedies = remedies;
    this.nanoTime = nanoTime;
  }

  /** How long the last question took to every node that answered it. Safe on any thread. */
  Map<NodeId, Duration> roundTrips() {
    return Map.copyOf(roundTrips);
  }

  /** Somebody asks this node. */
  Buffer answer(Buffer question) {
    return PulseMessages.answer(!outOfReach.containsKey(PulseMessages.asker(question)));
  }

  /** To be called every second or two. */
  void look() {
    var others = neighbours.others().get();
    roundTrips.keySet().retainAll(others);
    outOfReach.keySet().retainAll(others);
    outOfTheirReach.keySet().retainAll(others);
    others.forEach(this::ask);
    act(others.size());
  }

  private void ask(NodeId node) {
    long asked = nanoTime.getAsLong();
    wire.ask(node, PulseMessages.question(neighbours.self()))
        .onComplete(
            answer -> {
              roundTrips.put(node, Duration.ofNanos(nanoTime.getAsLong() - asked));
              outOfReach.remove(node);
              met.add(node);
              if (PulseMessages.isReached(answer)) {
                outOfTheirReach.remove(node);
              } else {
                outOfTheirReach.putIfAbsent(node, asked);
              }
            },
            unreachable -> {
              roundTrips.remove(node);
              outOfReach.putIfAbsent(node, asked + patience(node));
            });
  }

  private long patience(NodeId node) {
    return met.contains(node) ? 0 : STARTING * silence;
  }

  private void act(int others) {
    long now = nanoTime.getAsLong();
    if (lost(now, silence).isEmpty()) {
      registered = Optional.empty();
    } else if (registered.isEmpty() || now - registered.get() > silence) {
      registered = Optional.of(now);
      LOG.atWarn().addKeyValue("nodes", lost(now, silence)).log("out of reach on the bus");
      remedies.registerAnew();
    }
    int hopeless = lost(now, HOPELESS * silence).size();
    become(
        others == 1
            ? hopeless == 1 && !neighbours.isEldest().getAsBoolean()
            : 2 * hopeless > others);
  }

  /** Those with whom something has been wrong for so long, whichever way. */
  private Set<NodeId> lost(long now, long howLong) {
    return Stream.of(outOfReach, outOfTheirReach)
        .flatMap(troubles -> troubles.entrySet().stream())
        .filter(trouble -> now - trouble.getValue() > howLong)
        .map(Map.Entry::getKey)
        .collect(Collectors.toSet());
  }

  private void become(boolean worse) {
    if (worse != ill) {
      ill = worse;
      remedies.ill(worse);
    }
  }
}
