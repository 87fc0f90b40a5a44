package im.monarch.runtime.cluster.news;

import im.monarch.protocol.vocabulary.Handle;
import io.vertx.core.buffer.Buffer;
import java.util.List;

/**
 * What a node answers to a batch.
 *
 * @param missed those who have no session there
 */
record Receipt(List<Missed> missed) {

  /** Understood; a node of a later release may have more to say. */
  private static final int TAKEN = 1;

  /** The answer to what could not be read. */
  private static final int NOT_READ = 0;

  /** Nobody was missed. */
  static final Buffer EMPTY = new Receipt(List.of()).write();

  /**
   * @param letter its place in the batch, from 0
   */
  record Missed(int letter, List<Handle> receivers) {}

  static Buffer notRead() {
    return new Writer().octet(NOT_READ).buffer();
  }

  Buffer write() {
    var to = new Writer().octet(TAKEN);
    to.all(missed, one -> to.number(one.letter()).all(one.receivers(), to::handle));
    return to.buffer();
  }

  /**
   * @throws IllegalArgumentException if the other node could not read the batch
   */
  static Receipt read(Buffer answer) {
    var from = new Reader(answer);
    if (from.octet() != TAKEN) {
      throw new IllegalArgumentException("a batch that the other node cannot read");
    }
    return new Receipt(from.all(() -> new Missed(from.count(), from.all(from::handle))));
  }
}
