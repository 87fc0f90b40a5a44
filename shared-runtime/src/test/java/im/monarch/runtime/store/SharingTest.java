package im.monarch.runtime.store;

import static org.assertj.core.api.Assertions.assertThat;

import im.monarch.protocol.vocabulary.FriendlyName;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SharingTest {

  private final Sharing<FriendlyName> sharing =
      new Sharing<>(FriendlyName::new, FriendlyName::escaped);

  @Test
  void theSameTextIsTheSameObject() {
    assertThat(sharing.of("Alice")).isSameAs(sharing.of("Alice"));
  }

  @Test
  void whateverIsForgottenTheTextIsRight() {
    var texts = IntStream.range(0, 200_000).mapToObj(i -> "name" + i).toList();
    texts.forEach(sharing::of);

    assertThat(texts).allMatch(text -> sharing.of(text).escaped().equals(text));
  }
}
