package im.monarch.runtime.cluster.news;

import im.monarch.domain.nodes.NodeId;
import im.monarch.domain.presence.Directory;
import im.monarch.domain.presence.LocalDirectory;
import im.monarch.domain.presence.Moment;
import im.monarch.domain.presence.Whereabouts;
import im.monarch.domain.sessions.LocalSessions;
import im.monarch.domain.sessions.News;
import im.monarch.domain.sessions.SessionClaims.Claim;
import im.monarch.protocol.vocabulary.Handle;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;

/** Nodes in one process that share a directory, and a wire that can be as bad as a test likes. */
final class Town {

  /** What becomes of a question. */
  interface Weather {

    /** Every question arrives at once, and so does its answer. */
    Weather FAIR = new Weather() {};

    default boolean losesQuestion() {
      return false;
    }

    default boolean losesAnswer() {
      return false;
    }

    /** In milliseconds. */
    default int delay() {
      return 1;
    }
  }

  /** Loses every fourth question and every fourth answer, and lets some overtake others. */
  static Weather bad(long seed) {
    var random = new Random(seed);
    return new Weather() {
      @Override
      public boolean losesQuestion() {
        return random.nextInt(4) == 0;
      }

      @Override
      public boolean losesAnswer() {
        return random.nextInt(4) == 0;
      }

      @Override
      public int delay() {
        return 1 + random.nextInt(5);
      }
    };
  }

  final LocalDirectory directory = new LocalDirectory();
  final Map<NodeId, Node> nodes = new ConcurrentHashMap<>();
  private final Vertx vertx;
  private Weather weather;

  /** Whether the directory finds nobody, and does not say so either. */
  volatile boolean silence;

  Town(Vertx vertx, Weather weather, String... names) {
    this.vertx = vertx;
    this.weather = weather;
    for (var name : names) {
      nodes.put(new NodeId(name), new Node(new NodeId(name)));
    }
  }

  Node node(String name) {
    return nodes.get(new NodeId(name));
  }

  void becomes(Weather other) {
    weather = other;
  }

  /** The directory as nodes ask it. */
  private final class Silenced implements Directory {

    @Override
    public Future<Void> publish(Whereabouts whereabouts) {
      return directory.publish(whereabouts);
    }

    @Override
    public Future<Map<Handle, Whereabouts>> find(Collection<Handle> handles) {
      return silence ? Future.failedFuture("silent") : directory.find(handles);
    }

    @Override
    public Future<Void> withdraw(Handle handle, long epoch) {
      return directory.withdraw(handle, epoch);
    }
  }

  /** One of them. */
  final class Node {
    final NodeId id;
    final LocalSessions sessions = new LocalSessions();
    final AtomicInteger gaps = new AtomicInteger();
    final AtomicInteger doubts = new AtomicInteger();
    final AtomicInteger asked = new AtomicInteger();
    final ClusterCourier courier;

    Node(NodeId id) {
      this.id = id;
      this.courier =
          new ClusterCourier(
              vertx,
              new ClusterCourier.Neighbours(id, this::others),
              sessions,
              new ClusterCourier.Outside(new Silenced(), this::ask),
              new ClusterCourier.Gaps() {
                @Override
                public void presence() {
                  gaps.incrementAndGet();
                }

                @Override
                public void lists() {
                  doubts.incrementAndGet();
                }
              });
    }

    private Set<NodeId> others() {
      var others = new java.util.HashSet<>(nodes.keySet());
      others.remove(id);
      return others;
    }

    private Future<Buffer> ask(NodeId to, Buffer question) {
      asked.incrementAndGet();
      Promise<Buffer> answer = Promise.promise();
      boolean lost = weather.losesQuestion();
      vertx.setTimer(
          weather.delay(),
          later -> {
            var node = nodes.get(to);
            if (lost || node == null) {
              answer.fail(new TimeoutException("lost"));
            } else {
              bring(node, question, answer);
            }
          });
      return answer.future();
    }

    private void bring(Node node, Buffer question, Promise<Buffer> answer) {
      boolean lost = weather.losesAnswer();
      node.courier
          .hear(question.copy())
          .onComplete(
              come -> {
                if (lost) {
                  answer.tryFail(new TimeoutException("lost"));
                } else {
                  answer.tryComplete(come.result());
                }
              });
      vertx.setTimer(50, late -> answer.tryFail(new TimeoutException("too late")));
    }

    /** Somebody signs in here. */
    Session seat(String name, long epoch) {
      var session = new Session(this, name, epoch, Optional.empty());
      sessions.seat(session.claim, session.heard::add);
      directory
          .publish(new Whereabouts(session.handle, id, new Moment(epoch, 0), Optional.empty()))
          .onFailure(
              fault -> {
                throw new AssertionError(fault);
              });
      return session;
    }
  }

  /** Somebody who is signed in. */
  static final class Session {
    final Node node;
    final Handle handle;
    final Claim claim;
    final List<News> heard = new CopyOnWriteArrayList<>();

    Session(Node node, String name, long epoch, Optional<NodeId> takenFrom) {
      this.node = node;
      this.handle = new Handle(name + "@example.com");
      this.claim = new Claim(handle, node.id, epoch, takenFrom);
    }
  }
}
