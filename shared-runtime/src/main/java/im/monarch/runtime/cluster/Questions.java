package im.monarch.runtime.cluster;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.eventbus.DeliveryOptions;
import io.vertx.core.eventbus.Message;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Asking another node something, and answering. Whoever asks waits for a second or two, not more.
 */
final class Questions {

  private static final Logger LOG = LoggerFactory.getLogger(Questions.class);

  private static final Duration ANSWER_WITHIN = Duration.ofMillis(1_500);
  private static final DeliveryOptions PATIENCE =
      new DeliveryOptions().setSendTimeout(ANSWER_WITHIN.toMillis());
  private static final int FAULT = 500;

  private Questions() {}

  /** The answer to {@code question}; fails when there is none in time. */
  static Future<JsonObject> ask(Vertx vertx, String address, JsonObject question) {
    return vertx.eventBus().<JsonObject>request(address, question, PATIENCE).map(Message::body);
  }

  /** Answers what is asked at {@code address} from now on. */
  static Standing<JsonObject> answer(
      Vertx vertx, String address, Function<JsonObject, Future<JsonObject>> answers) {
    return Standing.at(vertx, address, question -> answer(question, answers));
  }

  private static void answer(
      Message<JsonObject> question, Function<JsonObject, Future<JsonObject>> answers) {
    answers
        .apply(question.body())
        .onComplete(
            question::reply,
            fault -> {
              LOG.atWarn()
                  .addKeyValue("address", question.address())
                  .setCause(fault)
                  .log("no answer");
              question.fail(FAULT, "no answer");
            });
  }
}
