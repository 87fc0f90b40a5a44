package im.monarch.runtime.cluster.news;

import im.monarch.domain.nodes.NodeId;
import im.monarch.domain.presence.Directory;
import im.monarch.domain.sessions.AllSessions;
import im.monarch.domain.sessions.LocalSessions;
import im.monarch.domain.sessions.News;
import im.monarch.domain.sessions.SessionClaims.Claim;
import im.monarch.protocol.vocabulary.Handle;
import im.monarch.runtime.cluster.news.Batch.Enclosed;
import im.monarch.runtime.cluster.news.Receipt.Missed;
import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.internal.VertxInternal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Carries news between the nodes of a service: to sessions of this process at once, to others by
 * way of the directory. Works on a context of its own; safe on any thread.
 */
public final class ClusterCourier implements AllSessions {

  private static final Logger LOG = LoggerFactory.getLogger(ClusterCourier.class);

  /** How often a sign-in waits for the node that has the earlier session. */
  private static final int PATIENCE = 2;

  /** How often that node is told, whether somebody waits for it or not. */
  private static final int TAKE_OVER_TRIES = 20;

  private static final long LOOK = 10;
  private static final long TAKE_OVER_PAUSE = 200;

  /**
   * Who is there.
   *
   * @param self this node
   * @param others all other nodes, as of now
   */
  public record Neighbours(NodeId self, Supplier<Set<NodeId>> others) {}

  /** Told when sessions here may have missed something. */
  public interface Gaps {

    /** News that the directory tells as well. */
    void presence();

    /** News of edits by others. */
    void lists();
  }

  private final Vertx vertx;
  private final Context home;
  private final Neighbours neighbours;
  private final LocalSessions sessions;
  private final Wire wire;
  private final Gaps gaps;
  private final Sorted sorted = new Sorted();
  private final SortingOffice office;
  private final Inbox inbox = new Inbox(this::take);
  private final Map<NodeId, Line> lines = new HashMap<>();
  private long opened;

  public ClusterCourier(
      Vertx vertx, Neighbours neighbours, LocalSessions sessions, Outside outside, Gaps gaps) {
    this.vertx = vertx;
    this.home = ((VertxInternal) vertx).createEventLoopContext();
    this.neighbours = neighbours;
    this.sessions = sessions;
    this.wire = outside.wire();
    this.gaps = gaps;
    this.office = new SortingOffice(home, outside.directory(), sorted);
  }

  /**
   * What leads to sessions elsewhere.
   *
   * @param wire leads to {@link #hear} of the others
   */
  public record Outside(Directory directory, Wire wire) {}

  @Override
  public void deliver(News news, Collection<Handle> receivers) {
    var elsewhere = sessions.reach(news, receivers);
    if (!elsewhere.isEmpty() && !neighbours.others().get().isEmpty()) {
      office.add(Letter.of(news, elsewhere));
    }
  }

  @Override
  public void announce(News news) {
    sessions.announce(news);
    if (!neighbours.others().get().isEmpty()) {
      office.add(Letter.of(news, List.of()));
    }
  }

  @Override
  public int count() {
    return sessions.count();
  }

  @Override
  public Future<Void> takeOver(Claim claim) {
    var loser = claim.takenFrom().filter(node -> !node.equals(neighbours.self()));
    if (loser.isEmpty()) {
      return Future.succeededFuture();
    }
    var heard = Promise.<Void>promise();
    takeOver(loser.get(), claim, heard, 1);
    return heard.future();
  }

  private void takeOver(NodeId loser, Claim claim, Promise<Void> heard, int attempt) {
    if (!neighbours.others().get().contains(loser)) {
      heard.tryComplete();
      return;
    }
    var message = new Writer().octet(Kind.TAKE_OVER).handle(claim.handle()).number(claim.epoch());
    wire.ask(loser, message.buffer())
        .onComplete(
            done -> heard.tryComplete(),
            silence -> {
              if (attempt >= PATIENCE) {
                heard.tryComplete();
              }
              if (attempt < TAKE_OVER_TRIES) {
                vertx.setTimer(
                    TAKE_OVER_PAUSE, again -> takeOver(loser, claim, heard, attempt + 1));
              }
            });
  }

  /** What another node says over the wire; the answer goes back to it. */
  public Future<Buffer> hear(Buffer message) {
    var answer = Promise.<Buffer>promise();
    home.runOnContext(turn -> answer(message).onComplete(answer));
    return answer.future();
  }

  private Future<Buffer> answer(Buffer message) {
    try {
      var from = new Reader(message);
      return switch (from.octet()) {
        case Kind.BATCH -> inbox.take(Batch.read(from));
        case Kind.TAKE_OVER -> {
          sessions.evict(from.handle(), from.number());
          yield Future.succeededFuture(Receipt.EMPTY);
        }
        default -> Future.succeededFuture(Receipt.notRead());
      };
    } catch (IllegalArgumentException | IndexOutOfBoundsException e) {
      LOG.atError().setCause(e).log("a message of another node cannot be read");
      return Future.succeededFuture(Receipt.notRead());
    }
  }

  private Receipt take(Batch batch) {
    var missed = new ArrayList<Missed>();
    for (int i = 0; i < batch.letters().size(); i++) {
      var absent = take(batch.letters().get(i));
      if (!absent.isEmpty()) {
        missed.add(new Missed(i, absent));
      }
    }
    lose(batch.heading().lost());
    return new Receipt(missed);
  }

  private void lose(Mark what) {
    switch (what) {
      case NOTHING -> {}
      case PRESENCE -> gaps.presence();
      case LISTS -> gaps.lists();
    }
  }

  private List<Handle> take(Enclosed letter) {
    try {
      var news = NewsCodec.read(letter.news());
      if (!letter.receivers().isEmpty()) {
        return sessions.reach(news, letter.receivers());
      }
      sessions.announce(news);
    } catch (IllegalArgumentException | IndexOutOfBoundsException e) {
      LOG.atWarn().setCause(e).log("news of another node cannot be read");
    }
    return List.of();
  }

  /**
   * Sessions of any node may have missed something. After two parts have become one, only those
   * that came over know when the directory is whole.
   */
  public void mendGaps() {
    home.runOnContext(
        turn -> {
          sorted.lost(Mark.PRESENCE);
          sorted.lost(Mark.LISTS);
        });
  }

  /**
   * {@code node} is there. Where it comes back, its sessions may have missed what this node had for
   * them meanwhile; one that has just started has no sessions yet.
   */
  public void joined(NodeId node) {
    home.runOnContext(turn -> sorted.line(node).leaveGap(Mark.LISTS));
  }

  /**
   * {@code node} is no longer there. Whoever had moved from it to another one before may have to
   * hear there what was still on its way.
   */
  public void departed(NodeId node) {
    home.runOnContext(
        turn -> {
          var line = lines.remove(node);
          if (line != null) {
            line.close().forEach(office::add);
          }
        });
  }

  /** Completes when nothing is on its way any more, or when {@code patience} is over. */
  public Future<Void> quiet(Duration patience) {
    var done = Promise.<Void>promise();
    home.runOnContext(turn -> awaitQuiet(done, System.nanoTime() + patience.toNanos()));
    return done.future();
  }

  private void awaitQuiet(Promise<Void> done, long deadline) {
    boolean quiet = office.isIdle() && lines.values().stream().allMatch(Line::isIdle);
    if (quiet || System.nanoTime() - deadline > 0) {
      done.complete();
    } else {
      vertx.setTimer(LOOK, again -> awaitQuiet(done, deadline));
    }
  }

  /** What the sorting office has found out; told at home. */
  private final class Sorted implements SortingOffice.Outcome {

    @Override
    public void send(NodeId node, Letter letter) {
      if (node.equals(neighbours.self())) {
        sessions.deliver(letter.news(), letter.receivers());
      } else if (neighbours.others().get().contains(node)) {
        line(node).add(letter);
      }
    }

    @Override
    public void sendEverywhere(Letter letter) {
      neighbours.others().get().forEach(node -> line(node).add(letter));
    }

    @Override
    public void lost(Mark what) {
      lose(what);
      neighbours.others().get().forEach(node -> line(node).leaveGap(what));
    }

    private Line line(NodeId node) {
      return lines.computeIfAbsent(
          node,
          to ->
              new Line(
                  vertx,
                  wire,
                  new Line.Route(neighbours.self(), to, ++opened),
                  new Backlog(Backlog.Limits.OF_A_NODE),
                  office::add));
    }
  }
}
