package im.monarch.runtime.store;

import im.monarch.domain.accounts.Accounts;
import im.monarch.domain.accounts.PasswordHash;
import im.monarch.domain.roster.RosterEdit;
import im.monarch.protocol.vocabulary.ContactList;
import im.monarch.protocol.vocabulary.FriendlyName;
import im.monarch.protocol.vocabulary.Handle;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** A process that has a store open: on standard output it says what it has done. */
final class ChildStore implements AutoCloseable {

  static final Handle ALICE = new Handle("alice@example.com");
  static final Handle BOB = new Handle("bob@example.com");
  static final String OPEN = "open";

  private final Process process;
  private final BufferedReader output;

  private ChildStore(Process process) {
    this.process = process;
    output = process.inputReader(StandardCharsets.UTF_8);
  }

  /** Opens the store and waits to be killed. */
  static ChildStore holding(Path path) throws IOException {
    return start(path, "hold");
  }

  /** Opens the store and edits without end, saying the number of each edit that is acknowledged. */
  static ChildStore editing(Path path) throws IOException {
    return start(path, "edit");
  }

  private static ChildStore start(Path path, String mode) throws IOException {
    var command =
        List.of(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-XX:TieredStopAtLevel=1",
            "-cp",
            System.getProperty("java.class.path"),
            ChildStore.class.getName(),
            path.toString(),
            mode);
    return new ChildStore(
        new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD).start());
  }

  void waitUntilOpen() throws IOException {
    for (var line = nextLine(); !line.equals(OPEN); line = nextLine()) {
      if (line.isEmpty()) {
        throw new IOException("the child process ended");
      }
    }
  }

  /** The next line of its output; empty when it has ended. */
  String nextLine() throws IOException {
    return Optional.ofNullable(output.readLine()).orElse("");
  }

  /** What it said before can still be read. */
  void kill() {
    process.toHandle().destroyForcibly();
    process.onExit().join();
  }

  @Override
  public void close() throws IOException {
    kill();
    output.close();
  }

  public static void main(String... arguments) {
    var answers = System.out;
    System.setOut(System.err);
    var store = Store.open(Vertx.vertx(), StoreConfig.h2(Path.of(arguments[0]))).await();
    say(answers, OPEN);
    if (arguments[1].equals("edit")) {
      register(store.accounts(), ALICE)
          .compose(done -> register(store.accounts(), BOB))
          .compose(done -> version(store))
          .compose(version -> editFrom(store, answers, version))
          .await();
    }
  }

  private static Future<Void> register(Accounts accounts, Handle handle) {
    return accounts.register(handle, FriendlyName.of(handle), new PasswordHash("-")).mapEmpty();
  }

  private static Future<Long> version(Store store) {
    return store.rosters().load(ALICE).map(book -> book.orElseThrow().version().number());
  }

  /** One edit for each version, so that what is stored can be told from the version alone. */
  private static Future<Void> editFrom(Store store, PrintStream answers, long version) {
    return store
        .rosters()
        .edit(ALICE, editAt(version))
        .compose(
            edited -> {
              say(answers, Long.toString(version + 1));
              return editFrom(store, answers, version + 1);
            });
  }

  /** Adds Bob, renames herself, removes Bob, renames herself. */
  private static RosterEdit editAt(long version) {
    return switch ((int) (version % 4)) {
      case 1 -> new RosterEdit.Add(ContactList.FL, BOB, new FriendlyName("Bob"), Optional.empty());
      case 3 -> new RosterEdit.Remove(ContactList.FL, BOB, Optional.empty());
      default -> new RosterEdit.RenameSelf(new FriendlyName("version" + (version + 1)));
    };
  }

  private static void say(PrintStream answers, String line) {
    answers.println(line);
    answers.flush();
  }
}
