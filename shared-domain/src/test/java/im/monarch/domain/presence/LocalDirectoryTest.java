package im.monarch.domain.presence;

import static org.assertj.core.api.Assertions.assertThat;

import im.monarch.domain.nodes.NodeId;
import im.monarch.protocol.vocabulary.Handle;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LocalDirectoryTest {

  private static final Handle ALICE = new Handle("alice@example.com");
  private static final Handle BOB = new Handle("bob@example.com");
  private static final NodeId NODE = new NodeId("node-1");

  private final LocalDirectory directory = new LocalDirectory();

  @Test
  void nothingIsFoundAboutThoseNotSignedIn() {
    publish(ALICE, 1, 0);

    assertThat(directory.find(List.of(ALICE, BOB)).result()).containsOnlyKeys(ALICE);
  }

  @Test
  void whatIsKnownLaterReplacesWhatWasKnown() {
    publish(ALICE, 1, 0);

    publish(ALICE, 1, 1);

    assertThat(known()).contains(new Moment(1, 1));
  }

  @ParameterizedTest
  @CsvSource({"2, 3", "1, 9", "0, 0"})
  void whatComesLateIsDropped(long epoch, long sequence) {
    publish(ALICE, 2, 4);

    publish(ALICE, epoch, sequence);

    assertThat(known()).contains(new Moment(2, 4));
  }

  @Test
  void aSessionThatIsOverIsForgotten() {
    publish(ALICE, 1, 5);

    directory.withdraw(ALICE, 1).result();

    assertThat(known()).isEmpty();
  }

  @Test
  void aLateGoodByeLeavesTheNewSession() {
    publish(ALICE, 2, 0);

    directory.withdraw(ALICE, 1).result();

    assertThat(known()).contains(new Moment(2, 0));
  }

  @Test
  void aGoodByeOfALaterSessionForgetsTheEarlierOneToo() {
    publish(ALICE, 1, 0);

    directory.withdraw(ALICE, 2).result();

    assertThat(known()).isEmpty();
  }

  @Test
  void momentsFollowEachOtherWithinASession() {
    var first = new Moment(3, 0);

    assertThat(first.next()).isEqualTo(new Moment(3, 1));
    assertThat(first.next().isAfter(first)).isTrue();
    assertThat(first.isAfter(first)).isFalse();
    assertThat(first.isAfter(first.next())).isFalse();
  }

  @Test
  void anyMomentOfALaterSessionIsLater() {
    assertThat(new Moment(4, 0).isAfter(new Moment(3, 1_000))).isTrue();
    assertThat(new Moment(0, 0).isAfter(Moment.NEVER)).isTrue();
  }

  private void publish(Handle handle, long epoch, long sequence) {
    directory
        .publish(new Whereabouts(handle, NODE, new Moment(epoch, sequence), Optional.empty()))
        .result();
  }

  private Optional<Moment> known() {
    var found = directory.find(List.of(ALICE)).result();
    return Optional.ofNullable(found.get(ALICE)).map(Whereabouts::at);
  }
}
