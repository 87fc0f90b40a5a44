package im.monarch.conformance.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import im.monarch.conformance.client.Client;
import im.monarch.conformance.client.Door;
import im.monarch.conformance.harness.Listener;
import im.monarch.conformance.harness.RunningServer;
import im.monarch.conformance.harness.Servers;
import im.monarch.conformance.harness.ServersExtension;
import im.monarch.conformance.harness.Topology;
import im.monarch.conformance.harness.Topology.Part;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Every process ends and begins again, one after the other, while people use the service. The short
 * form: six people, two processes of each kind.
 */
@ExtendWith(ServersExtension.class)
class RollingRestartIT {

  private static final Topology TWO_OF_EACH =
      new Topology(
          "TWO_OF_EACH",
          List.of(
              new Part("passport-1", List.of("passport")),
              new Part("passport-2", List.of("passport")),
              new Part("first", List.of("notification")),
              new Part("second", List.of("notification")),
              new Part("dispatch-1", List.of("dispatch")),
              new Part("dispatch-2", List.of("dispatch"))));

  private static final Topology ONE_SWITCHBOARD =
      new Topology(
          "ONE_SWITCHBOARD",
          List.of(
              new Part("first", List.of("dispatch", "notification", "passport")),
              new Part("switchboard", List.of("switchboard"))));

  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final int SWITCHBOARD = 1;
  private static final int PEOPLE = 6;
  private static final int MESSAGES = 100;
  private static final String TEXT = "MIME-Version: 1.0\r\n\r\nhello";

  @Test
  void nobodyFailsToSignInAndNoAcknowledgedEditIsLost(Servers servers) throws Exception {
    var folder = servers.newFolder("ROLLING_RESTART");
    try (var server = RunningServer.start(TWO_OF_EACH, folder, new JsonObject())) {
      var enough = new AtomicBoolean();
      var people = people(server, enough);
      try (var threads = Executors.newFixedThreadPool(PEOPLE)) {
        people.forEach(threads::execute);
        for (int process = 0; process < TWO_OF_EACH.parts().size(); process++) {
          server.renew(process);
        }
        enough.set(true);
      }

      assertThat(people).flatExtracting(Regular::failures).isEmpty();
      assertThat(people).allSatisfy(one -> assertThat(one.signIns()).isGreaterThan(1));
      assertThat(people).extracting(Regular::referrals).anyMatch(times -> times > 0);
      var door = new Door(server);
      for (int i = 0; i < PEOPLE; i++) {
        assertThat(people.get(i).versions()).isSorted().doesNotHaveDuplicates();
        assertThat(stored(door, server, handle(i)))
            .isGreaterThanOrEqualTo(people.get(i).acknowledged());
      }
    }
  }

  @Test
  void conversationsGoOnAtASwitchboardThatIsAboutToEnd(Servers servers) throws Exception {
    var folder = servers.newFolder("LAST_ROUND");
    try (var server = RunningServer.start(ONE_SWITCHBOARD, folder, new JsonObject());
        var threads = Executors.newSingleThreadExecutor()) {
      var door = new Door(server);
      door.register(handle(0), "Alice");
      door.register(handle(1), "Bob");
      try (var alice = appears(door, handle(0));
          var bob = appears(door, handle(1))) {
        talkWhileItEnds(alice, bob, () -> threads.submit(() -> renew(server))).get();
      }
    }
  }

  /** Two people are heard until they leave; yields the end of the process they talked at. */
  private static Future<Void> talkWhileItEnds(
      Client alice, Client bob, Supplier<Future<Void>> ending) throws IOException {
    try (var caller = begin(alice, handle(0));
        var callee = answer(caller, bob, handle(1))) {
      var ended = ending.get();
      awaitRefusal(alice);
      for (int i = 0; i < MESSAGES; i++) {
        caller.say("MSG " + i + " A " + (TEXT.length() + 2) + "\r\n" + TEXT);
        assertThat(caller.hear()).isEqualTo("ACK " + i);
        assertThat(callee.hear()).startsWith("MSG " + handle(0));
      }
      return ended;
    }
  }

  private static List<Regular> people(RunningServer server, AtomicBoolean enough) {
    var door = new Door(server);
    var people = new ArrayList<Regular>();
    for (int i = 0; i < PEOPLE; i++) {
      door.register(handle(i), "Somebody");
      people.add(new Regular(server, door, handle(i), enough));
    }
    return people;
  }

  private static String handle(int number) {
    return "user" + number + "@example.com";
  }

  /** The edits of a person, as the lists have them. */
  private static int stored(Door door, RunningServer server, String handle) {
    try (var client = door.signIn(handle, "MSNP9", server.address(Listener.NOTIFICATION))) {
      client.say("SYN 5 0");
      return client.hearOut().stream()
          .filter(line -> line.startsWith("PRP PHH "))
          .map(line -> Integer.parseInt(line.substring("PRP PHH ".length())))
          .findFirst()
          .orElse(0);
    }
  }

  private static Void renew(RunningServer server) throws IOException {
    server.renew(SWITCHBOARD);
    return null;
  }

  private static Client appears(Door door, String handle) {
    var client = door.signIn(handle, "MSNP9");
    assertThat(ask(client, "CHG 5 NLN 0")).isEqualTo("CHG 5 NLN 0");
    return client;
  }

  /** Until no new conversation begins at the only switchboard. */
  private static void awaitRefusal(Client alice) {
    Awaitility.await("no new conversations")
        .atMost(PATIENCE)
        .until(() -> !ask(alice, "XFR 6 SB").startsWith("XFR"));
  }

  private static Client begin(Client alice, String handle) throws IOException {
    Awaitility.await("the switchboard is known")
        .atMost(PATIENCE)
        .until(() -> ask(alice, "XFR 6 SB").startsWith("XFR"));
    var xfr = ask(alice, "XFR 6 SB").split(" ", -1);
    var client = new Client(Regular.address(xfr[3]));
    assertThat(ask(client, "USR 1 " + handle + ' ' + xfr[5])).startsWith("USR 1 OK");
    return client;
  }

  private static Client answer(Client caller, Client bob, String handle) throws IOException {
    assertThat(ask(caller, "CAL 2 " + handle)).startsWith("CAL 2 RINGING");
    var rng = bob.hear().split(" ", -1);
    var client = new Client(Regular.address(rng[2]));
    assertThat(ask(client, "ANS 1 " + handle + ' ' + rng[4] + ' ' + rng[1])).startsWith("IRO 1 1");
    assertThat(client.hear()).isEqualTo("ANS 1 OK");
    assertThat(caller.hear()).startsWith("JOI " + handle);
    return client;
  }

  private static String ask(Client client, String line) {
    client.say(line);
    return client.hear();
  }
}
