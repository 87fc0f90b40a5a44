package im.monarch.notification.node;

import static org.assertj.core.api.Assertions.assertThat;

import im.monarch.domain.nodes.NodeId;
import im.monarch.domain.presence.Directory;
import im.monarch.domain.presence.LocalDirectory;
import im.monarch.domain.presence.Moment;
import im.monarch.domain.presence.Whereabouts;
import im.monarch.protocol.vocabulary.Handle;
import io.vertx.core.Future;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class SoftDirectoryTest {

  private static final Handle ALICE = new Handle("alice@example.com");
  private static final Whereabouts THERE =
      new Whereabouts(ALICE, new NodeId("one"), new Moment(1, 0), Optional.empty());

  private final AtomicInteger gaps = new AtomicInteger();
  private final SoftDirectory silent = new SoftDirectory(new Silent(), gaps::incrementAndGet);

  @Test
  void aDirectoryThatIsSilentKeepsNobodyFromSigningIn() {
    assertThat(silent.publish(THERE).succeeded()).isTrue();
  }

  @Test
  void aDirectoryThatIsSilentKnowsNobody() {
    assertThat(silent.find(List.of(ALICE)).result()).isEmpty();
  }

  @Test
  void whateverADirectoryDidNotHearOrSayIsAskedForAgain() {
    silent.publish(THERE);
    silent.find(List.of(ALICE));

    assertThat(gaps).hasValue(2);
  }

  @Test
  void aDirectoryThatIsSilentKeepsNobodyFromLeaving() {
    assertThat(silent.withdraw(ALICE, 1).succeeded()).isTrue();
  }

  @Test
  void whatADirectorySaysIsPassedOn() {
    var directory = new SoftDirectory(new LocalDirectory(), gaps::incrementAndGet);

    assertThat(directory.publish(THERE).succeeded()).isTrue();

    assertThat(directory.find(List.of(ALICE)).result()).isEqualTo(Map.of(ALICE, THERE));
    assertThat(gaps).hasValue(0);
  }

  private static final class Silent implements Directory {

    @Override
    public Future<Void> publish(Whereabouts whereabouts) {
      return silence();
    }

    @Override
    public Future<Map<Handle, Whereabouts>> find(Collection<Handle> handles) {
      return silence();
    }

    @Override
    public Future<Void> withdraw(Handle handle, long epoch) {
      return silence();
    }

    private static <T> Future<T> silence() {
      return Future.failedFuture(new TimeoutException("no answer"));
    }
  }
}
