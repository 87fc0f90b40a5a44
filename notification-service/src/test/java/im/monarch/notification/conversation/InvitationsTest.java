package im.monarch.notification.conversation;

import static im.monarch.notification.conversation.Caller.HANGS_UP;
import static im.monarch.protocol.vocabulary.ContactList.AL;
import static im.monarch.protocol.vocabulary.ContactList.BL;
import static im.monarch.protocol.vocabulary.ContactList.FL;
import static org.assertj.core.api.Assertions.assertThat;

import im.monarch.domain.switchboards.Guest;
import im.monarch.domain.switchboards.Invitation;
import im.monarch.domain.switchboards.Key;
import im.monarch.domain.switchboards.Reservation.Declined;
import im.monarch.domain.switchboards.Reservation.Reserved;
import im.monarch.domain.switchboards.RingAnswer;
import im.monarch.domain.switchboards.RingAnswer.NotReachable;
import im.monarch.domain.switchboards.RingAnswer.Rung;
import im.monarch.protocol.vocabulary.Capabilities;
import im.monarch.protocol.vocabulary.FriendlyName;
import im.monarch.protocol.vocabulary.HostPort;
import im.monarch.protocol.vocabulary.Participant;
import im.monarch.protocol.vocabulary.SwitchboardId;
import io.vertx.core.Future;
import org.junit.jupiter.api.Test;

class InvitationsTest {

  private static final HostPort ADDRESS = new HostPort("10.0.0.9", 1865);
  private static final Reserved RESERVED = new Reserved(ADDRESS, new Key("8a3f"));
  private static final String RNG = "RNG 11752013 10.0.0.9:1865 CKI 97c0 alice@example.com Alice";

  private final Town town = Town.of("alice", "bob");

  // XFR SB

  @Test
  void aConversationBeginsAtASwitchboard() {
    town.switchboards.with("sb-1", RESERVED);

    assertThat(town.online("alice").says("XFR 15 SB"))
        .containsExactly("XFR 15 SB 10.0.0.9:1865 CKI 8a3f");
    assertThat(town.switchboards.guests).containsExactly(guest("alice", "Alice", "MSNP9"));
  }

  @Test
  void nobodyBeginsOneBeforeTheFirstChg() {
    town.switchboards.with("sb-1", RESERVED);

    assertThat(town.signedIn("alice").says("XFR 15 SB")).containsExactly("913 15");
  }

  @Test
  void nobodyBeginsOneWhileHidden() {
    town.switchboards.with("sb-1", RESERVED);
    var alice = town.online("alice");
    alice.says("CHG 6 HDN 0");

    assertThat(alice.says("XFR 15 SB")).containsExactly("913 15");
    assertThat(town.switchboards.asked).isEmpty();
  }

  @Test
  void anotherOneIsAskedWhereOneDeclinesOrIsSilent() {
    town.switchboards.silent("sb-1").with("sb-2", new Declined("full")).with("sb-3", RESERVED);
    var alice = town.online("alice");

    assertThat(alice.says("XFR 15 SB")).containsExactly("XFR 15 SB 10.0.0.9:1865 CKI 8a3f");
    assertThat(town.switchboards.asked).doesNotHaveDuplicates();
  }

  @Test
  void threeAreAskedAndNoMore() {
    town.switchboards.silent("sb-1").silent("sb-2").silent("sb-3").silent("sb-4");
    var alice = town.online("alice");

    assertThat(alice.says("XFR 15 SB")).containsExactly("280 15");
    assertThat(town.switchboards.asked).hasSize(3);
  }

  @Test
  void withoutASwitchboardThereIsNoConversation() {
    assertThat(town.online("alice").says("XFR 15 SB")).containsExactly("280 15");
  }

  @Test
  void tooManyAreTooMany() {
    town.switchboards.with("sb-1", RESERVED);
    var alice = town.online("alice");
    for (int i = 0; i < Town.MOST_CONVERSATIONS; i++) {
      alice.says("XFR 15 SB");
    }

    assertThat(alice.says("XFR 16 SB")).containsExactly("800 16");
    assertThat(town.online("bob").says("XFR 17 SB")).hasSize(1).doesNotContain("800 17");
  }

  @Test
  void anotherKindOfServerIsNoParameter() {
    assertThat(town.online("alice").says("XFR 15 NS")).containsExactly("201 15");
    assertThat(town.online("bob").says("XFR 15")).containsExactly(HANGS_UP);
  }

  // RNG

  @Test
  void whoeverIsThereIsRung() {
    var bob = town.online("bob", "MSNP8");

    var answer = ring();

    assertThat(bob.hears()).containsExactly(RNG);
    assertThat(answer.result()).isEqualTo(new Rung(guest("bob", "Bob", "MSNP8")));
  }

  @Test
  void whoeverIsNotThereIsNotReachable() {
    assertThat(ring().result()).isEqualTo(new NotReachable());
  }

  @Test
  void whoeverHasNotSaidChgIsNotReachable() {
    isNotReachable(town.signedIn("bob"));
  }

  @Test
  void whoeverIsHiddenIsNotReachable() {
    var bob = town.online("bob");
    bob.says("CHG 6 HDN 0");

    isNotReachable(bob);
  }

  @Test
  void whoeverBlocksTheCallerIsNotReachable() {
    town.where("bob", "alice", FL, BL);

    isNotReachable(town.online("bob"));
  }

  @Test
  void whoeverAllowsSomeOnlyIsNotReachableForOthers() {
    var bob = town.online("bob");
    bob.says("SYN 6 1");
    bob.says("BLP 7 BL");

    isNotReachable(bob);
  }

  @Test
  void whoeverAllowsSomeOnlyIsReachableForThem() {
    town.where("bob", "alice", AL);
    var bob = town.online("bob");
    bob.says("SYN 6 1");
    bob.says("BLP 7 BL");

    ring();

    assertThat(bob.hears()).containsExactly(RNG);
  }

  @Test
  void whoeverWantsNoMessagesIsNotReachable() {
    var bob = town.online("bob");
    bob.says("IMS 6 OFF");

    isNotReachable(bob);
  }

  @Test
  void whoeverWantsMessagesAgainIsReachable() {
    var bob = town.online("bob");
    bob.says("IMS 6 OFF");
    bob.says("IMS 7 ON");

    ring();

    assertThat(bob.hears()).containsExactly(RNG);
  }

  @Test
  void whoeverHasLeftIsNotReachable() {
    var bob = town.online("bob");
    bob.says("OUT");

    isNotReachable(bob);
  }

  @Test
  void theLaterSessionIsRung() {
    var before = town.online("bob");
    var now = town.online("bob");
    before.hears();

    ring();

    assertThat(now.hears()).containsExactly(RNG);
    assertThat(before.hears()).isEmpty();
  }

  private void isNotReachable(Caller bob) {
    var answer = ring();

    assertThat(bob.hears()).isEmpty();
    assertThat(answer.result()).isEqualTo(new NotReachable());
  }

  private Future<RingAnswer> ring() {
    return town.sessions.ring(
        new Invitation(
            new SwitchboardId(11_752_013),
            ADDRESS,
            new Key("97c0"),
            Town.handle("alice"),
            new FriendlyName("Alice"),
            Town.handle("bob")));
  }

  private static Guest guest(String name, String called, String dialect) {
    return new Guest(
        new Participant(Town.handle(name), new FriendlyName(called), new Capabilities(7)), dialect);
  }
}
