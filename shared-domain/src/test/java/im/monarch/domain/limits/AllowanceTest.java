package im.monarch.domain.limits;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AllowanceTest {

  private static final long SECOND = 1_000_000_000;

  @Test
  void asMuchAsTheBurstCanBeUsedAtOnce() {
    var allowance = new Allowance(new Rate(1, 3), 0);

    assertThat(allowance.take(0)).isTrue();
    assertThat(allowance.take(0)).isTrue();
    assertThat(allowance.take(0)).isTrue();
    assertThat(allowance.take(0)).isFalse();
  }

  @Test
  void itComesBackOneByOne() {
    var allowance = used(new Rate(2, 3), 3);

    assertThat(allowance.take(SECOND / 2)).isTrue();
    assertThat(allowance.take(SECOND / 2)).isFalse();
    assertThat(allowance.take(SECOND)).isTrue();
  }

  @Test
  void neverMoreThanTheBurstIsSaved() {
    var allowance = used(new Rate(10, 2), 2);

    assertThat(allowance.take(100 * SECOND)).isTrue();
    assertThat(allowance.take(100 * SECOND)).isTrue();
    assertThat(allowance.take(100 * SECOND)).isFalse();
  }

  @Test
  void lookingUsesNothing() {
    var allowance = new Allowance(new Rate(1, 1), 0);

    assertThat(allowance.has(0)).isTrue();
    assertThat(allowance.has(0)).isTrue();
    assertThat(allowance.take(0)).isTrue();
    assertThat(allowance.has(0)).isFalse();
  }

  @Test
  void whoeverUsesTooMuchOwesTime() {
    var allowance = new Allowance(new Rate(10, 5), 0);

    assertThat(allowance.use(5, 0)).isZero();
    assertThat(allowance.use(20, 0)).isEqualTo(2 * SECOND);
    assertThat(allowance.use(0, SECOND)).isEqualTo(SECOND);
    assertThat(allowance.use(0, 2 * SECOND)).isZero();
  }

  @Test
  void whatIsRestoredIsThereAtOnce() {
    var allowance = used(new Rate(0.001, 2), 2);

    allowance.restore(SECOND);

    assertThat(allowance.take(SECOND)).isTrue();
    assertThat(allowance.take(SECOND)).isTrue();
    assertThat(allowance.take(SECOND)).isFalse();
  }

  /** {@link System#nanoTime} may be negative, and may run over. */
  @ParameterizedTest
  @ValueSource(longs = {Long.MIN_VALUE, -1, 0, Long.MAX_VALUE})
  void onlyDifferencesOfTimeCount(long start) {
    var allowance = new Allowance(new Rate(1, 1), start);

    assertThat(allowance.take(start)).isTrue();
    assertThat(allowance.take(start)).isFalse();
    assertThat(allowance.take(start + SECOND)).isTrue();
  }

  @Test
  void aRatePerMinuteIsThereAtOnce() {
    var rate = Rate.perMinute(60);

    assertThat(rate).isEqualTo(new Rate(1, 60));
  }

  @ParameterizedTest
  @CsvSource({"0, 1", "-1, 1", "1, 0"})
  void aRateOfNothingIsNone(double perSecond, long burst) {
    assertThatIllegalArgumentException().isThrownBy(() -> new Rate(perSecond, burst));
  }

  private static Allowance used(Rate rate, int amount) {
    var allowance = new Allowance(rate, 0);
    allowance.use(amount, 0);
    return allowance;
  }
}
