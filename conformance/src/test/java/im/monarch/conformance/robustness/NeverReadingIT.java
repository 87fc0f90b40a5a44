package im.monarch.conformance.robustness;

import static org.assertj.core.api.Assertions.assertThat;

import im.monarch.conformance.harness.RunningServer;
import im.monarch.conformance.harness.Servers;
import im.monarch.conformance.harness.ServersExtension;
import im.monarch.conformance.harness.Topology;
import im.monarch.conformance.transcript.Fact;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * A client that never reads what it is told (protocol notes, 12; the bound is in bytes). Alice
 * changes her picture again and again; bob does not read of it, carol does.
 */
@ExtendWith(ServersExtension.class)
class NeverReadingIT {

  private static final Fact.Account ALICE = person("busy-alice");
  private static final Fact.Account BOB = person("deaf-bob");
  private static final Fact.Account CAROL = person("patient-carol");

  private static final String PICTURE = "%3Cmsnobj%20" + "A".repeat(900) + "%2F%3E";
  private static final int AT_ONCE = 50;

  /** Some 60 MB: many times what the networks on both sides keep for bob. */
  private static final int MOST_CHANGES = 60_000;

  @Test
  void whoNeverReadsIsCutOffAndNobodyElseNotices(Servers servers) throws Exception {
    var server = servers.get(Topology.SINGLE);
    prepare(server);

    try (var bob = SignedInVisit.withSmallBuffer(server, BOB);
        var carol = new SignedInVisit(server, CAROL, "MSNP9");
        var alice = new SignedInVisit(server, ALICE, "MSNP9");
        var reader = Executors.newVirtualThreadPerTaskExecutor()) {
      bob.visit().say("CHG 5 NLN 0\r\n");
      appear(alice);
      appear(carol);
      var heard = reader.submit(newsUntilSilence(carol));

      int changes = changesUntilBobIsGone(alice);

      carol.visit().say("PNG\r\n");
      assertThat(changes).isLessThan(MOST_CHANGES);
      assertThat(heard.get()).isEqualTo(changes);
    }
    assertThat(server.takeComplaints()).as("complaints in the log").isEmpty();
    Survivor.check(server);
  }

  private static void prepare(RunningServer server) {
    for (var person : List.of(ALICE, BOB, CAROL)) {
      server.admin().delete(person.handle());
      server.admin().create(person);
    }
    server.admin().put(lists(BOB, ALICE));
    server.admin().put(lists(CAROL, ALICE));
    server.admin().put(lists(ALICE, BOB));
  }

  private static Fact.Account person(String name) {
    return new Fact.Account(name + "@example.com", name, "secret");
  }

  private static Fact.Lists lists(Fact.Account owner, Fact.Account contact) {
    return new Fact.Lists(
        owner.handle(), contact.handle(), List.of("FL", "AL"), List.of(), Optional.empty());
  }

  private static void appear(SignedInVisit visit) throws IOException {
    visit.visit().say("CHG 5 NLN 0\r\n");
    hearUntil(visit, "CHG 5 NLN 0");
  }

  private static void hearUntil(SignedInVisit visit, String expected) throws IOException {
    for (var line = visit.visit().hearLine(); !line.equals(expected); ) {
      line = visit.visit().hearLine();
    }
  }

  /** Alice changes until she hears that bob is gone. */
  private static int changesUntilBobIsGone(SignedInVisit alice) throws IOException {
    var gone = "FLN " + BOB.handle();
    int changes = 0;
    boolean bobIsGone = false;
    while (!bobIsGone && changes < MOST_CHANGES) {
      var batch = new StringBuilder();
      for (int i = 0; i < AT_ONCE; i++) {
        batch.append("CHG 9 NLN 0 ").append(PICTURE).append(changes + i).append("\r\n");
      }
      alice.visit().say(batch.toString());
      for (int echoes = 0; echoes < AT_ONCE; ) {
        var line = alice.visit().hearLine();
        echoes += line.startsWith("CHG 9 ") ? 1 : 0;
        bobIsGone |= line.equals(gone);
      }
      changes += AT_ONCE;
    }
    return changes;
  }

  /** How often carol hears of alice until she gets an answer to her question. */
  private static Callable<Integer> newsUntilSilence(SignedInVisit carol) {
    return () -> {
      int news = 0;
      for (var line = carol.visit().hearLine(); !line.startsWith("QNG"); ) {
        news += line.startsWith("NLN NLN " + ALICE.handle()) ? 1 : 0;
        line = carol.visit().hearLine();
      }
      return news;
    };
  }
}
