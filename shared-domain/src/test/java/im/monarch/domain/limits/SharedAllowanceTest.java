package im.monarch.domain.limits;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SharedAllowanceTest {

  private static final long START = 5_000_000_000L;

  private final SharedAllowance allowance = new SharedAllowance(new Rate(10, 3), START);

  @Test
  void asMuchAsTheBurstIsThereAtOnce() {
    assertThat(taken(allowance, 10, START)).isEqualTo(3);
  }

  @Test
  void whatWasUsedComesBackAtTheRate() {
    taken(allowance, 3, START);

    long later = START + TimeUnit.MILLISECONDS.toNanos(200);

    assertThat(taken(allowance, 10, later)).isEqualTo(2);
  }

  @Test
  void afterALongQuietTimeThereIsNoMoreThanTheBurst() {
    long later = START + TimeUnit.HOURS.toNanos(1);

    assertThat(taken(allowance, 10, later)).isEqualTo(3);
  }

  @Test
  void aRefusalCostsNothing() {
    taken(allowance, 1_000, START);

    assertThat(allowance.take(START + TimeUnit.MILLISECONDS.toNanos(100))).isTrue();
  }

  @Test
  void manyThreadsTogetherTakeWhatThereIsAndNoMore() {
    var large = new SharedAllowance(new Rate(1, 1_000), START);
    var taken = new AtomicInteger();

    IntStream.range(0, 20_000)
        .parallel()
        .filter(i -> large.take(START))
        .forEach(i -> taken.incrementAndGet());

    assertThat(taken).hasValue(1_000);
  }

  private static int taken(SharedAllowance allowance, int tries, long now) {
    return (int) IntStream.range(0, tries).filter(i -> allowance.take(now)).count();
  }
}
