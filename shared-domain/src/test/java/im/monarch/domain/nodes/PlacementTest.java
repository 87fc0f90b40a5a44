package im.monarch.domain.nodes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Seeded: a failure repeats itself. */
class PlacementTest {

  private static final int OFTEN = 10_000;

  private final Random random = new Random(1_863);

  @Test
  void withoutNodesNobodyIsAsked() {
    assertThat(Placement.order(List.of(), random)).isEmpty();
  }

  @Test
  void oneNodeIsAsked() {
    assertThat(Placement.order(List.of(load("a", 5, 0, false)), random))
        .containsExactly(new NodeId("a"));
  }

  @Test
  void aDrainingNodeIsNeverAsked() {
    var loads = List.of(load("a", 0, 0, true), load("b", 9_000, 90, false), load("c", 0, 0, true));
    for (int i = 0; i < 100; i++) {
      assertThat(Placement.order(loads, random)).containsExactly(new NodeId("b"));
    }
  }

  @Test
  void everyOtherNodeIsAskedOnce() {
    var loads = loads(7);
    for (int i = 0; i < 100; i++) {
      assertThat(Placement.order(loads, random))
          .containsExactlyInAnyOrderElementsOf(loads.stream().map(NodeLoad::node).toList());
    }
  }

  @Test
  void ofTwoNodesTheLessBusyOneIsFirst() {
    var loads = List.of(load("a", 100, 0, false), load("b", 99, 0, false));
    for (int i = 0; i < 100; i++) {
      assertThat(Placement.order(loads, random).getFirst()).isEqualTo(new NodeId("b"));
    }
  }

  @Test
  void aSignInUnderWayCostsMoreThanSomebodyIdle() {
    var loads = List.of(load("a", 100, 0, false), load("b", 90, 1, false));

    assertThat(Placement.order(loads, random).getFirst()).isEqualTo(new NodeId("a"));
  }

  @Test
  void theBusiestOfManyIsNeverFirstAndTheIdlestOftenIs() {
    var first = first(loads(5));

    assertThat(first).doesNotContainKey(new NodeId("node-4"));
    assertThat(first.get(new NodeId("node-0"))).isBetween(OFTEN * 38 / 100, OFTEN * 42 / 100);
    assertThat(first.get(new NodeId("node-3"))).isBetween(OFTEN * 8 / 100, OFTEN * 12 / 100);
  }

  @Test
  void equallyBusyNodesShareTheWork() {
    var first =
        first(List.of(load("a", 7, 0, false), load("b", 7, 0, false), load("c", 7, 0, false)));

    assertThat(first.values()).allMatch(times -> times > OFTEN * 30 / 100);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "a b", "a/b", "a_b", "é"})
  void aNodeIsNamedByLettersDigitsDotsAndDashes(String text) {
    assertThatIllegalArgumentException().isThrownBy(() -> new NodeId(text));
  }

  private Map<NodeId, Integer> first(List<NodeLoad> loads) {
    var first = new HashMap<NodeId, Integer>();
    for (int i = 0; i < OFTEN; i++) {
      first.merge(Placement.order(loads, random).getFirst(), 1, Integer::sum);
    }
    return first;
  }

  /** Node n holds n hundred sessions. */
  private static List<NodeLoad> loads(int count) {
    var loads = new ArrayList<NodeLoad>();
    for (int i = 0; i < count; i++) {
      loads.add(load("node-" + i, i * 100, 0, false));
    }
    return loads;
  }

  private static NodeLoad load(String node, int sessions, int backlog, boolean draining) {
    return new NodeLoad(new NodeId(node), sessions, backlog, draining);
  }
}
