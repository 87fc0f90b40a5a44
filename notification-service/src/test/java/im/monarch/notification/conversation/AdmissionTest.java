package im.monarch.notification.conversation;

import static im.monarch.notification.conversation.Caller.HANGS_UP;
import static im.monarch.notification.conversation.Town.handle;
import static org.assertj.core.api.Assertions.assertThat;

import im.monarch.domain.nodes.Admission;
import im.monarch.domain.nodes.Handoff;
import im.monarch.domain.sessions.News;
import im.monarch.protocol.vocabulary.Handle;
import im.monarch.protocol.vocabulary.HostPort;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A node that has room, has none, or wants to be rid of everybody. */
class AdmissionTest {

  private static final String ALICE = "alice@example.com";

  private final Town town = Town.of("alice", "bob");
  private final Caller caller = town.caller();

  @Test
  void aServerThatIsBusySaysSoAtOnce() {
    for (int i = 0; i < 5; i++) {
      town.door.enter(new Handle("user" + i + "@example.com"));
    }
    caller.says("VER 1 MSNP9");

    assertThat(caller.says("USR 2 TWN I " + ALICE)).containsExactly("910 2", HANGS_UP);
    assertThat(town.nodes.offered).isEmpty();
  }

  @Test
  void aClientThatDispatchHasSentIsLetIn() {
    town.door.knock(handle("alice"), new HostPort("10.0.0.1", 1863));
    for (int i = 0; i < 4; i++) {
      town.door.enter(new Handle("user" + i + "@example.com"));
    }
    caller.says("VER 1 MSNP9");

    assertThat(caller.signsIn(ALICE).getFirst()).isEqualTo("USR 3 OK alice@example.com Alice 1 0");
  }

  @Test
  void aServerThatIsAboutToStopSendsClientsOn() {
    town.nodes.add("node-2", new Admission.Admitted(new HostPort("10.0.0.2", 1863)));
    town.door.close();
    caller.says("VER 1 MSNP9");

    assertThat(caller.says("USR 2 TWN I " + ALICE))
        .containsExactly("XFR 2 NS 10.0.0.2:1863 0 10.0.0.1:1863", HANGS_UP);
    assertThat(town.nodes.offered)
        .containsExactly(new Handoff(handle("alice"), "MSNP9", "192.168.1.111"));
  }

  @Test
  void aServerThatIsAboutToStopAndKnowsNoOtherOneSaysSo() {
    town.nodes.add("node-2", new Admission.Declined("full"));
    town.door.close();
    caller.says("VER 1 MSNP9");

    assertThat(caller.says("USR 2 TWN I " + ALICE)).containsExactly("910 2", HANGS_UP);
  }

  @Test
  void aSignInThatSucceededIsNoLongerUnderWay() {
    caller.says("VER 1 MSNP9");
    var ticket = town.ticket(ALICE, caller.challenge(ALICE));
    assertThat(town.door.waiting()).isEqualTo(1);

    caller.says("USR 3 TWN S t=" + ticket + "&p=");

    assertThat(town.door.waiting()).isZero();
  }

  @ParameterizedTest
  @ValueSource(strings = {"USR 3 TWN S t=x&p=", "OUT", "SYN 3 0"})
  void aSignInThatFailedIsNoLongerUnderWay(String last) {
    caller.says("VER 1 MSNP9");
    caller.challenge(ALICE);

    caller.says(last);

    assertThat(town.door.waiting()).isZero();
  }

  @Test
  void aSignInWhoseClientVanishesIsNoLongerUnderWay() {
    caller.says("VER 1 MSNP9");
    caller.challenge(ALICE);

    caller.vanishes();

    assertThat(town.door.waiting()).isZero();
  }

  @Test
  void whenTheServerGoesDownUsersAreToldWhereToGoOn() {
    town.nodes.add("node-2", new Admission.Admitted(new HostPort("10.0.0.2", 1863)));
    var alice = town.online("alice");

    town.tell("alice", new News.MoveOn());

    assertThat(alice.hears()).containsExactly("XFR 0 NS 10.0.0.2:1863 0 10.0.0.1:1863", HANGS_UP);
    assertThat(town.sessions.count()).isZero();
  }

  @Test
  void whenTheServerGoesDownAndThereIsNoOtherOneUsersAreToldWhy() {
    var alice = town.online("alice");

    town.tell("alice", new News.MoveOn());

    assertThat(alice.hears()).containsExactly("OUT SSD", HANGS_UP);
  }

  @Test
  void whenTheServerGoesDownNewerClientsAreToldWhenToComeBack() {
    var alice = town.online("alice", "MSNP11");

    town.tell("alice", new News.MoveOn());

    assertThat(alice.hears()).containsExactly("OUT RCT 1", HANGS_UP);
  }
}
