package im.monarch.runtime.cluster.news;

/** What the first byte of a message between nodes says it is. */
final class Kind {

  static final int BATCH = 1;
  static final int TAKE_OVER = 2;

  private Kind() {}
}
