package im.monarch.conformance.model;

import static org.assertj.core.api.Assertions.assertThat;

import im.monarch.conformance.client.Door;
import im.monarch.conformance.harness.AdminClient;
import im.monarch.conformance.harness.RunningServer;
import im.monarch.conformance.model.Society.Limits;
import im.monarch.conformance.model.Step.Syn;
import io.vertx.core.json.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Plays with fresh people on one server.
 *
 * @param limits of the server
 */
record Neighbourhood(RunningServer server, Door door, Limits limits) {

  private static final AtomicInteger PLACES = new AtomicInteger();

  Neighbourhood(RunningServer server, Limits limits) {
    this(server, new Door(server), limits);
  }

  /**
   * How a play went wrong.
   *
   * @param steps up to the one that did
   */
  record Failure(List<Step> steps, String difference, List<String> dialogue) {}

  /** Throws {@code count} steps; at the end everybody there asks for their list. */
  Optional<Failure> improvise(int players, long seed, int count) {
    var cast = newCast(players);
    var society = settle(cast);
    var dice = new Dice(seed, society, cast);
    var steps = new ArrayList<Step>();
    try (var play = new Play(door, cast, society)) {
      while (steps.size() < count + players) {
        var step = steps.size() < count ? dice.next() : lastSyn(cast, steps.size() - count);
        steps.add(step);
        var difference = taken(play, step);
        if (difference.isPresent()) {
          return Optional.of(new Failure(steps, difference.get(), play.dialogue()));
        }
      }
    }
    compareStored(society);
    return Optional.empty();
  }

  private static Step lastSyn(Cast cast, int player) {
    return new Syn(cast.players().get(player), Syn.NOTHING);
  }

  /** Takes steps that were thrown before, with other people of the same names. */
  Optional<Failure> repeat(int players, List<Step> steps) {
    var cast = newCast(players);
    var society = settle(cast);
    try (var play = new Play(door, cast, society)) {
      for (int i = 0; i < steps.size(); i++) {
        var difference = taken(play, steps.get(i));
        if (difference.isPresent()) {
          return Optional.of(
              new Failure(steps.subList(0, i + 1), difference.get(), play.dialogue()));
        }
      }
      return Optional.empty();
    }
  }

  private static Optional<String> taken(Play play, Step step) {
    try {
      return play.take(step);
    } catch (IllegalStateException e) {
      return Optional.of(step + ": " + e.getMessage());
    }
  }

  private static Cast newCast(int players) {
    return Cast.of("n" + PLACES.incrementAndGet(), players);
  }

  private Society settle(Cast cast) {
    var society = new Society(cast, limits);
    var names = new ArrayList<>(cast.players());
    names.add(Cast.ABSENT);
    for (var name : names) {
      var handle = cast.handle(name);
      door.register(handle, name.toUpperCase(java.util.Locale.ROOT));
      society.register(
          handle,
          name.toUpperCase(java.util.Locale.ROOT),
          server.admin().account(handle).getLong("listVersion"));
    }
    return society;
  }

  /** What is stored is what the model has, also for those who are not there. */
  private void compareStored(Society society) {
    AdminClient admin = server.admin();
    for (var account : society.accounts().values()) {
      JsonObject stored = admin.account(account.handle);
      assertThat(stored.getLong("listVersion"))
          .as("version of %s", account.handle)
          .isEqualTo(account.version);
      assertThat(stored.getJsonArray("groups").size())
          .as("groups of %s", account.handle)
          .isEqualTo(account.groups.size());
    }
  }
}
