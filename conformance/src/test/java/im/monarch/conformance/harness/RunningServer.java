package im.monarch.conformance.harness;

import im.monarch.conformance.passport.PassportClient;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;

/** All processes of one server, started and ready. */
public final class RunningServer implements AutoCloseable {

  /** Asked for addresses while one of them is renewed. */
  private final List<ServerProcess> processes = new CopyOnWriteArrayList<>();

  private final List<Home> homes = new ArrayList<>();
  private final List<ServerProcess> former = new ArrayList<>();
  private final Set<String> invented = new LinkedHashSet<>();
  private final String adminToken = UUID.randomUUID().toString();

  /** What a process is started from. */
  private record Home(Path folder, JsonObject configuration, List<String> roles) {}

  private RunningServer() {}

  /**
   * Starts all processes and waits until they listen.
   *
   * @param folder for the files of all its processes; those of an earlier server go on
   * @param overlay goes over the configuration of each process
   */
  public static RunningServer start(Topology topology, Path folder, JsonObject overlay)
      throws IOException {
    var server = new RunningServer();
    var shared = new JsonObject();
    if (topology.clustered()) {
      shared.put("cluster", Configurations.cluster());
    }
    if (topology.sharesStore()) {
      var key = folder.toAbsolutePath().resolve("legacy-key").toString();
      shared.put("store", Databases.fresh().put("legacyKeyFile", key));
    }
    try {
      for (var part : topology.parts()) {
        var home = folder.resolve(part.name());
        var configuration = Configurations.alone(home, server.adminToken);
        configuration.mergeIn(shared, true).mergeIn(overlay, true);
        server.processes.add(ServerProcess.start(home, configuration, part.roles()));
        server.homes.add(new Home(home, configuration, part.roles()));
      }
      if (server.hasToFindEachOther()) {
        Acquaintance.await(server.address(Listener.DISPATCH));
      }
      return server;
    } catch (IOException | RuntimeException e) {
      server.kill();
      throw e;
    }
  }

  private boolean hasToFindEachOther() {
    return listening(Listener.NOTIFICATION).stream()
        .anyMatch(process -> !process.listensFor(Listener.DISPATCH));
  }

  private List<ServerProcess> listening(Listener what) {
    return processes.stream().filter(each -> each.listensFor(what)).toList();
  }

  /** The first process that listens for it. */
  public InetSocketAddress address(Listener what) {
    return address(what, 0);
  }

  /** All processes that listen for it. */
  public List<InetSocketAddress> addresses(Listener what) {
    return listening(what).stream().map(process -> process.address(what)).toList();
  }

  /**
   * Spreads people over the processes that listen for it.
   *
   * @param person their number, from 0
   */
  public InetSocketAddress address(Listener what, int person) {
    var listening = listening(what);
    if (listening.isEmpty()) {
      throw new IllegalStateException("nobody listens for " + what);
    }
    return listening.get(person % listening.size()).address(what);
  }

  public AdminClient admin() {
    return new AdminClient(processes.getFirst().address(Listener.MANAGEMENT), adminToken);
  }

  public PassportClient passport() {
    return new PassportClient(address(Listener.PASSPORT_HTTP), address(Listener.PASSPORT_HTTPS));
  }

  /**
   * Ends a process as an operator does, and starts it again: somewhere else, if its ports are free
   * ones.
   *
   * @param number in the order of the topology, from 0; none may have been killed before
   */
  public void renew(int number) throws IOException {
    var home = homes.get(number);
    var before = processes.get(number);
    before.close();
    former.add(before);
    var folder = home.folder().resolveSibling(home.folder().getFileName() + "-" + former.size());
    processes.set(number, ServerProcess.start(folder, home.configuration(), home.roles()));
  }

  /** Warnings, errors and stack traces of all processes that nobody has taken yet. */
  public List<String> takeComplaints() {
    return Stream.concat(former.stream(), processes.stream())
        .flatMap(each -> each.log().takeComplaints().stream())
        .toList();
  }

  /** Remembers an account that is there for one transcript only. */
  void invented(String handle) {
    invented.add(handle);
  }

  /** The accounts that were there for one transcript only; forgets them. */
  List<String> takeInvented() {
    var handles = List.copyOf(invented);
    invented.clear();
    return handles;
  }

  /** One of its processes, in the order of the topology, from 0. */
  public ServerProcess process(int number) {
    return processes.get(number);
  }

  /** The power goes for the process that listens for {@code what} there. */
  public void kill(Listener what, InetSocketAddress address) throws InterruptedException {
    for (var process : listening(what)) {
      if (process.address(what).equals(address)) {
        process.kill();
        processes.remove(process);
      }
    }
  }

  /** The power goes, for all processes at once. */
  public void kill() {
    for (var process : processes) {
      try {
        process.kill();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
  }

  /** Ends the processes, last one first: all of them, whatever becomes of one. */
  @Override
  public void close() {
    var faults = new ArrayList<RuntimeException>();
    for (var process : processes.reversed()) {
      try {
        process.close();
      } catch (IllegalStateException e) {
        faults.add(e);
      }
    }
    if (!faults.isEmpty()) {
      faults.stream().skip(1).forEach(faults.getFirst()::addSuppressed);
      throw faults.getFirst();
    }
  }
}
