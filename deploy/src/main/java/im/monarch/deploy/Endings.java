package im.monarch.deploy;

import im.monarch.runtime.config.DrainSection;
import im.monarch.runtime.config.MonarchConfig;
import java.time.Duration;

/** How long a process waits for people when it ends: hardly, where there is no other one. */
final class Endings {

  private Endings() {}

  /** How users leave. */
  static DrainSection ofUsers(MonarchConfig config) {
    return config.cluster().enabled() ? config.drain() : config.drain().alone();
  }

  /** How long conversations may go on. */
  static Duration ofConversations(MonarchConfig config) {
    return config.cluster().enabled() ? config.drain().within() : Duration.ZERO;
  }

  /** What is left for people who come for moments only. */
  static Duration lastWords(MonarchConfig config) {
    return config.cluster().enabled() ? config.drain().lastWords() : Duration.ZERO;
  }
}
