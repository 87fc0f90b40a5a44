package im.monarch.runtime.cluster.news;

import im.monarch.domain.nodes.NodeId;
import im.monarch.runtime.cluster.news.Batch.Heading;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.buffer.Buffer;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;

/**
 * Batches from other nodes: each taken once, in the order of their numbers, however often and in
 * whatever order they come. Used on one context only.
 */
final class Inbox {

  /** Nodes come and go; so many of the last ones are remembered. */
  private static final int SENDERS = 1_000;

  private final Function<Batch, Receipt> taker;
  private final Map<NodeId, Sender> senders =
      new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<NodeId, Sender> eldest) {
          return size() > SENDERS;
        }
      };

  private record Held(Batch batch, Promise<Buffer> answer) {}

  /** The line that is open from one node. */
  private static final class Sender {
    private final long line;
    private final Map<Long, Held> early = new HashMap<>();
    private final Map<Long, Buffer> answers = new HashMap<>();
    private long next = 1;

    Sender(long line) {
      this.line = line;
    }

    /** What is below {@code oldest} was answered, and will not be asked again. */
    void forgetBelow(long oldest) {
      next = Math.max(next, oldest);
      answers.keySet().removeIf(number -> number < oldest);
      early.keySet().removeIf(number -> number < next);
    }
  }

  /**
   * @param taker delivers what is in a batch
   */
  Inbox(Function<Batch, Receipt> taker) {
    this.taker = taker;
  }

  /** The answer comes when everything before it has been taken; never to a line that is closed. */
  Future<Buffer> take(Batch batch) {
    var heading = batch.heading();
    var sender = senders.computeIfAbsent(heading.sender(), node -> new Sender(heading.line()));
    if (heading.line() > sender.line) {
      sender = new Sender(heading.line());
      senders.put(heading.sender(), sender);
    }
    var answer = Promise.<Buffer>promise();
    if (heading.line() == sender.line) {
      take(sender, batch, answer);
    }
    return answer.future();
  }

  private void take(Sender sender, Batch batch, Promise<Buffer> answer) {
    var heading = batch.heading();
    sender.forgetBelow(heading.oldest());
    if (isDouble(sender, heading)) {
      answer.complete(sender.answers.getOrDefault(heading.number(), Receipt.EMPTY));
      return;
    }
    sender.early.put(heading.number(), new Held(batch, answer));
    var held = sender.early.remove(sender.next);
    while (held != null) {
      var receipt = taker.apply(held.batch()).write();
      sender.answers.put(sender.next, receipt);
      held.answer().complete(receipt);
      sender.next++;
      held = sender.early.remove(sender.next);
    }
  }

  private static boolean isDouble(Sender sender, Heading heading) {
    return heading.number() < sender.next;
  }
}
