package im.monarch.conformance.chaos;

import im.monarch.conformance.chaos.crowd.Destination;
import im.monarch.conformance.chaos.crowd.Entrance;
import im.monarch.conformance.chaos.fault.Database;
import im.monarch.conformance.chaos.fault.Network;
import im.monarch.conformance.chaos.fault.Relay;
import im.monarch.conformance.client.TicketBooth;
import im.monarch.conformance.harness.AdminClient;
import im.monarch.conformance.harness.Listener;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.awaitility.Awaitility;

/**
 * Three notification processes, two switchboards, two that do dispatch and Passport, and
 * PostgreSQL, on a network and with ways to the database that can be cut one by one.
 */
final class Cluster implements Entrance, AutoCloseable {

  static final List<String> NOTIFICATION = List.of("n1", "n2", "n3");
  static final List<String> SWITCHBOARD = List.of("s1", "s2");

  /** Where people come first, and get their tickets. */
  static final List<String> FRONT = List.of("f1", "f2");

  private static final String PASSWORD = "secret";

  private static final int AT_ONCE = 2;
  private static final Duration START = Duration.ofMinutes(2);

  private final String adminToken = UUID.randomUUID().toString();
  private final String clusterName = "chaos-" + UUID.randomUUID();
  private final Map<String, Member> members = new LinkedHashMap<>();
  private final List<Relay> relays = new ArrayList<>();
  private final AtomicInteger crowds = new AtomicInteger();
  private final Network network;
  private final Database database;
  private final Map<InetSocketAddress, TicketBooth> booths = new ConcurrentHashMap<>();
  private boolean spoiled;

  private Cluster(Network network, Database database) {
    this.network = network;
    this.database = database;
  }

  /**
   * Starts everything and waits until people can sign in.
   *
   * @param folder for the files of all
   */
  static Cluster start(Path folder) throws IOException {
    var roles = new LinkedHashMap<String, List<String>>();
    FRONT.forEach(name -> roles.put(name, List.of("dispatch", "passport")));
    NOTIFICATION.forEach(name -> roles.put(name, List.of("notification")));
    SWITCHBOARD.forEach(name -> roles.put(name, List.of("switchboard")));
    var network = Network.open(List.copyOf(roles.keySet()));
    try {
      var cluster =
          new Cluster(network, new Database(folder.resolve("postgresql").toAbsolutePath()));
      try {
        for (var each : roles.entrySet()) {
          cluster.found(each.getKey(), each.getValue(), folder.toAbsolutePath());
        }
        cluster.startAll();
        return cluster;
      } catch (IOException | RuntimeException e) {
        cluster.close();
        throw e;
      }
    } catch (IOException | RuntimeException e) {
      network.close();
      throw e;
    }
  }

  private void found(String name, List<String> roles, Path folder) throws IOException {
    var way =
        new Relay(
            network.gateway(),
            new InetSocketAddress(InetAddress.getLoopbackAddress(), database.port()));
    relays.add(way);
    var configuration =
        Settings.of(name, network.address(name), adminToken)
            .put(
                "store",
                new JsonObject(Map.copyOf(database.section(network.gateway(), way.port()))))
            .put("cluster", cluster(name));
    var home = new Member.Home(roles, folder.resolve(name), configuration, network.wrapper(name));
    members.put(name, new Member(name, home, way));
  }

  private JsonObject cluster(String name) {
    var addresses = new JsonArray();
    Stream.of(FRONT, NOTIFICATION, SWITCHBOARD)
        .flatMap(List::stream)
        .forEach(
            each -> addresses.add(network.clusterHost(each) + ':' + network.clusterPort(each)));
    return new JsonObject()
        .put("enabled", true)
        .put("name", clusterName)
        .put("host", network.clusterHost(name))
        .put("members", addresses)
        .put("port", network.clusterPort(name))
        .put("busPort", network.busPort(name))
        .put("leaseSeconds", Faults.LEASE.toSeconds());
  }

  /**
   * Starts whoever is not there, and waits for all of them. The first one comes alone, as it makes
   * the tables; the others in pairs, as a start takes a processor.
   */
  void startAll() throws IOException {
    var missing = new ArrayDeque<>(members.values().stream().filter(it -> !it.alive()).toList());
    boolean first = missing.size() == members.size();
    while (!missing.isEmpty()) {
      var starting = new ArrayList<Member>();
      while (!missing.isEmpty() && starting.size() < (first ? 1 : AT_ONCE)) {
        starting.add(missing.poll());
      }
      for (var member : starting) {
        member.launch();
      }
      starting.forEach(Member::awaitReady);
      first = false;
    }
  }

  Member member(String name) {
    return members.get(name);
  }

  List<Member> members() {
    return List.copyOf(members.values());
  }

  Network network() {
    return network;
  }

  Database database() {
    return database;
  }

  /** The administration, at a process that keeps accounts. */
  AdminClient admin() {
    var there = listening(Listener.PASSPORT_HTTP).findFirst().orElseThrow();
    return new AdminClient(there.address(Listener.MANAGEMENT), adminToken);
  }

  /** Whether every process knows every other one, and hears of it. */
  boolean isWhole() {
    return members.values().stream().allMatch(member -> knows(member, members.size()));
  }

  /** Whether all processes but that one know each other and nobody else. */
  boolean isWholeWithout(String absent) {
    return members.values().stream()
        .filter(member -> !member.name().equals(absent))
        .allMatch(member -> knows(member, members.size() - 1));
  }

  private boolean knows(Member member, int count) {
    var status = new AdminClient(member.address(Listener.MANAGEMENT), adminToken).status();
    return status.getInteger("silent") == 0 && status.getJsonArray("nodes").size() == count;
  }

  private Stream<Member> listening(Listener what) {
    return members.values().stream().filter(member -> member.listensFor(what));
  }

  /** A name for people that nobody else has. */
  String crowd(String name) {
    return name + crowds.incrementAndGet() + '-';
  }

  @Override
  public List<Destination> dispatch(String handle) {
    return inTurn(handle, Listener.DISPATCH).stream()
        .map(member -> new Destination(member.name(), member.address(Listener.DISPATCH)))
        .toList();
  }

  /** As many begin with one as with another. */
  private List<Member> inTurn(String handle, Listener what) {
    var members = listening(what).collect(Collectors.toCollection(ArrayList::new));
    Collections.rotate(members, handle.hashCode());
    return members;
  }

  @Override
  public Destination notification(String node) {
    return new Destination(node, member(node).address(Listener.NOTIFICATION));
  }

  @Override
  public Destination at(InetSocketAddress address) {
    var node =
        members.values().stream()
            .filter(member -> member.listensAt(address))
            .map(Member::name)
            .findFirst()
            .orElse(address.toString());
    return new Destination(node, address);
  }

  /** Whoever finds nobody at one address tries the next one. */
  @Override
  public String ticket(String handle, String challenge) {
    var last = new UncheckedIOException(new IOException("no Passport"));
    for (var member : inTurn(handle, Listener.PASSPORT_HTTP)) {
      try {
        return booth(member).ticket(handle, PASSWORD, challenge);
      } catch (UncheckedIOException e) {
        last = e;
      }
    }
    throw last;
  }

  private TicketBooth booth(Member member) {
    return booths.computeIfAbsent(member.address(Listener.PASSPORT_HTTP), TicketBooth::new);
  }

  /** Undoes every fault, and starts whoever was killed. */
  void restore() throws IOException {
    network.heal();
    for (var relay : relays) {
      relay.delay(0);
      relay.heal();
    }
    members.values().forEach(Member::resume);
    startAll();
  }

  /** Nobody should build on what a failed test has left. */
  void spoil() {
    spoiled = true;
  }

  boolean spoiled() {
    return spoiled;
  }

  /** Waits for a condition of the processes' own. */
  static void await(String what, java.util.concurrent.Callable<Boolean> condition) {
    Awaitility.await(what).atMost(START).pollInterval(Duration.ofMillis(100)).until(condition);
  }

  @Override
  public void close() throws IOException {
    members.values().forEach(Member::resume);
    members.values().forEach(Member::end);
    try {
      for (var relay : relays) {
        relay.close();
      }
      database.close();
    } finally {
      network.close();
    }
  }
}
