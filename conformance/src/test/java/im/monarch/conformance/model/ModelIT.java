package im.monarch.conformance.model;

import static org.assertj.core.api.Assertions.assertThat;

import im.monarch.conformance.harness.Servers;
import im.monarch.conformance.harness.ServersExtension;
import im.monarch.conformance.harness.Topology;
import im.monarch.conformance.model.Neighbourhood.Failure;
import im.monarch.conformance.model.Society.Limits;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Two to six people at a time do everything to each other, {@code -Dmonarch.steps=} steps in all
 * from {@code -Dmonarch.seed=}. Every line that anybody hears is as the model has it.
 */
@ExtendWith(ServersExtension.class)
class ModelIT {

  private static final int STEPS = Integer.getInteger("monarch.steps", 10_000);
  private static final long SEED = Long.getLong("monarch.seed", 19_990_722L);
  private static final int STEPS_EACH = 500;
  private static final int AT_ONCE = 6;
  private static final int FEWEST = 2;
  private static final int MOST = 6;
  private static final Duration CUTTING = Duration.ofSeconds(60);

  private static final int UNLIMITED = 1_000_000;

  /** Small, so that people come upon them. */
  private static final Limits LIMITS = new Limits(4, 5);

  @Test
  void everyLineEveryListAndEveryVersionAgrees(Servers servers)
      throws InterruptedException, ExecutionException {
    var overlay =
        new JsonObject()
            .put(
                "limits",
                new JsonObject().put("contacts", LIMITS.contacts()).put("groups", LIMITS.groups()))
            .put("notification", new JsonObject().put("renamesPerMinute", UNLIMITED));
    var neighbourhood = new Neighbourhood(servers.get(Topology.SINGLE, overlay), LIMITS);
    try (var threads = Executors.newFixedThreadPool(AT_ONCE, Thread.ofVirtual().factory())) {
      var plays = new ArrayList<Future<Optional<String>>>();
      for (int i = 0; i < STEPS / STEPS_EACH; i++) {
        int players = FEWEST + i % (MOST - FEWEST + 1);
        long seed = SEED + i;
        plays.add(threads.submit(() -> play(neighbourhood, players, seed)));
      }
      for (var play : plays) {
        assertThat(play.get()).isEmpty();
      }
    }
  }

  private static Optional<String> play(Neighbourhood neighbourhood, int players, long seed) {
    return neighbourhood
        .improvise(players, seed, STEPS_EACH)
        .map(failure -> cut(neighbourhood, players, seed, failure));
  }

  /** What somebody needs to see it again: the seed, and the fewest steps that lead there. */
  private static String cut(Neighbourhood neighbourhood, int players, long seed, Failure failure) {
    var cuts = new Cuts(steps -> neighbourhood.repeat(players, steps).isPresent(), CUTTING);
    var shortest = neighbourhood.repeat(players, cuts.shortest(failure.steps()));
    var told = shortest.orElse(failure);
    return "%d players, seed %d, step %d:%n%s%n%s%n%s"
        .formatted(
            players,
            seed,
            failure.steps().size(),
            failure.difference(),
            shortest.isPresent() ? "the same in short:" : "not seen a second time; as it was:",
            String.join("\n", told.dialogue()) + '\n' + told.difference());
  }
}
