package im.monarch.conformance.model;

import static org.assertj.core.api.Assertions.assertThat;

import im.monarch.conformance.client.Door;
import im.monarch.conformance.harness.RunningServer;
import im.monarch.conformance.harness.Servers;
import im.monarch.conformance.harness.ServersExtension;
import im.monarch.conformance.harness.Topology;
import im.monarch.conformance.model.Society.Limits;
import im.monarch.conformance.model.Step.Leave;
import im.monarch.conformance.model.Step.Say;
import im.monarch.conformance.model.Step.SignIn;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * The process is killed while people edit their lists over the wire, {@code -Dmonarch.kills=} times
 * (50). What was acknowledged is there afterwards; what was not is there as a whole or not at all;
 * what one list says of another is true, and versions have counted every change.
 */
@ExtendWith(ServersExtension.class)
class KilledWhileEditingIT {

  private static final int KILLS = Integer.getInteger("monarch.kills", 50);
  private static final long SEED = Long.getLong("monarch.seed", 19_990_722L);
  private static final int EDITORS = 4;
  private static final int MOST_ANSWERS = 120;
  private static final int PATIENCE_SECONDS = 60;
  private static final int UNLIMITED = 1_000_000;
  private static final Limits LIMITS = new Limits(600, 30);

  private final Random random = new Random(SEED);
  private final Cast cast = Cast.of("k", EDITORS);
  private final Society society = new Society(cast, LIMITS);
  private final List<Editor> editors =
      cast.players().stream()
          .map(who -> new Editor(cast, society, who, new Random(random.nextLong())))
          .toList();
  private final Map<Editor, Say> unanswered = new HashMap<>();

  @Test
  void whatWasAcknowledgedIsThereAndNothingIsThereByHalf(Servers servers) throws Exception {
    var folder = servers.newFolder("killed-while-editing");
    try (var server = start(folder)) {
      register(server);
    }
    for (int kill = 1; kill <= KILLS; kill++) {
      try (var server = start(folder)) {
        check(server, kill);
        editUntilKilled(server);
      }
    }
    try (var server = start(folder)) {
      check(server, KILLS + 1);
    }
  }

  private static RunningServer start(Path folder) throws IOException {
    var overlay =
        new JsonObject().put("notification", new JsonObject().put("renamesPerMinute", UNLIMITED));
    return RunningServer.start(Topology.SINGLE, folder, overlay);
  }

  private void register(RunningServer server) {
    var door = new Door(server);
    for (var editor : editors) {
      door.register(editor.handle(), "Somebody");
      society.register(
          editor.handle(), "Somebody", new Stored(server.admin()).version(editor.handle()));
    }
  }

  private void editUntilKilled(RunningServer server)
      throws InterruptedException, ExecutionException {
    var door = new Door(server);
    var enough = new CountDownLatch(1 + random.nextInt(MOST_ANSWERS));
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var editing = new HashMap<Editor, Future<Optional<Say>>>();
      for (var editor : editors) {
        editing.put(
            editor, threads.submit(() -> editor.editUntilTheServerIsGone(door, enough::countDown)));
      }
      var inTime = enough.await(PATIENCE_SECONDS, TimeUnit.SECONDS);
      server.kill();
      for (var editor : editors) {
        editing.get(editor).get().ifPresent(edit -> unanswered.put(editor, edit));
        editor.take(new Leave(cast.name(editor.handle()), true));
      }
      assertThat(inTime).as("enough answers, seed %d", SEED).isTrue();
    }
  }

  private void check(RunningServer server, int round) {
    var stored = new Stored(server.admin());
    settle(stored);
    for (var account : society.accounts().values()) {
      assertThat(stored.own(account.handle))
          .as("%s, round %d, seed %d", account.handle, round, SEED)
          .isEqualTo(Stored.own(account));
      assertThat(stored.followers(account.handle))
          .as("RL of %s, round %d, seed %d", account.handle, round, SEED)
          .isEqualTo(followers(account));
      assertThat(stored.version(account.handle))
          .as("version of %s, round %d, seed %d", account.handle, round, SEED)
          .isEqualTo(account.version);
    }
  }

  /** An edit that was not answered was made if its owner's lists are no longer as they were. */
  private void settle(Stored stored) {
    for (var editor : new ArrayList<>(unanswered.keySet())) {
      var account = society.account(editor.handle()).orElseThrow();
      var edit = unanswered.remove(editor);
      if (!stored.own(account.handle).equals(Stored.own(account))) {
        editor.take(new SignIn(edit.who(), "MSNP9"));
        editor.take(edit);
        editor.take(new Leave(edit.who(), true));
      }
    }
  }

  private String followers(Account account) {
    return society.accounts().values().stream()
        .filter(other -> other.has(account.handle, ContactList.FL))
        .map(other -> other.handle)
        .collect(Collectors.joining(" "));
  }
}
