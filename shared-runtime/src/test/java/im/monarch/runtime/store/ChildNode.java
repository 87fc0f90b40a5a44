package im.monarch.runtime.store;

import im.monarch.domain.nodes.NodeId;
import im.monarch.domain.roster.RosterEdit;
import im.monarch.domain.roster.Rosters.Edited;
import im.monarch.domain.sessions.Membership;
import im.monarch.domain.sessions.SessionClaims.Claim;
import im.monarch.protocol.vocabulary.FriendlyName;
import im.monarch.protocol.vocabulary.Handle;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * A process that is a node with one session, which edits without end: on standard output it says
 * the version of each edit that it would acknowledge, and at last that the session is over.
 */
final class ChildNode implements AutoCloseable {

  static final NodeId NODE = new NodeId("child");
  static final Duration LEASE = Duration.ofSeconds(2);
  static final String OVER = "over";
  private static final Handle ALICE = TroubleContract.ALICE;

  private final Process process;
  private final BufferedReader output;

  ChildNode(PostgresServer server) throws IOException {
    var command =
        List.of(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-XX:TieredStopAtLevel=1",
            "-cp",
            System.getProperty("java.class.path"),
            ChildNode.class.getName(),
            Integer.toString(server.hosts().get(0).port()),
            server.database());
    process = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD).start();
    output = process.inputReader(StandardCharsets.UTF_8);
  }

  /** The next line of its output; empty when it has ended. */
  String nextLine() throws IOException {
    return Optional.ofNullable(output.readLine()).orElse("");
  }

  void stop() throws IOException, InterruptedException {
    signal("STOP");
  }

  void goOn() throws IOException, InterruptedException {
    signal("CONT");
  }

  private void signal(String name) throws IOException, InterruptedException {
    int status =
        new ProcessBuilder("kill", "-" + name, Long.toString(process.pid())).start().waitFor();
    if (status != 0) {
      throw new IOException("kill: " + status);
    }
  }

  @Override
  public void close() throws IOException {
    process.destroyForcibly();
    process.onExit().join();
    output.close();
  }

  public static void main(String... arguments) {
    var answers = System.out;
    System.setOut(System.err);
    var place = Postgres.at(Integer.parseInt(arguments[0]), arguments[1]);
    var config = StoreConfig.of(place).withPatience(Duration.ofSeconds(1));
    var store = Store.open(Vertx.vertx(), config).await();
    var joined = store.join(NODE, LEASE).await();
    var claim = joined.claims().claim(ALICE, NODE).await();
    edit(store, joined, claim, answers).await();
    System.exit(0);
  }

  private static Future<Void> edit(
      Store store, Membership joined, Claim claim, PrintStream answers) {
    return store
        .rosters()
        .edit(ALICE, new RosterEdit.RenameSelf(new FriendlyName("x")), joined.claims().fence(claim))
        .map(edited -> answer(edited, joined.claims().stands(claim)))
        .otherwise("unavailable")
        .compose(
            answer -> {
              answers.println(answer);
              answers.flush();
              return answer.equals(OVER)
                  ? Future.succeededFuture()
                  : edit(store, joined, claim, answers);
            });
  }

  private static String answer(Edited edited, boolean stands) {
    return edited instanceof Edited.Stored stored && stands
        ? Long.toString(stored.after().version().number())
        : OVER;
  }
}
