package im.monarch.domain.guessing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayDeque;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RateLimitTest {

  private static final long KEY = 4_711;

  private final HandClock clock = new HandClock();
  private final RateLimit limit = new RateLimit(10, clock);

  @Test
  void halfOfItIsThereAtOnce() {
    assertThat(usesNow()).isEqualTo(5);
  }

  @Test
  void theOtherHalfComesBackInTheCourseOfAMinute() {
    usesNow();
    clock.turn(Duration.ofSeconds(60));

    assertThat(usesNow()).isEqualTo(5);
  }

  @Test
  void whoIsTooEarlyIsToldWhenToCome() {
    usesNow();

    assertThat(limit.take(KEY)).isEqualTo(Duration.ofSeconds(12));
  }

  @Test
  void comingThenIsEnough() {
    usesNow();
    clock.turn(limit.take(KEY));

    assertThat(limit.take(KEY)).isZero();
  }

  @Test
  void noMinuteSeesMoreThanAllOfIt() {
    var random = new Random(10);
    var uses = new ArrayDeque<Long>();

    for (int i = 0; i < 50_000; i++) {
      clock.turn(Duration.ofMillis(random.nextInt(4_000)));
      if (limit.take(KEY).isZero()) {
        uses.add(clock.millis());
      }
      while (!uses.isEmpty() && uses.peek() < clock.millis() - 60_000) {
        uses.remove();
      }
      assertThat(uses).hasSizeLessThanOrEqualTo(10);
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {2, 3, 4, 7, 14, 1_000_000})
  void everyAllowanceIsKept(int perMinute) {
    var other = new RateLimit(perMinute, clock);

    int uses = 0;
    for (int second = 0; second <= 60; second++) {
      while (other.take(KEY).isZero()) {
        uses++;
      }
      clock.turn(Duration.ofSeconds(1));
    }
    assertThat(uses).isBetween(perMinute / 2, perMinute);
  }

  @Test
  void whatIsGivenBackCanBeUsed() {
    usesNow();
    limit.giveBack(KEY);

    assertThat(usesNow()).isEqualTo(1);
  }

  @Test
  void keysDoNotDisturbEachOther() {
    usesNow();

    assertThat(limit.take(KEY + 1)).isZero();
  }

  @Test
  void aClockThatIsSetBackLocksNobodyOutForLong() {
    usesNow();
    clock.turn(Duration.ofHours(-1));

    assertThat(limit.take(KEY)).isEqualTo(Duration.ofSeconds(12));
  }

  private int usesNow() {
    int uses = 0;
    while (limit.take(KEY).isZero()) {
      uses++;
    }
    return uses;
  }

  /** A clock that somebody turns. */
  private static final class HandClock extends Clock {

    private Instant now = Instant.parse("2003-09-05T09:23:49Z");

    void turn(Duration by) {
      now = now.plus(by);
    }

    @Override
    public Instant instant() {
      return now;
    }

    @Override
    public ZoneId getZone() {
      return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
      return this;
    }
  }
}
