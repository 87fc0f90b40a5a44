package im.monarch.runtime.passwords;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import im.monarch.domain.accounts.PasswordHash;
import im.monarch.domain.accounts.Passwords.Verdict;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.util.Optional;
import java.util.concurrent.RejectedExecutionException;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class Argon2PasswordsTest {

  private Vertx vertx;
  private Argon2Passwords passwords;

  @BeforeEach
  void start() {
    vertx = Vertx.vertx();
    passwords = new Argon2Passwords(vertx, new HashingLimits(1, 3));
  }

  @AfterEach
  void stop() {
    vertx.close().await();
  }

  @Test
  void theRightPasswordIsRight() {
    var kept = passwords.hash("correct horse").await();

    assertThat(passwords.verify("correct horse", Optional.of(kept)).await())
        .isEqualTo(new Verdict.Right());
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "correct hors", "correct horse ", "Correct horse", "\u0000"})
  void anyOtherPasswordIsWrong(String other) {
    var kept = passwords.hash("correct horse").await();

    assertThat(passwords.verify(other, Optional.of(kept)).await()).isEqualTo(new Verdict.Wrong());
  }

  @Test
  void theSamePasswordTwiceGivesTwoHashes() {
    var one = passwords.hash("secret").await();
    var other = passwords.hash("secret").await();

    assertThat(one).isNotEqualTo(other);
  }

  @Test
  void aHashSaysHowItWasMade() {
    var kept = passwords.hash("secret").await();

    assertThat(kept.encoded())
        .matches("\\$argon2id\\$v=19\\$m=19456,t=2,p=1\\$[A-Za-z0-9+/]{22}\\$[A-Za-z0-9+/]{43}");
    assertThat(kept.toString()).doesNotContain("argon2id");
  }

  @Test
  void passwordsAreHashedAsUtf8() {
    var kept = passwords.hash("pa\u00dfw\u00f6rt \u2603").await();

    assertThat(passwords.verify("pa\u00dfw\u00f6rt \u2603", Optional.of(kept)).await())
        .isEqualTo(new Verdict.Right());
  }

  /** Made with the reference implementation, other parameters included. */
  @ParameterizedTest
  @CsvSource(
      delimiter = ' ',
      value = {
        "password"
            + " $argon2id$v=19$m=65536,t=2,p=1$c29tZXNhbHQ$CTFhFdXPJO1aFaMaO6Mm5c8y7cJHAph8ArZWb2GRPPc",
        "password"
            + " $argon2id$v=19$m=256,t=2,p=2$c29tZXNhbHQ$bQk8UB/VmZZF4Oo79iDXuL5/0ttZwg2f/5U52iv1cDc"
      })
  void hashesOfOthersAreUnderstood(String password, String kept) {
    assertThat(passwords.verify(password, Optional.of(new PasswordHash(kept))).await())
        .isEqualTo(new Verdict.Right());
  }

  @Test
  void anUnknownAccountIsWrong() {
    assertThat(passwords.verify("", Optional.empty()).await()).isEqualTo(new Verdict.Wrong());
  }

  @Test
  void anUnknownAccountCostsWhatAnyOtherDoes() {
    var kept = passwords.hash("secret").await().encoded();

    assertThat(Argon2Passwords.NOBODYS.encoded())
        .hasSameSizeAs(kept)
        .startsWith(kept.substring(0, kept.indexOf("p=1$")));
  }

  @Test
  void aHashOfAnotherKindFailsWithoutShowingIt() {
    var kept = Optional.of(new PasswordHash("$2b$12$secretsecretsecret"));

    assertThatThrownBy(() -> passwords.verify("secret", kept).await())
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageNotContaining("secretsecret");
  }

  @Test
  void whatDoesNotFitIsRefusedAtOnce() {
    var inHand =
        IntStream.range(0, 3).mapToObj(i -> passwords.verify("x", Optional.empty())).toList();

    var refused = passwords.verify("x", Optional.empty());
    var failed = passwords.hash("x");

    assertThat(refused.result()).isEqualTo(new Verdict.Busy());
    assertThat(failed.cause()).isInstanceOf(RejectedExecutionException.class);
    assertThat(Future.all(inHand).await().<Verdict>list()).containsOnly(new Verdict.Wrong());
  }

  @Test
  void roomIsMadeByWhatIsDoneAndByWhatFails() {
    var broken = Optional.of(new PasswordHash("broken"));
    for (int i = 0; i < 4; i++) {
      assertThatThrownBy(() -> passwords.verify("x", broken).await())
          .isInstanceOf(IllegalArgumentException.class);
      passwords.verify("x", Optional.empty()).await();
    }

    assertThat(passwords.verify("x", Optional.empty()).await()).isEqualTo(new Verdict.Wrong());
  }

  @ParameterizedTest
  @CsvSource({"0, 1", "2, 1", "-1, -1"})
  void limitsThatMakeNoSenseAreRefused(int threads, int inHand) {
    assertThatIllegalArgumentException().isThrownBy(() -> new HashingLimits(threads, inHand));
  }
}
