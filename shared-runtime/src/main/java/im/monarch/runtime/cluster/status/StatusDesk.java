package im.monarch.runtime.cluster.status;

import im.monarch.domain.nodes.NodeId;
import im.monarch.runtime.cluster.Standing;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.internal.VertxInternal;
import io.vertx.core.json.JsonObject;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/** Answers how this process is, and asks all others. Safe on any thread. */
public final class StatusDesk {

  private static final String CALL = "monarch.status.call";

  /** Who has not answered by then is said to be silent. */
  private static final long ANSWER_WITHIN = 1_500;

  private final Vertx vertx;
  private final Vitals vitals;
  private final Supplier<NodeStatus> self;
  private final String replies;
  private final Map<String, Question> questions = new ConcurrentHashMap<>();

  private StatusDesk(Vertx vertx, NodeId node, Vitals vitals, Supplier<NodeStatus> self) {
    this.vertx = vertx;
    this.vitals = vitals;
    this.self = self;
    this.replies = "monarch.node." + node + ".status";
  }

  /**
   * Opens it.
   *
   * @param self how this process is when it is asked
   */
  public static Future<StatusDesk> open(
      Vertx vertx, NodeId node, Vitals vitals, Supplier<NodeStatus> self) {
    var desk = new StatusDesk(vertx, node, vitals, self);
    Standing<JsonObject> calls = Standing.at(vertx, CALL, call -> desk.answer(call.body()));
    Standing<JsonObject> answers =
        Standing.at(vertx, desk.replies, answer -> desk.hear(answer.body()));
    return Future.all(calls.completion(), answers.completion()).map(desk);
  }

  /** How all processes are that answer in time. */
  public Future<ServiceStatus> ask() {
    var id = UUID.randomUUID().toString();
    var question = new Question(members());
    questions.put(id, question);
    vertx.setTimer(ANSWER_WITHIN, late -> question.end());
    vertx.eventBus().publish(CALL, new JsonObject().put("id", id).put("to", replies));
    return question.over().onComplete(answered -> questions.remove(id));
  }

  private int members() {
    var cluster = ((VertxInternal) vertx).clusterManager();
    return cluster == null ? 1 : cluster.getNodes().size();
  }

  private void answer(JsonObject call) {
    var answer =
        new JsonObject()
            .put("id", call.getString("id"))
            .put("status", StatusJson.toJson(self.get()));
    vertx.eventBus().send(call.getString("to"), answer);
  }

  private void hear(JsonObject answer) {
    var question = questions.get(answer.getString("id"));
    if (question != null) {
      var status = StatusJson.status(answer.getJsonObject("status"));
      question.hear(status.reachedIn(vitals.roundTrip(status.identity().node())));
    }
  }

  /** How this process is. */
  public static NodeStatus status(
      NodeStatus.Identity identity, boolean ready, boolean draining, Vitals vitals) {
    return new NodeStatus(
        identity,
        ready,
        draining,
        vitals.counts(),
        vitals.lease(),
        vitals.roundTrip(identity.node()));
  }

  /** What was answered so far. */
  private static final class Question {

    private final int members;
    private final Map<NodeId, NodeStatus> answers = new ConcurrentHashMap<>();
    private final Promise<ServiceStatus> over = Promise.promise();

    Question(int members) {
      this.members = members;
    }

    void hear(NodeStatus status) {
      answers.put(status.identity().node(), status);
      if (answers.size() >= members) {
        end();
      }
    }

    void end() {
      over.tryComplete(ServiceStatus.of(answers.values(), members));
    }

    Future<ServiceStatus> over() {
      return over.future();
    }
  }
}
