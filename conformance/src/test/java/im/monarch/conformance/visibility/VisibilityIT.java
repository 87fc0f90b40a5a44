package im.monarch.conformance.visibility;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import im.monarch.conformance.client.Door;
import im.monarch.conformance.harness.Servers;
import im.monarch.conformance.harness.ServersExtension;
import im.monarch.conformance.harness.Topology;
import io.vertx.core.json.JsonObject;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * The truth table: state of alice, bob on her lists, BLP, her on his FL. What bob sees with his
 * first CHG in each situation, and what he is told with each step from one to another: exactly one
 * line, or none. Several pairs of people, of both dialects, share the cases between them.
 */
@ExtendWith(ServersExtension.class)
class VisibilityIT {

  private static final List<String> DIALECTS = List.of("MSNP8", "MSNP9");
  private static final int PAIRS = DIALECTS.size() * DIALECTS.size();

  @TestFactory
  Stream<DynamicTest> whoeverFollowsIsToldOnceOfEveryChangeAndOfNothingElse(Servers servers)
      throws InterruptedException, ExecutionException {
    var unhurried =
        new JsonObject().put("notification", new JsonObject().put("renamesPerMinute", 1_000_000));
    var door = new Door(servers.get(Topology.SINGLE, unhurried));
    var seen = new HashMap<Case, Optional<String>>();
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var walks = new ArrayList<Future<Map<Case, Optional<String>>>>();
      for (int i = 0; i < PAIRS; i++) {
        int number = i;
        walks.add(threads.submit(() -> walk(door, number)));
      }
      for (var walk : walks) {
        walk.get().forEach((step, difference) -> seen.merge(step, difference, VisibilityIT::worse));
      }
    }
    return Case.all().stream()
        .map(step -> dynamicTest(step.toString(), () -> assertThat(seen.get(step)).isEmpty()));
  }

  private static Map<Case, Optional<String>> walk(Door door, int number) {
    var alice = DIALECTS.get(number % DIALECTS.size());
    var bob = DIALECTS.get(number / DIALECTS.size());
    try (var pair = new Pair(door, alice, bob)) {
      return new Walk(pair::play).through(share(number));
    }
  }

  private static Set<Case> share(int number) {
    var all = Case.all();
    var share = new HashSet<Case>();
    for (int i = number; i < all.size(); i += PAIRS) {
      share.add(all.get(i));
    }
    return share;
  }

  private static Optional<String> worse(Optional<String> one, Optional<String> other) {
    return one.isPresent() ? one : other;
  }
}
