package im.monarch.notification.conversation;

import static im.monarch.notification.conversation.Town.handle;
import static im.monarch.protocol.vocabulary.ContactList.AL;
import static im.monarch.protocol.vocabulary.ContactList.BL;
import static im.monarch.protocol.vocabulary.ContactList.FL;
import static org.assertj.core.api.Assertions.assertThat;

import im.monarch.domain.presence.Moment;
import im.monarch.domain.roster.RosterEdit;
import im.monarch.domain.sessions.News;
import im.monarch.protocol.vocabulary.Appearance;
import im.monarch.protocol.vocabulary.Capabilities;
import im.monarch.protocol.vocabulary.FriendlyName;
import im.monarch.protocol.vocabulary.PresenceStatus;
import im.monarch.protocol.vocabulary.PrivacyMode;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Alice and bob follow each other; carol follows alice, who does not follow her. */
class PresenceTest {

  private static final String PICTURE = "%3Cmsnobj%20SHA1D%3D%22vP1ppB+xi%3D%22%2F%3E";
  private static final String ALICE_CAME = "NLN NLN alice@example.com Alice 7";
  private static final String ALICE_WENT = "FLN alice@example.com";

  private final Town town = Town.of("alice", "bob", "carol");

  @BeforeEach
  void everybodyKnowsEverybody() {
    town.where("alice", "bob", FL).where("bob", "alice", FL).where("carol", "alice", FL);
  }

  @ParameterizedTest
  @CsvSource({
    "MSNP9, CHG 9 NLN, CHG 9 NLN",
    "MSNP9, CHG 9 BSY 0, CHG 9 BSY 0",
    "MSNP9, CHG 9 HDN 268435500, CHG 9 HDN 268435500",
    "MSNP9, CHG 9 NLN 5 " + PICTURE + ", CHG 9 NLN 5 " + PICTURE,
    "MSNP9, CHG 9 NLN 5 0, CHG 9 NLN 5 0",
    "MSNP8, CHG 9 NLN, CHG 9 NLN 0",
    "MSNP8, CHG 9 IDL 5, CHG 9 IDL 5"
  })
  void chgIsEchoedAsTheDialectHasIt(String dialect, String request, String echo) {
    assertThat(town.signedIn("alice", dialect).says(request)).containsExactly(echo);
  }

  @Test
  void theFirstChgBringsThoseWhoAreThere() {
    town.online("bob");

    assertThat(town.signedIn("alice").says("CHG 9 NLN 7"))
        .containsExactly("CHG 9 NLN 7", "ILN 9 NLN bob@example.com Bob 7");
  }

  @Test
  void whoeverCannotBeShownThoseWhoAreThereIsToldToAskAgain() {
    town.online("bob");
    var alice = town.signedIn("alice");
    town.rosters.goAway();

    assertThat(alice.says("CHG 9 NLN 7")).containsExactly("603 9");
  }

  @Test
  void whoeverAsksAgainIsShownThoseWhoAreThere() {
    town.online("bob");
    var alice = town.signedIn("alice");
    town.rosters.goAway();
    alice.says("CHG 9 NLN 7");
    town.rosters.comeBack();

    assertThat(alice.says("CHG 10 NLN 7"))
        .containsExactly("CHG 10 NLN 7", "ILN 10 NLN bob@example.com Bob 7");
  }

  @Test
  void laterOnesDoNot() {
    town.online("bob");
    var alice = town.online("alice");

    assertThat(alice.says("CHG 9 BSY 7")).containsExactly("CHG 9 BSY 7");
  }

  @Test
  void somebodyNobodyFollowsIsNotBrought() {
    town.online("carol");

    assertThat(town.signedIn("alice").says("CHG 9 NLN 7")).containsExactly("CHG 9 NLN 7");
  }

  @Test
  void whoeverHasNotSaidChgIsNotBrought() {
    town.signedIn("bob");

    assertThat(town.signedIn("alice").says("CHG 9 NLN 7")).containsExactly("CHG 9 NLN 7");
  }

  @Test
  void whoeverIsHiddenIsNotBrought() {
    town.signedIn("bob").says("CHG 5 HDN 7");

    assertThat(town.signedIn("alice").says("CHG 9 NLN 7")).containsExactly("CHG 9 NLN 7");
  }

  @Test
  void whoeverBlocksIsNotBrought() {
    town.where("bob", "alice", FL, BL);
    town.online("bob");

    assertThat(town.signedIn("alice").says("CHG 9 NLN 7")).containsExactly("CHG 9 NLN 7");
  }

  @ParameterizedTest
  @ValueSource(strings = {"ADD 20 BL alice@example.com Alice", "CHG 20 HDN 7"})
  void whoeverTurnsAwayBeforeHearingOfAFollowerVanishesForThem(String turnsAway) {
    var strangers = Town.of("alice", "bob");
    var bob = strangers.online("bob");
    var alice = strangers.online("alice");
    alice.says("ADD 20 FL bob@example.com Bob 0");

    bob.says(turnsAway);
    bob.hears();

    assertThat(alice.hears()).containsExactly("FLN bob@example.com");
  }

  @Test
  void whoeverAdmitsAFewBringsOnlyThose() {
    town.edit("bob", new RosterEdit.SetPrivacy(PrivacyMode.BL));
    town.online("bob");
    assertThat(town.signedIn("alice").says("CHG 9 NLN 7")).containsExactly("CHG 9 NLN 7");

    var other = Town.of("alice", "bob").where("alice", "bob", FL).where("bob", "alice", AL);
    other.edit("bob", new RosterEdit.SetPrivacy(PrivacyMode.BL));
    other.online("bob");

    assertThat(other.signedIn("alice").says("CHG 9 NLN 7")).hasSize(2);
  }

  @Test
  void whoeverBlocksSomebodyStillSeesThem() {
    town.where("alice", "bob", FL, BL);
    town.online("bob");

    assertThat(town.signedIn("alice").says("CHG 9 NLN 7"))
        .containsExactly("CHG 9 NLN 7", "ILN 9 NLN bob@example.com Bob 7");
  }

  @Test
  void whoeverHidesSeesEverybody() {
    var bob = town.online("bob");

    var alice = town.signedIn("alice");
    assertThat(alice.says("CHG 9 HDN 7"))
        .containsExactly("CHG 9 HDN 7", "ILN 9 NLN bob@example.com Bob 7");
    bob.says("CHG 6 AWY 7");

    assertThat(alice.hears()).containsExactly("NLN AWY bob@example.com Bob 7");
    assertThat(bob.hears()).isEmpty();
  }

  @Test
  void whoeverComesIsShownToThoseWhoFollow() {
    var bob = town.online("bob");
    var carol = town.online("carol");

    town.online("alice");

    assertThat(bob.hears()).containsExactly(ALICE_CAME);
    assertThat(carol.hears()).containsExactly(ALICE_CAME);
  }

  @Test
  void whoeverHasNotSaidChgIsShownNobody() {
    var bob = town.signedIn("bob");

    town.online("alice");
    assertThat(bob.hears()).isEmpty();

    assertThat(bob.says("CHG 9 NLN 7"))
        .containsExactly("CHG 9 NLN 7", "ILN 9 NLN alice@example.com Alice 7");
  }

  @Test
  void whoeverIsBlockedIsShownNothing() {
    town.where("alice", "bob", FL, BL);
    var bob = town.online("bob");
    var alice = town.online("alice");
    alice.says("CHG 9 BSY 7");
    alice.vanishes();

    assertThat(bob.hears()).isEmpty();
  }

  @Test
  void everyChangeIsShown() {
    var bob = town.online("bob");
    var alice = town.online("alice");
    bob.hears();

    alice.says("CHG 9 BSY 7");
    alice.says("CHG 10 BSY 8");
    alice.says("CHG 11 BSY 8 " + PICTURE);
    alice.says("CHG 12 BSY 8 0");

    assertThat(bob.hears())
        .containsExactly(
            "NLN BSY alice@example.com Alice 7",
            "NLN BSY alice@example.com Alice 8",
            "NLN BSY alice@example.com Alice 8 " + PICTURE,
            "NLN BSY alice@example.com Alice 8");
  }

  @Test
  void picturesAreForThoseWhoseDialectHasThem() {
    var bob = town.online("bob", "MSNP8");
    var carol = town.online("carol", "MSNP9");

    town.signedIn("alice").says("CHG 9 NLN 7 " + PICTURE);

    assertThat(bob.hears()).containsExactly(ALICE_CAME);
    assertThat(carol.hears()).containsExactly(ALICE_CAME + ' ' + PICTURE);
  }

  @Test
  void whoeverSendsNoClientIdIsShownWithNone() {
    var bob = town.online("bob");

    town.signedIn("alice").says("CHG 9 NLN");

    assertThat(bob.hears()).containsExactly("NLN NLN alice@example.com Alice 0");
  }

  @Test
  void whoeverComesHiddenDoesNotAppear() {
    var bob = town.online("bob");

    town.signedIn("alice").says("CHG 9 HDN 7");

    assertThat(bob.hears()).isEmpty();
  }

  @Test
  void whoeverHidesVanishesOnceAndComesBack() {
    var bob = town.online("bob");
    var alice = town.online("alice");
    bob.hears();

    alice.says("CHG 9 HDN 7");
    alice.says("CHG 10 HDN 8");
    assertThat(bob.hears()).containsExactly(ALICE_WENT);

    alice.says("CHG 11 NLN 7");
    assertThat(bob.hears()).containsExactly(ALICE_CAME);
  }

  @ParameterizedTest
  @ValueSource(strings = {"OUT", "LST 9 FL", "VER 9 MSNP9"})
  void whoeverLeavesVanishes(String goodBye) {
    var bob = town.online("bob");
    var alice = town.online("alice");
    bob.hears();

    alice.says(goodBye);

    assertThat(bob.hears()).containsExactly(ALICE_WENT);
  }

  @Test
  void whoeverIsLostVanishes() {
    var bob = town.online("bob");
    var alice = town.online("alice");
    bob.hears();

    alice.vanishes();

    assertThat(bob.hears()).containsExactly(ALICE_WENT);
    assertThat(town.directory.find(List.of(handle("alice"))).result()).isEmpty();
  }

  @Test
  void whoeverWasNeverShownDoesNotVanish() {
    var bob = town.online("bob");

    town.signedIn("alice").vanishes();
    town.signedIn("alice").says("CHG 9 HDN 7");

    assertThat(bob.hears()).isEmpty();
  }

  @Test
  void whoeverComesAgainIsShownAgain() {
    var bob = town.online("bob");
    town.online("alice").vanishes();

    town.online("alice");

    assertThat(bob.hears()).containsExactly(ALICE_CAME, ALICE_WENT, ALICE_CAME);
  }

  @Test
  void doubleNewsAreShownOnce() {
    var bob = town.online("bob");

    town.tell("bob", appeared("AWY", 9, 1));
    town.tell("bob", appeared("AWY", 9, 1));
    town.tell("bob", vanished(9, 2));
    town.tell("bob", vanished(9, 2));

    assertThat(bob.hears()).containsExactly("NLN AWY alice@example.com Alice 0", ALICE_WENT);
  }

  @Test
  void lateNewsAreNotShown() {
    var bob = town.online("bob");

    town.tell("bob", appeared("AWY", 9, 5));
    town.tell("bob", appeared("BSY", 9, 4));
    town.tell("bob", vanished(9, 3));
    town.tell("bob", vanished(8, 100));

    assertThat(bob.hears()).containsExactly("NLN AWY alice@example.com Alice 0");
  }

  @Test
  void newsThatSomebodyCameAreNotShownAfterTheyWent() {
    var bob = town.online("bob");
    town.tell("bob", vanished(9, 2));

    town.tell("bob", appeared("NLN", 9, 1));
    town.tell("bob", appeared("NLN", 9, 2));

    assertThat(bob.hears()).isEmpty();
  }

  @Test
  void newsOfALaterSessionAreShownWhateverTheirNumber() {
    var bob = town.online("bob");
    town.tell("bob", appeared("AWY", 9, 50));

    town.tell("bob", appeared("BSY", 10, 1));

    assertThat(bob.hears()).hasSize(2);
  }

  @Test
  void whatTheFirstChgBroughtIsNotShownAgain() {
    var alice = town.online("alice");
    var bob = town.signedIn("bob");
    alice.says("CHG 9 BSY 7"); // reaches bob's connection before bob's first CHG is done

    assertThat(bob.says("CHG 9 NLN 7")).contains("ILN 9 BSY alice@example.com Alice 7");

    assertThat(bob.hears()).isEmpty();
  }

  @Test
  void newsOfPeopleNobodyFollowsAreNotShown() {
    var alice = town.online("alice");

    town.online("carol").says("CHG 9 AWY 7");

    assertThat(alice.hears()).isEmpty();
  }

  @Test
  void flnIsRefusedAndChangesNothing() {
    var bob = town.online("bob");
    var alice = town.online("alice");
    bob.hears();

    assertThat(alice.says("CHG 9 FLN")).containsExactly("201 9");
    assertThat(bob.hears()).isEmpty();
  }

  private static News appeared(String status, long epoch, long sequence) {
    var appearance =
        new Appearance(
            PresenceStatus.valueOf(status),
            handle("alice"),
            new FriendlyName("Alice"),
            Capabilities.NONE,
            Optional.empty());
    return new News.Appeared(appearance, new Moment(epoch, sequence));
  }

  private static News vanished(long epoch, long sequence) {
    return new News.Vanished(handle("alice"), new Moment(epoch, sequence));
  }
}
