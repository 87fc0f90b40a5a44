package im.monarch.runtime.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Future;
import java.util.HexFormat;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What every store of secrets does. */
abstract class SecretsContract extends StoreContract {

  @Test
  void aSecretIsMadeOfAsManyBytesAsAskedFor() {
    var secret = store().secrets().obtain(name("key"), 32).await();

    assertThat(secret).hasSize(32).isNotEqualTo(new byte[32]);
  }

  @Test
  void aSecretStaysTheSame() {
    var first = store().secrets().obtain(name("key"), 32).await();

    var second = store().secrets().obtain(name("key"), 32).await();

    assertThat(second).isEqualTo(first);
  }

  @Test
  void secretsDiffer() {
    var one = store().secrets().obtain(name("one"), 32).await();

    var other = store().secrets().obtain(name("other"), 32).await();

    assertThat(other).isNotEqualTo(one);
  }

  @Test
  void allWhoAskAtOnceGetTheSame() {
    var answers =
        IntStream.range(0, 16).mapToObj(i -> store().secrets().obtain(name("key"), 16)).toList();

    Future.join(answers).await();

    assertThat(answers)
        .extracting(answer -> HexFormat.of().formatHex(answer.result()))
        .containsOnly(HexFormat.of().formatHex(answers.get(0).result()));
  }

  private String name(String secret) {
    return handle(secret).address();
  }
}
