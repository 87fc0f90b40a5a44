package im.monarch.conformance.visibility;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class WalkTest {

  @Test
  void thereAreFortyEightSituationsAndFourInWhichBobSeesAliceNotCountingTheDoor() {
    assertThat(Situation.all()).hasSize(48).doesNotHaveDuplicates();
    assertThat(Situation.all().stream().filter(Situation::bobSeesAlice))
        .containsExactlyInAnyOrder(
            new Situation(Situation.State.OPEN, Situation.Listing.ALLOWED, false, true),
            new Situation(Situation.State.OPEN, Situation.Listing.ALLOWED, true, true),
            new Situation(Situation.State.OPEN, Situation.Listing.NEITHER, false, true));
  }

  @Test
  void everyCaseIsReached() {
    var wanted = new HashSet<>(Case.all());

    var seen = new Walk(any -> Optional.empty()).through(wanted);

    assertThat(seen.keySet()).isEqualTo(wanted);
  }

  @Test
  void aCaseThatFailsDoesNotKeepTheOthersFromBeingSeen() {
    var wanted = new HashSet<>(Case.all());

    var seen =
        new Walk(
                step ->
                    step.move() == Move.CLOSES_THE_DOOR && step.situation().bobSeesAlice()
                        ? Optional.of("wrong")
                        : Optional.empty())
            .through(wanted);

    assertThat(seen.keySet()).isEqualTo(wanted);
    assertThat(seen.values().stream().filter(Optional::isPresent)).isNotEmpty();
  }
}
