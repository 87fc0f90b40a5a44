package im.monarch.conformance.durability;

import static org.assertj.core.api.Assertions.assertThat;

import im.monarch.conformance.harness.LiveWorld;
import im.monarch.conformance.harness.RunningServer;
import im.monarch.conformance.harness.Servers;
import im.monarch.conformance.harness.ServersExtension;
import im.monarch.conformance.harness.Topology;
import im.monarch.conformance.transcript.Fact;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * The process is killed in the middle of its work and started again on the same files, {@code
 * -Dmonarch.kills=} times. What it acknowledged is there, and nothing is there by half.
 */
@ExtendWith(ServersExtension.class)
class KillIT {

  private static final int KILLS = Integer.getInteger("monarch.kills", 3);
  private static final long SEED = Long.getLong("monarch.seed", 19_990_722L);
  private static final int WRITERS = 4;
  private static final int CONTACTS = 10;
  private static final int FEWEST_WRITES = 20;
  private static final int MORE_WRITES = 300;
  private static final int PATIENCE_SECONDS = 60;

  private final Ledger ledger = new Ledger();
  private final Random random = new Random(SEED);

  @Test
  void whatWasAcknowledgedSurvives(Servers servers) throws Exception {
    var folder = servers.newFolder("killed");
    var contacts = handles("contact", CONTACTS);
    var owners = handles("writer", WRITERS);
    register(folder, contacts, owners);

    for (int kill = 1; kill <= KILLS; kill++) {
      try (var server = start(folder)) {
        ledger.check(server.admin());
        writeUntilKilled(server, contacts, owners);
      }
    }

    try (var server = start(folder)) {
      ledger.check(server.admin());
      assertThat(ledger.size()).as("seed %d", SEED).isPositive();
      assertThat(ticket(server, owners.getFirst())).startsWith("t=");
    }
  }

  private static List<String> handles(String name, int count) {
    return IntStream.range(0, count).mapToObj(i -> name + i + "@example.com").toList();
  }

  private static RunningServer start(Path folder) throws IOException {
    return RunningServer.start(Topology.SINGLE, folder, new JsonObject());
  }

  /** The very first writes are followed by a kill too. */
  private void register(Path folder, List<String> contacts, List<String> owners)
      throws IOException {
    try (var server = start(folder)) {
      contacts.forEach(handle -> server.admin().create(account(handle)));
      owners.forEach(handle -> server.admin().create(account(handle)));
      owners.forEach(ledger::opened);
      server.kill();
    }
  }

  private static Fact.Account account(String handle) {
    return new Fact.Account(handle, "Somebody", "secret");
  }

  private void writeUntilKilled(RunningServer server, List<String> contacts, List<String> owners)
      throws InterruptedException, ExecutionException {
    var enough = new CountDownLatch(FEWEST_WRITES + random.nextInt(MORE_WRITES));
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var writing = new ArrayList<Future<?>>();
      for (var owner : owners) {
        var writer = new Writer(owner, contacts, new Random(random.nextLong()), ledger);
        writing.add(
            threads.submit(
                () -> writer.writeUntilTheServerIsGone(server.admin(), enough::countDown)));
      }
      var inTime = enough.await(PATIENCE_SECONDS, TimeUnit.SECONDS);
      server.kill();
      for (var writer : writing) {
        writer.get();
      }
      assertThat(inTime).as("enough answers, seed %d", SEED).isTrue();
    }
  }

  private static String ticket(RunningServer server, String handle) {
    return new LiveWorld(server)
        .ticket(handle, "secret", "lc=1033,id=507,ct=1,tpf=0123456789abcdef0123456789abcdef");
  }
}
