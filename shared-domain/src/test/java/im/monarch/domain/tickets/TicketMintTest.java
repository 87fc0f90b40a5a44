package im.monarch.domain.tickets;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import im.monarch.protocol.vocabulary.Handle;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TicketMintTest {

  private static final Handle ALICE = new Handle("alice@example.com");
  private static final Handle BOB = new Handle("bob@example.com");
  private static final Nonce NONCE = new Nonce("0123456789abcdef0123456789abcdef");
  private static final Nonce OTHER = new Nonce("0123456789abcdef0123456789abcdee");
  private static final Instant NOW = Instant.parse("2003-09-05T12:17:09.750Z");
  private static final byte[] SECRET = "0123456789abcdef0123456789abcdef".getBytes(UTF_8);
  private static final String ALPHABET =
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789*!$";

  private final TicketMint mint = mint(SECRET, NOW);

  @Test
  void aTicketIsGoodForItsHandleAndNonce() {
    assertThat(mint.accepts(mint.issue(ALICE, NONCE), ALICE, NONCE)).isTrue();
  }

  @Test
  void aTicketIsGoodInEveryProcessOfTheService() {
    assertThat(mint(SECRET, NOW).accepts(mint.issue(ALICE, NONCE), ALICE, NONCE)).isTrue();
  }

  @Test
  void aTicketIsNotGoodForSomebodyElse() {
    assertThat(mint.accepts(mint.issue(ALICE, NONCE), BOB, NONCE)).isFalse();
  }

  @Test
  void aTicketIsNotGoodOnAnotherConnection() {
    assertThat(mint.accepts(mint.issue(ALICE, NONCE), ALICE, OTHER)).isFalse();
  }

  @Test
  void aTicketOfAnotherKeyIsNotGood() {
    var forger = mint("0123456789abcdef0123456789abcdeX".getBytes(UTF_8), NOW);

    assertThat(mint.accepts(forger.issue(ALICE, NONCE), ALICE, NONCE)).isFalse();
  }

  @ParameterizedTest
  @ValueSource(longs = {0, 1, 29, 30})
  void aTicketHoldsForItsLifetime(long seconds) {
    var later = mint(SECRET, NOW.plusSeconds(seconds));

    assertThat(later.accepts(mint.issue(ALICE, NONCE), ALICE, NONCE)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(longs = {31, 3_600})
  void aTicketDoesNotHoldForever(long seconds) {
    var later = mint(SECRET, NOW.plusSeconds(seconds));

    assertThat(later.accepts(mint.issue(ALICE, NONCE), ALICE, NONCE)).isFalse();
  }

  @Test
  void aTicketWithAnyCharacterChangedIsNotGood() {
    var ticket = mint.issue(ALICE, NONCE);
    for (int i = 0; i < ticket.length(); i++) {
      for (int j = 0; j < ALPHABET.length(); j++) {
        char c = ALPHABET.charAt(j);
        var tampered = ticket.substring(0, i) + c + ticket.substring(i + 1);
        assertThat(mint.accepts(tampered, ALICE, NONCE))
            .as("%s at %d", c, i)
            .isEqualTo(c == ticket.charAt(i));
      }
    }
  }

  @Test
  void aTicketWithMoreOrLessIsNotGood() {
    var ticket = mint.issue(ALICE, NONCE);
    for (var more : new String[] {"=", "A", "$", " ", "é", "\uD800"}) {
      assertThat(mint.accepts(ticket + more, ALICE, NONCE)).isFalse();
      assertThat(mint.accepts(more + ticket, ALICE, NONCE)).isFalse();
    }
    for (int i = 0; i < ticket.length(); i++) {
      assertThat(mint.accepts(ticket.substring(0, i), ALICE, NONCE)).isFalse();
      assertThat(mint.accepts(ticket.substring(i + 1), ALICE, NONCE)).isFalse();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "$", "$$", "x", "a$b", "****$!!!!", "t=abc&p=", "é$é"})
  void whatWasNeverIssuedIsNotGood(String ticket) {
    assertThat(mint.accepts(ticket, ALICE, NONCE)).isFalse();
  }

  @Test
  void anEndlessTicketIsNotGood() {
    assertThat(mint.accepts("A".repeat(5_000) + '$', ALICE, NONCE)).isFalse();
  }

  @Test
  void aTicketIsMadeOfWhatClientsCopyVerbatim() {
    for (int i = 0; i < 200; i++) {
      var ticket = mint.issue(new Handle("somebody" + i + "@example.com"), Nonce.fresh());
      assertThat(ticket).matches("[A-Za-z0-9*!]+\\$[A-Za-z0-9*!]+").hasSizeLessThan(400);
    }
  }

  @Test
  void theLongestHandleHasATicketToo() {
    var longest = new Handle("a".repeat(117) + "@example.com");

    assertThat(mint.accepts(mint.issue(longest, NONCE), longest, NONCE)).isTrue();
  }

  // --- without a challenge

  @Test
  void aTicketWithoutAChallengeIsGoodOnce() {
    var ticket = mint.issueWithoutChallenge(ALICE);

    assertThat(mint.redeems(ticket, ALICE, NOW)).isTrue();
    assertThat(mint.redeems(ticket, ALICE, NOW)).isFalse();
  }

  @Test
  void aTicketWithoutAChallengeIsNotGoodForSomebodyElse() {
    var ticket = mint.issueWithoutChallenge(ALICE);

    assertThat(mint.redeems(ticket, BOB, NOW)).isFalse();
    assertThat(mint.redeems(ticket, ALICE, NOW)).isTrue();
  }

  @Test
  void oneKindOfTicketDoesNotPassForTheOther() {
    assertThat(mint.redeems(mint.issue(ALICE, NONCE), ALICE, NOW)).isFalse();
    assertThat(mint.accepts(mint.issueWithoutChallenge(ALICE), ALICE, NONCE)).isFalse();
  }

  @ParameterizedTest
  @ValueSource(longs = {-3_600, -29, 0, 4})
  void aTicketWithoutAChallengeIsGoodOnAConnectionThatWaitsForIt(long seconds) {
    var ticket = mint.issueWithoutChallenge(ALICE);

    assertThat(mint.redeems(ticket, ALICE, NOW.plusSeconds(seconds))).isTrue();
  }

  @ParameterizedTest
  @ValueSource(longs = {6, 29})
  void aTicketWithoutAChallengeIsNotGoodOnALaterConnection(long seconds) {
    var ticket = mint.issueWithoutChallenge(ALICE);
    var later = NOW.plusSeconds(seconds);

    assertThat(mint(SECRET, later).redeems(ticket, ALICE, later)).isFalse();
  }

  @Test
  void aTicketWithoutAChallengeDoesNotHoldForever() {
    var ticket = mint.issueWithoutChallenge(ALICE);

    assertThat(mint(SECRET, NOW.plusSeconds(30)).redeems(ticket, ALICE, NOW)).isTrue();
    assertThat(mint(SECRET, NOW.plusSeconds(31)).redeems(ticket, ALICE, NOW)).isFalse();
  }

  @Test
  void whatIsSpentIsForgottenWhenItHasEnded() {
    var spent = new SpentTickets(3);

    assertThat(spent.spend("a", 100, Instant.ofEpochSecond(99))).isTrue();
    assertThat(spent.spend("a", 100, Instant.ofEpochSecond(100))).isFalse();
    assertThat(spent.spend("a", 200, Instant.ofEpochSecond(101))).isTrue();
  }

  @Test
  void whereThereIsNoRoomToRememberNothingIsTaken() {
    var full = new SpentTickets(3);
    for (int i = 0; i < 3; i++) {
      assertThat(full.spend("ticket " + i, 100, Instant.ofEpochSecond(99))).isTrue();
    }

    assertThat(full.spend("another", 100, Instant.ofEpochSecond(99))).isFalse();
    assertThat(full.spend("another", 200, Instant.ofEpochSecond(101))).isTrue();
  }

  private static TicketMint mint(byte[] secret, Instant now) {
    return new TicketMint(secret, Duration.ofSeconds(30), Clock.fixed(now, ZoneOffset.UTC));
  }
}
