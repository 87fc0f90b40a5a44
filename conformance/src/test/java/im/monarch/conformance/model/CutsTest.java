package im.monarch.conformance.model;

import static org.assertj.core.api.Assertions.assertThat;

import im.monarch.conformance.model.Step.Say;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class CutsTest {

  private static final Duration AMPLE = Duration.ofMinutes(1);

  @Test
  void whatIsNotNeededGoes() {
    var cuts = new Cuts(steps -> steps.containsAll(List.of(step(17), step(400))), AMPLE);

    var shortest = cuts.shortest(IntStream.range(0, 500).<Step>mapToObj(CutsTest::step).toList());

    assertThat(shortest).containsExactly(step(17), step(400));
  }

  @Test
  void aListThatIsShortAlreadyStaysWhole() {
    var cuts = new Cuts(steps -> steps.size() == 2, AMPLE);

    assertThat(cuts.shortest(List.of(step(1), step(2)))).hasSize(2);
  }

  private static Step step(int number) {
    return new Say("a", "PRP", "PHH", String.valueOf(number));
  }
}
