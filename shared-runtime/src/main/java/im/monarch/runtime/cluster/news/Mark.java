package im.monarch.runtime.cluster.news;

import java.util.stream.Stream;

/**
 * What may have got lost on the way to a node, as its batches say: one thing at a time, as an
 * earlier release knows the first two numbers and takes all others for nothing.
 */
enum Mark {
  NOTHING(0),

  /** Presence: the sessions there had better look. */
  PRESENCE(1),

  /** What others did to the lists of sessions there. */
  LISTS(2);

  private final int octet;

  Mark(int octet) {
    this.octet = octet;
  }

  int octet() {
    return octet;
  }

  static Mark of(int octet) {
    return Stream.of(values()).filter(mark -> mark.octet == octet).findFirst().orElse(NOTHING);
  }
}
