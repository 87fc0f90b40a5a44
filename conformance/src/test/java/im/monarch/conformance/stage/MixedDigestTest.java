package im.monarch.conformance.stage;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class MixedDigestTest {

  /** Protocol notes, 3.6.6: the published example. */
  @Test
  void theAnswerIsThePublishedOne() {
    assertThat(MixedDigest.of("22210219642164014968"))
        .isEqualTo("85ecb0db8f32113df79ce0892b9a102c");
  }
}
