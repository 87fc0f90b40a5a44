package im.monarch.runtime.cluster.news;

import im.monarch.domain.nodes.NodeId;
import im.monarch.runtime.cluster.news.Batch.Heading;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What goes to one other node, in order. A few batches are on their way at a time; each is repeated
 * under its number until it is answered or the line is closed. Used on one context only.
 */
final class Line {

  /** How many batches may be unanswered. */
  static final int WINDOW = 8;

  private static final Logger LOG = LoggerFactory.getLogger(Line.class);

  /** Before a batch is repeated, in milliseconds, after the wire has given up on it. */
  private static final long PAUSE = 100;

  private static final int BATCH_SIZE = 32 * 1_024;

  /**
   * From where to where.
   *
   * @param number higher than that of every earlier line of {@code from}
   */
  record Route(NodeId from, NodeId to, long number) {}

  private record Sent(List<Letter> letters, Buffer encoded, Mark lost) {}

  private final Vertx vertx;
  private final Wire wire;
  private final Route route;
  private final Backlog waiting;
  private final Consumer<Letter> returns;
  private final SortedMap<Long, Sent> unanswered = new TreeMap<>();
  private final Set<Mark> lost = EnumSet.noneOf(Mark.class);
  private long numbers;
  private boolean closed;

  /**
   * @param returns takes letters back with those of their receivers who are not there
   */
  Line(Vertx vertx, Wire wire, Route route, Backlog waiting, Consumer<Letter> returns) {
    this.vertx = vertx;
    this.wire = wire;
    this.route = route;
    this.waiting = waiting;
    this.returns = returns;
  }

  void add(Letter letter) {
    var left = waiting.add(letter);
    if (!left.isEmpty()) {
      lost.add(Mark.PRESENCE);
      left.stream().filter(one -> !one.isPresence()).forEach(this::lose);
    }
    send();
  }

  /** Tells the node what may have got lost. */
  void leaveGap(Mark what) {
    lost.add(what);
    send();
  }

  /**
   * The node is gone. Yields what it has not answered and the directory does not tell: some of the
   * receivers may have moved before.
   */
  List<Letter> close() {
    closed = true;
    var left = new ArrayList<Letter>();
    unanswered.values().forEach(sent -> left.addAll(sent.letters()));
    left.addAll(waiting.take(Integer.MAX_VALUE));
    unanswered.clear();
    left.removeIf(letter -> letter.isPresence() || letter.isToEverybody());
    return left;
  }

  boolean isIdle() {
    return closed || (waiting.isEmpty() && unanswered.isEmpty());
  }

  private void lose(Letter letter) {
    lost.add(Mark.LISTS);
    LOG.atWarn()
        .addKeyValue("node", route.to())
        .addKeyValue("news", letter.news().getClass().getSimpleName())
        .log("no room for news");
  }

  private void send() {
    while (!closed && unanswered.size() < WINDOW && (!lost.isEmpty() || !waiting.isEmpty())) {
      var letters = waiting.take(BATCH_SIZE);
      unanswered.put(++numbers, new Sent(letters, Batch.letters(letters), nextMark()));
      ask(numbers);
    }
  }

  private Mark nextMark() {
    var next = lost.stream().findFirst().orElse(Mark.NOTHING);
    lost.remove(next);
    return next;
  }

  private void ask(long number) {
    var sent = unanswered.get(number);
    if (sent == null) {
      return; // closed meanwhile
    }
    var heading =
        new Heading(route.from(), route.number(), number, unanswered.firstKey(), sent.lost());
    wire.ask(route.to(), Batch.write(heading, sent.encoded()))
        .onComplete(
            answer -> answered(number, answer),
            silence -> vertx.setTimer(PAUSE, again -> ask(number)));
  }

  private void answered(long number, Buffer answer) {
    var sent = unanswered.remove(number);
    if (sent == null) {
      return; // closed meanwhile
    }
    try {
      for (var missed : Receipt.read(answer).missed()) {
        var letter = sent.letters().get(missed.letter());
        if (!letter.again()) {
          returns.accept(letter.returned(missed.receivers()));
        }
      }
    } catch (IllegalArgumentException | IndexOutOfBoundsException e) {
      LOG.atError().setCause(e).addKeyValue("node", route.to()).log("lost a batch of news");
    }
    send();
  }
}
