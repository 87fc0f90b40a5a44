package im.monarch.runtime.drain;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import org.junit.jupiter.api.Test;

class DrainTest {

  private final Drain drain = new Drain();

  @Test
  void noServerLetsAnybodyInWhileOthersAreStillBeingLeft() {
    var first = new Server();
    var second = new Server();
    drain.add(first);
    drain.add(second);

    var over = drain.perform();

    assertThat(first.closed).isTrue();
    assertThat(second.closed).isTrue();
    assertThat(over.isComplete()).isFalse();
  }

  @Test
  void itIsOverWhenEveryServerIsEmpty() {
    var first = new Server();
    var second = new Server();
    drain.add(first);
    drain.add(second);
    var over = drain.perform();

    first.empty.complete();
    assertThat(over.isComplete()).isFalse();
    second.empty.complete();

    assertThat(over.succeeded()).isTrue();
  }

  @Test
  void aServerThatFailsDoesNotKeepTheProcessAlive() {
    var server = new Server();
    drain.add(server);
    var over = drain.perform();

    server.empty.fail("no luck");

    assertThat(over.succeeded()).isTrue();
  }

  @Test
  void aServerThatComesTooLateLetsNobodyIn() {
    drain.perform().onComplete(over -> {});
    var late = new Server();

    drain.add(late);

    assertThat(late.closed).isTrue();
  }

  @Test
  void itIsAskedForOnce() {
    assertThat(drain.request()).isTrue();
    assertThat(drain.request()).isFalse();
    assertThat(drain.requested().succeeded()).isTrue();
  }

  private static final class Server implements Drainable {

    private final Promise<Void> empty = Promise.promise();
    private boolean closed;

    @Override
    public void close() {
      closed = true;
    }

    @Override
    public Future<Void> empty() {
      return empty.future();
    }
  }
}
