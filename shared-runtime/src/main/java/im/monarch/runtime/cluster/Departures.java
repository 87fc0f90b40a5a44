package im.monarch.runtime.cluster;

import im.monarch.domain.presence.Moment;
import im.monarch.domain.sessions.News;
import im.monarch.protocol.vocabulary.Handle;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;

/** Tells everybody who was taken out of the directory. */
final class Departures {

  /** How many people one piece of news is about. */
  static final int CHUNK = 500;

  private final Consumer<News> everybody;

  /**
   * @param everybody tells all sessions of all nodes
   */
  Departures(Consumer<News> everybody) {
    this.everybody = everybody;
  }

  /**
   * @param gone when each was last announced
   */
  void tell(Map<Handle, Moment> gone) {
    var chunk = new HashMap<Handle, Moment>();
    gone.forEach(
        (handle, at) -> {
          chunk.put(handle, at);
          if (chunk.size() == CHUNK) {
            everybody.accept(new News.Departed(chunk));
            chunk.clear();
          }
        });
    if (!chunk.isEmpty()) {
      everybody.accept(new News.Departed(chunk));
    }
  }
}
