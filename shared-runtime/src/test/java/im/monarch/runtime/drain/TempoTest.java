package im.monarch.runtime.drain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class TempoTest {

  private static final Duration MINUTE = Duration.ofMinutes(1);

  @Test
  void theRateThatWasSetIsKeptWhenThereIsTimeForIt() {
    assertThat(Tempo.of(1_000, 50, MINUTE)).isEqualTo(new Tempo(50));
  }

  @Test
  void moreThanTheTimeAllowsGoFaster() {
    assertThat(Tempo.of(6_000, 50, MINUTE)).isEqualTo(new Tempo(100));
  }

  @Test
  void withoutTimeEverybodyGoesAtOnce() {
    assertThat(Tempo.of(1_000, 1, Duration.ZERO).due(TimeUnit.MICROSECONDS.toNanos(1)))
        .isGreaterThanOrEqualTo(1_000);
  }

  @Test
  void theFirstOneGoesAtOnceAndTheOthersFollowEvenly() {
    var tempo = new Tempo(50);

    assertThat(tempo.due(0)).isEqualTo(1);
    assertThat(tempo.due(TimeUnit.MILLISECONDS.toNanos(19))).isEqualTo(1);
    assertThat(tempo.due(TimeUnit.MILLISECONDS.toNanos(20))).isEqualTo(2);
    assertThat(tempo.due(TimeUnit.SECONDS.toNanos(4))).isEqualTo(201);
  }
}
