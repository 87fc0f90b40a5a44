package im.monarch.domain.switchboards;

import static org.assertj.core.api.Assertions.assertThat;

import im.monarch.domain.switchboards.Purpose.Answering;
import im.monarch.domain.switchboards.Purpose.Beginning;
import im.monarch.domain.switchboards.Redemption.Granted;
import im.monarch.domain.switchboards.Redemption.Reason;
import im.monarch.domain.switchboards.Redemption.Refused;
import im.monarch.protocol.vocabulary.Capabilities;
import im.monarch.protocol.vocabulary.FriendlyName;
import im.monarch.protocol.vocabulary.Handle;
import im.monarch.protocol.vocabulary.Participant;
import im.monarch.protocol.vocabulary.SwitchboardId;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class KeyRingTest {

  private static final Handle ALICE = new Handle("alice@example.com");
  private static final Handle BOB = new Handle("bob@example.com");
  private static final SwitchboardId SESSION = new SwitchboardId(11_752_013);
  private static final Duration LIFETIME = Duration.ofMinutes(2);
  private static final Beginning BEGINNING =
      new Beginning(
          new Guest(
              new Participant(ALICE, FriendlyName.ofPlain("Alice"), Capabilities.NONE), "MSNP9"));
  private static final Answering ANSWERING = new Answering(SESSION);

  private Instant now = Instant.parse("2026-11-20T12:00:00Z");
  private final InstantSource source = () -> now;
  private final KeyRing keys = new KeyRing(LIFETIME, source.withZone(ZoneOffset.UTC));

  @Test
  void aKeyBeginsASession() {
    var key = keys.issue(ALICE, BEGINNING);

    assertThat(keys.begin(key, ALICE)).isEqualTo(new Granted<>(BEGINNING));
  }

  @Test
  void aKeyFollowsAnInvitation() {
    var key = keys.issue(BOB, ANSWERING);

    assertThat(keys.answer(key, BOB, SESSION)).isEqualTo(new Granted<>(ANSWERING));
  }

  @Test
  void aKeyIsGoodOnce() {
    var key = keys.issue(ALICE, BEGINNING);
    keys.begin(key, ALICE);

    assertThat(keys.begin(key, ALICE)).isEqualTo(new Refused<>(Reason.UNKNOWN));
  }

  @Test
  void somebodyElsesKeyIsNotGood() {
    var key = keys.issue(ALICE, BEGINNING);

    assertThat(keys.begin(key, BOB)).isEqualTo(new Refused<>(Reason.FOREIGN));
  }

  @Test
  void aKeyThatSomebodyElseTriedIsUsedUp() {
    var key = keys.issue(ALICE, BEGINNING);
    keys.begin(key, BOB);

    assertThat(keys.begin(key, ALICE)).isEqualTo(new Refused<>(Reason.UNKNOWN));
  }

  @Test
  void aKeyForAnotherSessionIsNotGood() {
    var key = keys.issue(BOB, ANSWERING);

    assertThat(keys.answer(key, BOB, new SwitchboardId(2)))
        .isEqualTo(new Refused<>(Reason.FOREIGN));
  }

  @Test
  void aKeyToBeginWithFollowsNoInvitation() {
    var key = keys.issue(ALICE, BEGINNING);

    assertThat(keys.answer(key, ALICE, SESSION)).isEqualTo(new Refused<>(Reason.FOREIGN));
  }

  @Test
  void aKeyOfAnInvitationBeginsNoSession() {
    var key = keys.issue(BOB, ANSWERING);

    assertThat(keys.begin(key, BOB)).isEqualTo(new Refused<>(Reason.FOREIGN));
  }

  @Test
  void whatWasNeverIssuedIsNotGood() {
    assertThat(keys.begin(Key.fresh(), ALICE)).isEqualTo(new Refused<>(Reason.UNKNOWN));
  }

  @Test
  void aKeyIsGoodUntilItsTimeIsUp() {
    var key = keys.issue(ALICE, BEGINNING);
    now = now.plus(LIFETIME).minusNanos(1);

    assertThat(keys.begin(key, ALICE)).isEqualTo(new Granted<>(BEGINNING));
  }

  @Test
  void aKeyIsNotGoodWhenItsTimeIsUp() {
    var key = keys.issue(ALICE, BEGINNING);
    now = now.plus(LIFETIME);

    assertThat(keys.begin(key, ALICE)).isEqualTo(new Refused<>(Reason.LATE));
  }

  @Test
  void aKeyThatWasTakenBackIsNotGood() {
    var key = keys.issue(BOB, ANSWERING);
    keys.revoke(key);

    assertThat(keys.answer(key, BOB, SESSION)).isEqualTo(new Refused<>(Reason.UNKNOWN));
  }

  @Test
  void keysNobodyCameWithAreForgotten() {
    IntStream.range(0, 1_000).forEach(i -> keys.issue(BOB, ANSWERING));
    now = now.plus(LIFETIME);

    keys.issue(ALICE, BEGINNING);

    assertThat(keys.size()).isEqualTo(1);
  }

  @Test
  void keysThatAreStillGoodAreKept() {
    keys.issue(BOB, ANSWERING);
    now = now.plusSeconds(60);
    var later = keys.issue(BOB, ANSWERING);
    now = now.plusSeconds(60);
    keys.issue(ALICE, BEGINNING);

    assertThat(keys.answer(later, BOB, SESSION)).isEqualTo(new Granted<>(ANSWERING));
  }

  @Test
  void noTwoKeysAreAlikeAndNoneCanBeGuessed() {
    Set<String> seen = new HashSet<>();
    for (int i = 0; i < 10_000; i++) {
      var text = keys.issue(ALICE, BEGINNING).text();
      assertThat(text).matches("[0-9a-f]{32}");
      assertThat(seen.add(text)).isTrue();
    }
  }

  @Test
  void ofManyWhoTryAtOnceOneGetsIn() throws InterruptedException, ExecutionException {
    var key = keys.issue(ALICE, BEGINNING);
    Callable<Redemption<Beginning>> attempt = () -> keys.begin(key, ALICE);
    int granted = 0;
    try (var threads = Executors.newFixedThreadPool(8)) {
      for (var one : threads.invokeAll(IntStream.range(0, 64).mapToObj(i -> attempt).toList())) {
        granted += one.get() instanceof Granted ? 1 : 0;
      }
    }

    assertThat(granted).isEqualTo(1);
  }

  @Test
  void aKeyIsNotInALog() {
    var key = keys.issue(ALICE, BEGINNING);

    assertThat(key.toString()).doesNotContain(key.text());
  }
}
