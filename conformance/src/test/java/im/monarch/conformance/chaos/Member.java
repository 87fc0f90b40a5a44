package im.monarch.conformance.chaos;

import im.monarch.conformance.chaos.fault.Relay;
import im.monarch.conformance.chaos.fault.Signal;
import im.monarch.conformance.harness.Listener;
import im.monarch.conformance.harness.ServerProcess;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** One process of the server, which may be there or not. */
final class Member {

  private final String name;
  private final Home home;
  private final Relay database;
  private Optional<ServerProcess> process = Optional.empty();
  private boolean stopped;

  /**
   * What is the same each time it starts.
   *
   * @param wrapper puts the process where it belongs in the network
   */
  record Home(List<String> roles, Path folder, JsonObject configuration, List<String> wrapper) {}

  /**
   * @param database its own way to the database
   */
  Member(String name, Home home, Relay database) {
    this.name = name;
    this.home = home;
    this.database = database;
  }

  String name() {
    return name;
  }

  /** Its way to the database, which can be cut. */
  Relay database() {
    return database;
  }

  boolean runs(String role) {
    return home.roles().contains(role);
  }

  boolean alive() {
    return process.filter(ServerProcess::alive).isPresent();
  }

  /** Starts it and does not wait. */
  void launch() throws IOException {
    launchWithin(List.of(), new JsonObject());
  }

  /**
   * Starts it by way of another command, and does not wait.
   *
   * @param over goes over its configuration, for this time only
   */
  void launchWithin(List<String> another, JsonObject over) throws IOException {
    var wrapper = Stream.concat(home.wrapper().stream(), another.stream()).toList();
    var configuration = home.configuration().copy().mergeIn(over, true);
    process =
        Optional.of(ServerProcess.startWithin(wrapper, home.folder(), configuration, home.roles()));
  }

  /** Its number, for whoever looks into it. */
  long pid() {
    return running().pid();
  }

  void awaitReady() {
    running().awaitReady();
  }

  InetSocketAddress address(Listener what) {
    return running().address(what);
  }

  /** Whether it is there and listens for it. */
  boolean listensFor(Listener what) {
    return process.filter(there -> there.alive() && there.listensFor(what)).isPresent();
  }

  /** Whether clients are sent there. */
  boolean listensAt(InetSocketAddress address) {
    return process.filter(there -> there.listensAt(address)).isPresent();
  }

  private ServerProcess running() {
    return process.orElseThrow(() -> new IllegalStateException(name + " does not run"));
  }

  /** The power goes. */
  void kill() {
    try {
      running().kill();
      stopped = false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** It stops in its tracks. */
  void pause() {
    Signal.STOP.to(running().pid());
    stopped = true;
  }

  /** It goes on, and knows nothing of the time between. */
  void resume() {
    if (stopped) {
      Signal.CONT.to(running().pid());
      stopped = false;
    }
  }

  /** Ends it as an operator does, and waits until it has ended. */
  void drain() {
    running().close();
  }

  /** However it is, it is not there any more. */
  void end() {
    process.filter(ServerProcess::alive).ifPresent(there -> kill());
  }

  String log() {
    return process.map(there -> there.log().text()).orElse("");
  }
}
