package im.monarch.runtime.cluster.news;

import im.monarch.domain.sessions.News;
import im.monarch.protocol.vocabulary.Handle;
import io.vertx.core.buffer.Buffer;
import java.util.List;

/**
 * A piece of news on its way.
 *
 * @param bytes it encoded: once, for all nodes it goes to
 * @param receivers empty for everybody who is signed in
 * @param again whether a node has returned it already
 */
record Letter(News news, Buffer bytes, List<Handle> receivers, boolean again) {

  /** About what a receiver takes in a batch. */
  private static final int RECEIVER = 28;

  static Letter of(News news, List<Handle> receivers) {
    return new Letter(news, NewsCodec.write(news), receivers, false);
  }

  Letter to(List<Handle> some) {
    return new Letter(news, bytes, some, again);
  }

  Letter returned(List<Handle> some) {
    return new Letter(news, bytes, some, true);
  }

  boolean isToEverybody() {
    return receivers.isEmpty();
  }

  /** Whether what it says can be had from the directory. */
  boolean isPresence() {
    return switch (news) {
      case News.Appeared a -> true;
      case News.Vanished v -> true;
      case News.MessageChanged m -> true;
      case News.Departed d -> true;
      default -> false;
    };
  }

  /** How much of a batch it takes. */
  int size() {
    return bytes.length() + RECEIVER * receivers.size();
  }
}
