package im.monarch.runtime.store;

import static im.monarch.protocol.vocabulary.ContactList.FL;
import static im.monarch.protocol.vocabulary.ContactList.RL;
import static im.monarch.runtime.store.ChildStore.ALICE;
import static im.monarch.runtime.store.ChildStore.BOB;
import static org.assertj.core.api.Assertions.assertThat;

import im.monarch.domain.roster.Roster;
import im.monarch.protocol.vocabulary.FriendlyName;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A process that is killed while it writes: what it acknowledged is there, half a change is not.
 */
class H2CrashTest {

  private static final int ROUNDS = 6;
  private static final int MOST_EDITS = 400;

  @TempDir private Path folder;

  @Test
  void everythingAcknowledgedSurvivesTheProcess() throws Exception {
    var random = new Random(20);
    var path = folder.resolve("monarch");

    for (int round = 0; round < ROUNDS; round++) {
      long acknowledged = editUntilKilled(path, 1 + random.nextInt(MOST_EDITS));
      var stored = read(path);

      // One more may have been committed and not acknowledged.
      assertThat(stored.alice().version().number()).isBetween(acknowledged, acknowledged + 1);
      assertThatNothingIsHalfDone(stored);
    }
  }

  /** Yields the last version that the process said was stored. */
  private static long editUntilKilled(Path path, int edits) throws IOException {
    long last = 0;
    try (var child = ChildStore.editing(path)) {
      child.waitUntilOpen();
      for (int i = 0; i < edits; i++) {
        last = Long.parseLong(child.nextLine());
      }
      child.kill();
      for (var line = child.nextLine(); !line.isEmpty(); line = child.nextLine()) {
        last = Long.parseLong(line);
      }
    }
    return last;
  }

  private record Stored(Roster alice, Roster bob) {}

  private static Stored read(Path path) {
    var vertx = Vertx.vertx();
    var store = Store.open(vertx, StoreConfig.h2(path)).await();
    var stored =
        new Stored(
            store.rosters().load(ALICE).await().orElseThrow(),
            store.rosters().load(BOB).await().orElseThrow());
    store.close().await();
    vertx.close().await();
    return stored;
  }

  /** Everything follows from Alice's version: which edits were made, and what each of them did. */
  private static void assertThatNothingIsHalfDone(Stored stored) {
    long version = stored.alice().version().number();
    boolean watches = version % 4 == 2 || version % 4 == 3;
    long lastRename = version % 2 == 1 ? version : version - 1;

    assertThat(stored.alice().on(FL).contains(BOB)).isEqualTo(watches);
    assertThat(stored.bob().on(RL).contains(ALICE)).isEqualTo(watches);
    assertThat(stored.bob().version().number()).isEqualTo(1 + version / 2);
    if (lastRename > 1) {
      assertThat(stored.alice().name()).isEqualTo(new FriendlyName("version" + lastRename));
    }
  }
}
