package im.monarch.domain.legacy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Instant;
import java.util.HashSet;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LegacyChallengeTest {

  /** The pair that the documents show. */
  private static final LegacyChallenge CHALLENGE = new LegacyChallenge("1013928519.693957190");

  private static final String ANSWER = "7f919fab309532df353c901430df36fa";
  private static final Optional<LegacySecret> SECRET = Optional.of(new LegacySecret("password"));

  @Test
  void theDocumentedAnswerIsRight() {
    assertThat(CHALLENGE.isAnsweredBy(ANSWER, SECRET)).isTrue();
  }

  @Test
  void capitalsAreRightToo() {
    assertThat(CHALLENGE.isAnsweredBy("7F919FAB309532DF353C901430DF36FA", SECRET)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "x", "7f919fab309532df353c901430df36fb", "é", "7f919fab"})
  void anythingElseIsWrong(String digest) {
    assertThat(CHALLENGE.isAnsweredBy(digest, SECRET)).isFalse();
  }

  @Test
  void theAnswerToAnotherChallengeIsWrong() {
    assertThat(LegacyChallenge.fresh(Instant.now()).isAnsweredBy(ANSWER, SECRET)).isFalse();
  }

  @Test
  void nobodyAnswersForAnAccountWithoutSecret() {
    assertThat(CHALLENGE.isAnsweredBy(ANSWER, Optional.empty())).isFalse();
  }

  @Test
  void aSecretIsDigestedAsUtf8() {
    var secret = new LegacySecret("pässwörd");

    assertThat(CHALLENGE.isAnsweredBy(CHALLENGE.answer(secret), Optional.of(secret))).isTrue();
    assertThat(CHALLENGE.answer(secret)).isEqualTo("c082588e299e327c66bed322a02df35b");
  }

  @Test
  void noTwoChallengesAreTheSameEvenWithinASecond() {
    var now = Instant.ofEpochSecond(1_013_928_519L, 693_957_190);
    var seen = new HashSet<String>();

    for (int i = 0; i < 10_000; i++) {
      seen.add(LegacyChallenge.fresh(now).text());
    }

    assertThat(seen).hasSize(10_000).allMatch(text -> text.matches("1013928519\\.\\d{18}"));
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 257})
  void aSecretHasSomeBytesButNotTooMany(int length) {
    assertThatIllegalArgumentException().isThrownBy(() -> new LegacySecret("x".repeat(length)));
  }

  @Test
  void aSecretDoesNotShowItself() {
    assertThat(new LegacySecret("password")).hasToString("LegacySecret[***]");
  }
}
