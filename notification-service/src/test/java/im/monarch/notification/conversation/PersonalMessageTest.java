package im.monarch.notification.conversation;

import static im.monarch.notification.conversation.Caller.HANGS_UP;
import static im.monarch.notification.conversation.Town.handle;
import static im.monarch.protocol.vocabulary.ContactList.BL;
import static im.monarch.protocol.vocabulary.ContactList.FL;
import static org.assertj.core.api.Assertions.assertThat;

import im.monarch.domain.presence.Moment;
import im.monarch.domain.sessions.News;
import im.monarch.protocol.vocabulary.Appearance;
import im.monarch.protocol.vocabulary.Capabilities;
import im.monarch.protocol.vocabulary.FriendlyName;
import im.monarch.protocol.vocabulary.PersonalMessage;
import im.monarch.protocol.vocabulary.PresenceStatus;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Alice and bob follow each other; carol follows alice. */
class PersonalMessageTest {

  private static final String AT_WORK =
      "<Data><PSM>at work</PSM><CurrentMedia></CurrentMedia></Data>";
  private static final String NOTHING = "<Data><PSM></PSM><CurrentMedia></CurrentMedia></Data>";
  private static final String SAYS = "UUX 9 60\r\n" + AT_WORK;
  private static final String CAME = "NLN NLN alice@example.com Alice 7";
  private static final String UBX = "UBX alice@example.com ";

  private final Town town = Town.of("alice", "bob", "carol");

  @BeforeEach
  void everybodyKnowsEverybody() {
    town.where("alice", "bob", FL).where("bob", "alice", FL).where("carol", "alice", FL);
  }

  @ParameterizedTest
  @ValueSource(strings = {"MSNP11", "MSNP12"})
  void whoeverSeesSomebodyHearsWhatTheySay(String dialect) {
    var bob = town.online("bob", dialect);
    var alice = town.online("alice", "MSNP11");
    bob.hears();

    assertThat(alice.says(SAYS)).containsExactly("UUX 9 0");

    assertThat(bob.hears()).containsExactly(UBX + "60", AT_WORK);
  }

  @ParameterizedTest
  @ValueSource(strings = {"MSNP8", "MSNP9", "MSNP10"})
  void olderClientsHearNothingOfIt(String dialect) {
    var bob = town.online("bob", dialect);
    var alice = town.online("alice", "MSNP11");
    bob.hears();

    alice.says(SAYS);

    assertThat(bob.hears()).isEmpty();
  }

  @Test
  void whatWasSaidBeforeTheFirstChgComesWithIt() {
    var bob = town.online("bob", "MSNP11");
    var alice = town.signedIn("alice", "MSNP12");
    alice.says(SAYS);
    assertThat(bob.hears()).isEmpty();

    alice.says("CHG 10 NLN 7");

    assertThat(bob.hears()).containsExactly(CAME, UBX + "60", AT_WORK);
  }

  @Test
  void whoeverComesLaterIsTold() {
    town.online("alice", "MSNP11").says(SAYS);

    assertThat(town.signedIn("bob", "MSNP12").says("CHG 9 NLN 7"))
        .containsExactly("CHG 9 NLN 7", "ILN 9 NLN alice@example.com Alice 7", UBX + "60", AT_WORK);
  }

  @Test
  void whoeverSaysNothingIsShownWithEmptyElements() {
    var bob = town.online("bob", "MSNP11");

    town.online("alice", "MSNP9");

    assertThat(bob.hears()).containsExactly(CAME, UBX + "53", NOTHING);
  }

  @Test
  void whatWasSaidStaysWhenTheStatusChanges() {
    var bob = town.online("bob", "MSNP11");
    var alice = town.online("alice", "MSNP11");
    alice.says(SAYS);
    bob.hears();

    alice.says("CHG 10 BSY 7");

    assertThat(bob.hears())
        .containsExactly("NLN BSY alice@example.com Alice 7", UBX + "60", AT_WORK);
  }

  @Test
  void itIsGoneWithTheSession() {
    var bob = town.online("bob", "MSNP11");
    var first = town.online("alice", "MSNP11");
    first.says(SAYS);
    first.vanishes();
    bob.hears();

    town.online("alice", "MSNP11");

    assertThat(bob.hears()).containsExactly(CAME, UBX + "53", NOTHING);
  }

  @Test
  void whoeverIsBlockedHearsNothing() {
    town.where("alice", "bob", FL, BL);
    var bob = town.online("bob", "MSNP11");
    var alice = town.online("alice", "MSNP11");

    alice.says(SAYS);

    assertThat(bob.hears()).isEmpty();
  }

  @Test
  void whoeverIsHiddenSaysNothing() {
    var bob = town.online("bob", "MSNP11");
    var alice = town.online("alice", "MSNP11");
    alice.says("CHG 9 HDN 7");
    bob.hears();

    assertThat(alice.says(SAYS)).containsExactly("UUX 9 0");

    assertThat(bob.hears()).isEmpty();
  }

  @Test
  void whoeverHasNotSaidChgHearsNothing() {
    var alice = town.online("alice", "MSNP11");
    var bob = town.signedIn("bob", "MSNP11");

    alice.says(SAYS);

    assertThat(bob.hears()).isEmpty();
  }

  @Test
  void whatOvertakesTheLineOfPresenceShowsEverything() {
    var bob = town.online("bob", "MSNP11");

    town.tell("bob", changed(9, 2));
    town.tell("bob", changed(9, 1));

    assertThat(bob.hears())
        .containsExactly("NLN NLN alice@example.com Alice 0", UBX + "60", AT_WORK);
  }

  @Test
  void lateNewsAreNotTold() {
    var bob = town.online("bob", "MSNP11");
    town.tell("bob", new News.Vanished(handle("alice"), new Moment(9, 3)));

    town.tell("bob", changed(9, 2));

    assertThat(bob.hears()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Hello",
        "<!DOCTYPE Data [<!ENTITY x \"y\">]><Data></Data>",
        "<Data><PSM>a</Data>",
        "<Data><PSM>&x;</PSM></Data>"
      })
  void whatIsNoXmlHangsUp(String payload) {
    assertThat(town.online("alice", "MSNP11").says("UUX 9 " + payload.length() + "\r\n" + payload))
        .containsExactly(HANGS_UP);
  }

  private static News changed(long epoch, long sequence) {
    var appearance =
        new Appearance(
            PresenceStatus.NLN,
            handle("alice"),
            new FriendlyName("Alice"),
            Capabilities.NONE,
            Optional.empty(),
            new PersonalMessage("at work", ""));
    return new News.MessageChanged(appearance, new Moment(epoch, sequence));
  }
}
