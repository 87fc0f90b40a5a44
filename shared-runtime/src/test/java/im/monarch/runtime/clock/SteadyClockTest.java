package im.monarch.runtime.clock;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class SteadyClockTest {

  private static final Instant NOON = Instant.parse("2003-07-22T12:00:00Z");
  private static final Instant ONE = Instant.parse("2003-07-22T13:00:00Z");

  private final AtomicLong ticks = new AtomicLong(Long.MAX_VALUE - 7);
  private final SteadyClock clock = SteadyClock.of(NOON, ticks::get);

  @Test
  void itCountsOnByTicksAlone() {
    passes(Duration.ofSeconds(3));

    assertThat(clock.instant()).isEqualTo(NOON.plusSeconds(3));
  }

  @Test
  void itIsSetToWhatSomebodyElseSaysHalfwayBetweenQuestionAndAnswer() {
    long asked = ticks.get();
    passes(Duration.ofMillis(200));

    clock.set(ONE, asked);

    assertThat(clock.instant()).isEqualTo(ONE.plusMillis(100));
  }

  @Test
  void itIsTheSameEverywhere() {
    var elsewhere = clock.withZone(ZoneId.of("America/Los_Angeles"));

    clock.set(ONE, ticks.get());

    assertThat(elsewhere.instant()).isEqualTo(ONE);
  }

  private void passes(Duration time) {
    ticks.addAndGet(time.toNanos());
  }
}
