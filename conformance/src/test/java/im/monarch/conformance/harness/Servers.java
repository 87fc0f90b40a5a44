package im.monarch.conformance.harness;

import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Servers to play against, one per topology and configuration. A few stay up: whoever goes through
 * many configurations does so one after the other.
 */
public final class Servers implements AutoCloseable {

  private static final int KEPT = 3;

  private final Path folder;
  private final Map<Key, RunningServer> running = new LinkedHashMap<>(KEPT, 0.75f, true);
  private final List<String> complaints = new ArrayList<>();
  private int started;

  private record Key(Topology topology, String overlay) {}

  /**
   * @param folder for configurations, databases and logs
   */
  Servers(Path folder) {
    this.folder = folder;
  }

  /** The usual configuration. */
  public RunningServer get(Topology topology) {
    return get(topology, new JsonObject());
  }

  /**
   * A server of this configuration; started, if there is none.
   *
   * @param overlay JSON that goes over the usual configuration
   */
  public RunningServer get(Topology topology, JsonObject overlay) {
    var key = new Key(topology, overlay.encode());
    var server = running.get(key);
    if (server == null) {
      makeRoom();
      server = start(topology, overlay);
      running.put(key, server);
    }
    return server;
  }

  private RunningServer start(Topology topology, JsonObject overlay) {
    try {
      return RunningServer.start(topology, newFolder(topology.toString()), overlay);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Where a process that is started some other way may keep its files. */
  public Path newFolder(String name) {
    return folder.resolve(++started + "-" + name);
  }

  private void makeRoom() {
    if (running.size() >= KEPT) {
      var eldest = running.entrySet().iterator().next();
      running.remove(eldest.getKey());
      stop(eldest.getValue());
    }
  }

  private void stop(RunningServer server) {
    server.close();
    complaints.addAll(server.takeComplaints());
  }

  /** Warnings, errors and stack traces that nobody has taken yet. */
  List<String> takeComplaints() {
    var taken = new ArrayList<>(complaints);
    complaints.clear();
    running.values().forEach(server -> taken.addAll(server.takeComplaints()));
    return taken;
  }

  /**
   * Stops all.
   *
   * @throws IllegalStateException when a server did not end cleanly, or complained
   */
  @Override
  public void close() {
    var servers = List.copyOf(running.values());
    running.clear();
    servers.forEach(this::stop);
    if (!complaints.isEmpty()) {
      throw new IllegalStateException("in the logs: " + String.join("\n", complaints));
    }
  }
}
