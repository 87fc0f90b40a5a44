package im.monarch.passport.login;

import static im.monarch.passport.stage.OnlyAlice.ALICE;
import static org.assertj.core.api.Assertions.assertThat;

import im.monarch.domain.guessing.LoginLimits;
import im.monarch.passport.login.PasswordCheck.Outcome;
import im.monarch.passport.stage.HandClock;
import im.monarch.passport.stage.OnlyAlice;
import im.monarch.passport.stage.SpelledOut;
import im.monarch.protocol.vocabulary.Handle;
import java.time.Duration;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PasswordCheckTest {

  private static final String HOME = "192.0.2.1";
  private static final String ELSEWHERE = "192.0.2.2";

  private final HandClock clock = new HandClock();
  private final OnlyAlice accounts = new OnlyAlice("secret");
  private final SpelledOut passwords = new SpelledOut();
  private final PasswordCheck check =
      new PasswordCheck(accounts, passwords, LoginLimits.DEFAULT, clock);

  @Test
  void theRightPasswordIsRight() {
    assertThat(test("alice@example.com", "secret", HOME)).isEqualTo(new Outcome.Right(ALICE));
  }

  @Test
  void theCaseOfAHandleDoesNotMatter() {
    assertThat(test("Alice@Example.COM", "secret", HOME)).isEqualTo(new Outcome.Right(ALICE));
  }

  @Test
  void theCaseOfAPasswordDoes() {
    assertThat(test("alice@example.com", "Secret", HOME)).isEqualTo(new Outcome.Wrong());
  }

  @Test
  void anUnknownHandleTakesTheSameSteps() {
    test("nobody@example.com", "secret", HOME);

    assertThat(accounts.asked()).containsExactly(new Handle("nobody@example.com"));
    assertThat(passwords.checked()).containsExactly("secret");
  }

  @Test
  void whatCannotBeAHandleIsCheckedAllTheSame() {
    assertThat(test("no handle", "secret", HOME)).isEqualTo(new Outcome.Wrong());
    assertThat(passwords.checked()).containsExactly("secret");
  }

  @Test
  void aFullPoolSaysLater() {
    passwords.beBusy(true);

    assertThat(test("alice@example.com", "secret", HOME)).isInstanceOf(Outcome.TryLater.class);
  }

  @Test
  void aStoreThatIsAwaySaysLater() {
    passwords.breakDown();

    assertThat(test("alice@example.com", "secret", HOME)).isInstanceOf(Outcome.TryLater.class);
  }

  @Test
  void oneAddressGetsFourGuessesAtOnce() {
    guess("alice@example.com", HOME, 100);

    assertThat(passwords.checked()).hasSize(4);
  }

  @Test
  void aThousandAddressesGetTenGuessesAMinuteTogether() {
    for (int second = 0; second < 60; second++) {
      IntStream.range(0, 1_000)
          .forEach(i -> test("alice@example.com", "guess", "10.0." + i / 250 + "." + i % 250));
      clock.turn(Duration.ofSeconds(1));
    }

    assertThat(passwords.checked()).hasSizeLessThanOrEqualTo(10);
  }

  @Test
  void thirtyWrongPasswordsForManyHandlesAreFineButNotThousands() {
    IntStream.range(0, 5_000).forEach(i -> test("user" + i + "@example.com", "guess", HOME));

    assertThat(passwords.checked()).hasSize(60);
  }

  @Test
  void guessesFromElsewhereDoNotKeepTheOwnerOut() {
    test("alice@example.com", "secret", HOME);
    IntStream.range(0, 1_000).forEach(i -> test("alice@example.com", "guess", "10.0.0." + i));

    assertThat(test("alice@example.com", "secret", HOME)).isEqualTo(new Outcome.Right(ALICE));
  }

  @Test
  void oneGuesserLeavesRoomForTheOwnerAtANewAddress() {
    guess("alice@example.com", ELSEWHERE, 100);

    assertThat(test("alice@example.com", "secret", HOME)).isEqualTo(new Outcome.Right(ALICE));
  }

  @Test
  void afterAPauseTheOwnerGetsInFromAnywhere() {
    guess("alice@example.com", HOME, 100);
    clock.turn(Duration.ofSeconds(15));

    assertThat(test("alice@example.com", "secret", HOME)).isEqualTo(new Outcome.Right(ALICE));
  }

  @Test
  void aFamiliarAddressMayNotGuessMuchEither() {
    test("alice@example.com", "secret", HOME);
    guess("alice@example.com", HOME, 100);

    assertThat(passwords.checked()).hasSize(1 + 4);
  }

  @Test
  void signingInOftenIsNoGuessing() {
    IntStream.range(0, 1_000).forEach(i -> test("alice@example.com", "secret", HOME));

    assertThat(test("alice@example.com", "secret", HOME)).isEqualTo(new Outcome.Right(ALICE));
  }

  @Test
  void whatWasNotCheckedDoesNotCount() {
    passwords.beBusy(true);
    guess("alice@example.com", HOME, 100);
    passwords.beBusy(false);

    assertThat(test("alice@example.com", "secret", HOME)).isEqualTo(new Outcome.Right(ALICE));
  }

  @Test
  void theLimitIsTheSameForHandlesThatDoNotExist() {
    guess("nobody@example.com", HOME, 100);

    assertThat(passwords.checked()).hasSize(4);
  }

  private void guess(String handle, String address, int times) {
    IntStream.range(0, times).forEach(i -> test(handle, "guess", address));
  }

  private Outcome test(String handle, String password, String address) {
    return check.check(handle, password, address).result();
  }
}
