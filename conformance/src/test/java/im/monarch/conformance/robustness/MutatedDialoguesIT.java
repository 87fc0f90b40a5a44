package im.monarch.conformance.robustness;

import static org.assertj.core.api.Assertions.assertThat;

import im.monarch.conformance.harness.Listener;
import im.monarch.conformance.harness.RunningServer;
import im.monarch.conformance.harness.Servers;
import im.monarch.conformance.harness.ServersExtension;
import im.monarch.conformance.harness.Topology;
import im.monarch.conformance.transcript.Fact;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.Semaphore;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Clients that nearly get it right: the dialogues of the transcripts with mistakes in them. */
@ExtendWith(ServersExtension.class)
class MutatedDialoguesIT {

  /** Signing in costs a password check, so only some of the attempts do it. */
  private static final int SIGNED_IN_ONE_IN = 40;

  /** So those say more, as long as the server listens. */
  private static final int DIALOGUES_SIGNED_IN = 4;

  private static final int PEOPLE = 12;

  /** More at once, and Passport asks some to come again: that is another test's matter. */
  private static final Semaphore SIGNING_IN = new Semaphore(2);

  @Test
  void noMistakeBringsTheServerDown(Servers servers) throws Exception {
    var server = servers.get(Topology.SINGLE);
    var corpus = Corpus.ofTranscripts();
    var people = people(server);

    Swarm.unleash(
        (Random random) -> {
          if (random.nextInt(SIGNED_IN_ONE_IN) == 0) {
            signedIn(server, corpus, people.get(random.nextInt(PEOPLE)), random);
          } else {
            stranger(server, corpus, random);
          }
        });

    assertThat(server.takeComplaints()).as("complaints in the log").isEmpty();
    Survivor.check(server);
  }

  private static void stranger(RunningServer server, Corpus corpus, Random random)
      throws IOException {
    var door = random.nextBoolean() ? Listener.DISPATCH : Listener.NOTIFICATION;
    var words = new Mutator(random).mutated(Corpus.any(corpus.beforeSigningIn(), random));
    try (var visit = new Visit(server.address(door))) {
      assertWholeLines(visit.sayAllAndListen(words, random));
    }
  }

  /** Sometimes two of them are the same person, which ends the first one's session. */
  private static void signedIn(
      RunningServer server, Corpus corpus, Fact.Account account, Random random) throws IOException {
    var mutator = new Mutator(random);
    var words =
        Stream.generate(() -> mutator.mutated(Corpus.any(corpus.signedIn(), random)))
            .limit(DIALOGUES_SIGNED_IN)
            .collect(Collectors.joining());
    try (var visit = signIn(server, account, random.nextBoolean() ? "MSNP8" : "MSNP9")) {
      assertWholeLines(visit.visit().sayAllAndListen(words, random));
    }
  }

  private static SignedInVisit signIn(RunningServer server, Fact.Account account, String dialect)
      throws IOException {
    SIGNING_IN.acquireUninterruptibly();
    try {
      return new SignedInVisit(server, account, dialect);
    } finally {
      SIGNING_IN.release();
    }
  }

  /** Whatever came in, what goes out is lines. */
  private static void assertWholeLines(String said) {
    assertThat(said).matches("(?s)|.*\r\n");
  }

  private static List<Fact.Account> people(RunningServer server) {
    var people =
        IntStream.range(0, PEOPLE)
            .mapToObj(i -> new Fact.Account("clumsy" + i + "@example.com", "Clumsy " + i, "secret"))
            .toList();
    people.forEach(person -> server.admin().delete(person.handle()));
    people.forEach(server.admin()::create);
    for (int i = 0; i < PEOPLE; i++) {
      var friend = people.get((i + 1) % PEOPLE).handle();
      var lists = List.of("FL", "AL");
      server
          .admin()
          .put(new Fact.Lists(people.get(i).handle(), friend, lists, List.of(), Optional.empty()));
    }
    return people;
  }
}
