package im.monarch.passport.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class DoorkeeperTest {

  private final Doorkeeper doorkeeper =
      new Doorkeeper(new HttpLimits(1_024, 0, Duration.ofSeconds(1), 3, 2));

  @Test
  void oneAddressGetsItsShare() {
    doorkeeper.admits("192.0.2.1");
    doorkeeper.admits("192.0.2.1");

    assertThat(doorkeeper.admits("192.0.2.1")).isFalse();
  }

  @Test
  void theOthersAreNotDisturbedByThat() {
    for (int i = 0; i < 10; i++) {
      doorkeeper.admits("192.0.2.1");
    }

    assertThat(doorkeeper.admits("192.0.2.2")).isTrue();
  }

  @Test
  void theHouseCanBeFull() {
    doorkeeper.admits("192.0.2.1");
    doorkeeper.admits("192.0.2.2");
    doorkeeper.admits("192.0.2.3");

    assertThat(doorkeeper.admits("192.0.2.4")).isFalse();
  }

  @Test
  void whoLeavesMakesRoom() {
    doorkeeper.admits("192.0.2.1");
    doorkeeper.admits("192.0.2.1");
    doorkeeper.admits("192.0.2.2");
    doorkeeper.leave("192.0.2.1");

    assertThat(doorkeeper.admits("192.0.2.1")).isTrue();
    assertThat(doorkeeper.admits("192.0.2.3")).isFalse();
  }
}
