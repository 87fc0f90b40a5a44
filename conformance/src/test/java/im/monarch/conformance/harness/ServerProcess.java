package im.monarch.conformance.harness;

import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.regex.Pattern;

/**
 * One process of the server: {@code java -jar monarch.jar run -c FILE.json --roles ...}. It is
 * ended by its handle: the process itself would close its output first, with what it says at the
 * end.
 */
public final class ServerProcess implements AutoCloseable {

  private static final Path JAR =
      Path.of(System.getProperty("monarch.jar", "../deploy/target/monarch.jar"));

  /** As the start script has them. Older Javas do not know the last one, hence the first. */
  private static final List<String> OPTIONS =
      List.of(
          "-XX:+IgnoreUnrecognizedVMOptions",
          "-Djava.util.concurrent.ForkJoinPool.common.parallelism=4",
          "--sun-misc-unsafe-memory-access=allow");

  private static final Pattern LISTENING = Pattern.compile("listening (\\S+) (\\S+):(\\d+)");
  private static final String READY = "monarch ready";
  private static final long START_SECONDS = 180;
  private static final long STOP_SECONDS = 30;
  private static final int ENDED_BY_SIGTERM = 128 + 15;

  private final Process process;
  private final ProcessLog log;
  private final Map<Listener, InetSocketAddress> addresses = new ConcurrentHashMap<>();
  private final CompletableFuture<Boolean> ready = new CompletableFuture<>();
  private final Thread follower;
  private boolean killed;

  private ServerProcess(Process process, ProcessLog log) {
    this.process = process;
    this.log = log;
    // Not a virtual one: to read a pipe takes a whole carrier, and there are as few as processors.
    this.follower =
        Thread.ofPlatform()
            .daemon()
            .start(
                () -> {
                  log.follow(process.inputReader(), this::readStartLine);
                  ready.complete(false);
                });
  }

  /**
   * Starts a process and waits until it listens.
   *
   * @param folder for its configuration and its log; a process may find another one's files there
   * @param roles none means all
   */
  public static ServerProcess start(Path folder, JsonObject configuration, List<String> roles)
      throws IOException {
    var server = launch(folder, configuration, roles);
    server.awaitReady();
    return server;
  }

  /**
   * Starts a process and does not wait.
   *
   * @param wrapper a command that runs the command behind it, in its own process; none runs it as
   *     it is
   */
  public static ServerProcess startWithin(
      List<String> wrapper, Path folder, JsonObject configuration, List<String> roles)
      throws IOException {
    return launch(wrapper, folder, configuration, roles);
  }

  /**
   * How a process ended.
   *
   * @param output everything it printed
   */
  public record Ended(int status, String output) {}

  /** Starts a process that is expected to end by itself. */
  public static Ended runToEnd(Path folder, JsonObject configuration, List<String> roles)
      throws IOException {
    var server = launch(folder, configuration, roles);
    try {
      if (!server.process.waitFor(START_SECONDS, TimeUnit.SECONDS)) {
        server.kill();
        throw new IllegalStateException("the server goes on:\n" + server.log.text());
      }
      server.follower.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    return new Ended(server.process.exitValue(), server.log.text());
  }

  private static ServerProcess launch(Path folder, JsonObject configuration, List<String> roles)
      throws IOException {
    return launch(List.of(), folder, configuration, roles);
  }

  private static ServerProcess launch(
      List<String> wrapper, Path folder, JsonObject configuration, List<String> roles)
      throws IOException {
    Files.createDirectories(folder);
    var file = folder.resolve("monarch.json");
    Files.writeString(file, configuration.encodePrettily());
    var command = new ArrayList<>(wrapper);
    command.addAll(command(file, roles));
    var process =
        new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true).start();
    return new ServerProcess(process, new ProcessLog(folder.resolve("monarch.log")));
  }

  private static List<String> command(Path configuration, List<String> roles) {
    var command = new ArrayList<String>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(OPTIONS);
    command.addAll(List.of("-jar", JAR.toAbsolutePath().normalize().toString()));
    command.addAll(List.of("run", "-c", configuration.toAbsolutePath().toString()));
    if (!roles.isEmpty()) {
      command.addAll(List.of("--roles", String.join(",", roles)));
    }
    return command;
  }

  private void readStartLine(String line) {
    var listening = LISTENING.matcher(line);
    if (listening.matches()) {
      var port = Integer.parseInt(listening.group(3));
      Listener.of(listening.group(1))
          .ifPresent(what -> addresses.put(what, new InetSocketAddress(listening.group(2), port)));
    } else if (line.equals(READY)) {
      ready.complete(true);
    }
  }

  /** Waits until it listens. */
  public void awaitReady() {
    try {
      if (ready.get(START_SECONDS, TimeUnit.SECONDS)) {
        return;
      }
    } catch (InterruptedException | ExecutionException | TimeoutException e) {
      process.toHandle().destroyForcibly();
      throw new IllegalStateException("the server never got ready:\n" + log.text(), e);
    }
    throw new IllegalStateException("the server ended instead of getting ready:\n" + log.text());
  }

  /**
   * Where this process listens for it.
   *
   * @throws IllegalStateException when this process does not listen for it
   */
  public InetSocketAddress address(Listener what) {
    var address = addresses.get(what);
    if (address == null) {
      throw new IllegalStateException("no '" + what.word() + "' listener in " + log.file());
    }
    return address;
  }

  /** Whether it still runs. */
  public boolean alive() {
    return process.isAlive();
  }

  /** Its number, for signals. */
  public long pid() {
    return process.pid();
  }

  /** Asks it to end, as an operator does, and does not wait. */
  public void terminate() {
    process.toHandle().destroy();
  }

  /**
   * Waits until it has ended, for whatever reason.
   *
   * @return its status; 128 and a number when it was a signal
   * @throws IllegalStateException when it does not end
   */
  public int awaitEnd() throws InterruptedException {
    if (!process.waitFor(STOP_SECONDS, TimeUnit.SECONDS)) {
      throw new IllegalStateException("the server goes on: " + log.file());
    }
    follower.join();
    return process.exitValue();
  }

  /** Whether any of its listeners is there. */
  public boolean listensAt(InetSocketAddress address) {
    return addresses.containsValue(address);
  }

  /** Whether {@link #address} knows where. */
  public boolean listensFor(Listener what) {
    return addresses.containsKey(what);
  }

  public ProcessLog log() {
    return log;
  }

  /** The power goes. */
  public void kill() throws InterruptedException {
    killed = true;
    process.toHandle().destroyForcibly();
    process.waitFor();
    follower.join();
  }

  /**
   * Ends it as an operator does, with SIGTERM, unless it was killed.
   *
   * @throws IllegalStateException when it does not end, or not cleanly
   */
  @Override
  public void close() {
    if (killed) {
      return;
    }
    process.toHandle().destroy();
    try {
      if (!process.waitFor(STOP_SECONDS, TimeUnit.SECONDS)) {
        process.toHandle().destroyForcibly();
        throw new IllegalStateException("the server does not end on SIGTERM: " + log.file());
      }
      follower.join();
    } catch (InterruptedException e) {
      process.toHandle().destroyForcibly();
      Thread.currentThread().interrupt();
    }
    int status = process.exitValue();
    if (status != 0 && status != ENDED_BY_SIGTERM) {
      throw new IllegalStateException("the server ended with status " + status + ": " + log.file());
    }
  }
}
