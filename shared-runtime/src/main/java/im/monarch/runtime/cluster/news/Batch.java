package im.monarch.runtime.cluster.news;

import im.monarch.domain.nodes.NodeId;
import im.monarch.protocol.vocabulary.Handle;
import io.vertx.core.buffer.Buffer;
import java.util.List;

/**
 * Letters that travel together.
 *
 * @param heading what tells it from all others
 */
record Batch(Heading heading, List<Enclosed> letters) {

  /**
   * What stands on a batch.
   *
   * @param line grows with each line that {@code sender} opens; one line goes to one node
   * @param number counts the batches of the line from 1
   * @param oldest the lowest number of the line that nobody has answered yet
   * @param lost what may have been left out since the last batch
   */
  record Heading(NodeId sender, long line, long number, long oldest, Mark lost) {}

  /**
   * One letter.
   *
   * @param receivers empty for everybody
   */
  record Enclosed(Buffer news, List<Handle> receivers) {}

  static Buffer write(Heading heading, Buffer letters) {
    var to = new Writer();
    to.octet(Kind.BATCH).word(heading.sender()).number(heading.line()).number(heading.number());
    to.number(heading.oldest()).octet(heading.lost().octet());
    return to.buffer().appendBuffer(letters);
  }

  static Buffer letters(List<Letter> letters) {
    var to = new Writer();
    to.all(
        letters,
        letter -> {
          to.block(letter.bytes());
          to.all(letter.receivers(), to::handle);
        });
    return to.buffer();
  }

  /**
   * @param from behind the kind
   */
  static Batch read(Reader from) {
    var heading =
        new Heading(
            new NodeId(from.text()),
            from.number(),
            from.number(),
            from.number(),
            Mark.of(from.octet()));
    return new Batch(heading, from.all(() -> new Enclosed(from.block(), from.all(from::handle))));
  }
}
