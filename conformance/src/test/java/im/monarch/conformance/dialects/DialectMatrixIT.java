package im.monarch.conformance.dialects;

import static org.assertj.core.api.Assertions.assertThat;

import im.monarch.conformance.client.Client;
import im.monarch.conformance.harness.RunningServer;
import im.monarch.conformance.harness.Servers;
import im.monarch.conformance.harness.ServersExtension;
import im.monarch.conformance.harness.Topology;
import im.monarch.conformance.transcript.Fact;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** MSNP2 to MSNP12, each with each: presence, names, blocks, and conversations of three. */
@ExtendWith(ServersExtension.class)
class DialectMatrixIT {

  private static final int OLDEST = 2;
  private static final int NEWEST = 12;
  private static final String TEXT = "MIME-Version: 1.0\r\n\r\nhello";

  private final List<Speaker> speakers = new ArrayList<>();

  /** Those who come hear of those who are there; those who are there hear of those who come. */
  @BeforeEach
  void everybodyAppears(Servers servers) throws IOException {
    var server = server(servers);
    for (int number = OLDEST; number <= NEWEST; number++) {
      var newcomer = Speaker.appears(number, server);
      assertThat(newcomer.client().hearOut())
          .as("%s sees those before", newcomer)
          .containsExactlyInAnyOrderElementsOf(
              speakers.stream()
                  .flatMap(other -> newcomer.presence("ILN 5", "NLN", other).stream())
                  .toList());
      speakers.add(newcomer);
      everybodyHears(newcomer, "NLN");
    }
  }

  private static RunningServer server(Servers servers) {
    var quiet = new JsonObject().put("challenge", new JsonObject().put("enabled", false));
    var server = servers.get(Topology.SINGLE, quiet);
    var admin = server.admin();
    numbers().forEach(number -> admin.delete(Speaker.handle(number)));
    numbers().forEach(number -> admin.create(Speaker.account(number)));
    numbers()
        .forEach(
            owner ->
                numbers()
                    .filter(contact -> contact != owner)
                    .forEach(contact -> admin.put(friends(owner, contact))));
    return server;
  }

  private static IntStream numbers() {
    return IntStream.rangeClosed(OLDEST, NEWEST);
  }

  private static Fact.Lists friends(int owner, int contact) {
    return new Fact.Lists(
        Speaker.handle(owner),
        Speaker.handle(contact),
        List.of("FL", "AL"),
        List.of(),
        Optional.empty());
  }

  @AfterEach
  void everybodyLeaves() {
    speakers.forEach(Speaker::close);
  }

  @Test
  void everybodySeesEverybodyChange() {
    for (var speaker : speakers) {
      speaker.changesStatus("BSY");
      everybodyHears(speaker, "BSY");
    }
  }

  @Test
  void everybodyHearsOfEverybodysNewName() {
    for (var speaker : speakers) {
      speaker.renames("Renamed%20" + speaker.number());
      everybodyHears(speaker, "NLN");
    }
  }

  @Test
  void everybodyIsBlockedByEverybody() {
    for (var speaker : speakers) {
      for (var other : others(speaker)) {
        speaker.removesFrom("AL", other);
        speaker.addsTo("BL", other);
        assertThat(other.client().hear()).isEqualTo("FLN " + speaker.handle());
        speaker.removesFrom("BL", other);
        hears(other, other.presence("NLN", "NLN", speaker));
        speaker.addsTo("AL", other);
      }
    }
    speakers.forEach(speaker -> assertThat(speaker.client().hearOut()).isEmpty());
  }

  @Test
  void everyThreeTalk() throws IOException {
    for (var first : speakers) {
      for (var second : others(first)) {
        for (var third : others(second)) {
          if (!third.equals(first) && isTurnOf(first, second, third)) {
            talk(first, second, third);
          }
        }
      }
    }
  }

  /** Each three once, begun by another of them each time. */
  private static boolean isTurnOf(Speaker first, Speaker second, Speaker third) {
    int lowest = Math.min(first.number(), Math.min(second.number(), third.number()));
    int sum = first.number() + second.number() + third.number();
    int highest = Math.max(first.number(), Math.max(second.number(), third.number()));
    var order = List.of(lowest, sum - lowest - highest, highest);
    return first.number() == order.get(sum % order.size()) && second.number() < third.number();
  }

  private static void talk(Speaker first, Speaker second, Speaker third) throws IOException {
    try (var one = first.begins();
        var two = joined(first, one, second, List.of(first));
        var three = joined(first, one, third, List.of(first, second))) {
      assertThat(two.hear()).isEqualTo(second.participant("JOI", third));
      everybodyIsHeard(List.of(one, two, three), List.of(first, second, third));
    }
  }

  /** {@code callee}, whom {@code caller} has called to {@code room}, where {@code those} are. */
  private static Client joined(Speaker caller, Client room, Speaker callee, List<Speaker> those)
      throws IOException {
    room.say("CAL 2 " + callee.handle());
    var joined = callee.follows(caller);
    var roll = those.stream().map(one -> withoutIndex(joined.hear())).toList();
    assertThat(roll)
        .containsExactlyInAnyOrderElementsOf(
            those.stream().map(one -> callee.participant("IRO 1 " + those.size(), one)).toList());
    assertThat(joined.hear()).isEqualTo("ANS 1 OK");
    assertThat(room.hear()).startsWith("CAL 2 RINGING");
    assertThat(room.hear()).isEqualTo(caller.participant("JOI", callee));
    return joined;
  }

  /**
   * {@code IRO 1 2 bob...} for {@code IRO 1 1 2 bob...}: the number of the line does not matter.
   */
  private static String withoutIndex(String iro) {
    return iro.replaceFirst("^IRO 1 [12] ", "IRO 1 ");
  }

  private static void everybodyIsHeard(List<Client> rooms, List<Speaker> people) {
    for (int i = 0; i < rooms.size(); i++) {
      rooms.get(i).say("MSG 9 A " + (TEXT.length() + 2) + "\r\n" + TEXT);
      for (int j = 0; j < rooms.size(); j++) {
        if (j != i) {
          assertThat(rooms.get(j).hear()).startsWith("MSG " + people.get(i).handle() + ' ');
        }
      }
      assertThat(rooms.get(i).hear()).isEqualTo("ACK 9");
    }
  }

  private List<Speaker> others(Speaker speaker) {
    return speakers.stream().filter(other -> !other.equals(speaker)).toList();
  }

  private void everybodyHears(Speaker speaker, String status) {
    for (var other : others(speaker)) {
      hears(other, other.presence("NLN", status, speaker));
      assertThat(other.client().hearOut()).as("%s hears nothing more", other).isEmpty();
    }
    assertThat(speaker.client().hearOut()).as("%s hears nothing of itself", speaker).isEmpty();
  }

  private static void hears(Speaker speaker, List<String> lines) {
    for (var line : lines) {
      assertThat(speaker.client().hear()).as("%s hears", speaker).isEqualTo(line);
    }
  }
}
