package im.monarch.passport.http;

import io.vertx.core.AsyncResult;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.net.NetSocket;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One connection: one request, one answer, closed. Lives on the event loop of its socket.
 *
 * <pre>
 *  RECEIVING --request--> ANSWERING --answer--> LEAVING --written--> GONE
 *      '------refused, or out of time-------------^
 * </pre>
 */
final class Exchange {

  private enum Phase {
    RECEIVING,
    ANSWERING,
    LEAVING,
    GONE
  }

  private static final Logger LOG = LoggerFactory.getLogger(Exchange.class);
  private static final Buffer CONTINUE = Buffer.buffer("HTTP/1.1 100 Continue\r\n\r\n");

  /** How long, and for how many bytes, to listen to somebody who was refused in mid-sentence. */
  private static final Duration LINGER = Duration.ofSeconds(1);

  private static final int LINGER_BYTES = 1 << 20;

  private final Vertx vertx;
  private final NetSocket socket;
  private final Page site;
  private final RequestReader reader;

  private Phase phase = Phase.RECEIVING;
  private String method = "";
  private long timer;
  private int ignored;

  Exchange(Vertx vertx, NetSocket socket, Page site, RequestReader reader) {
    this.vertx = vertx;
    this.socket = socket;
    this.site = site;
    this.reader = reader;
  }

  /** Serves the client; {@code gone} is told when the connection is closed, by whomever. */
  void begin(Runnable gone) {
    timer = vertx.setTimer(reader.limits().patience().toMillis(), id -> outOfTime());
    socket.exceptionHandler(fault -> log("connection broken", fault.toString()));
    socket.closeHandler(
        closed -> {
          phase = Phase.GONE;
          vertx.cancelTimer(timer);
          reader.discard();
          gone.run();
        });
    socket.handler(this::received);
  }

  private void received(Buffer chunk) {
    if (phase != Phase.RECEIVING) {
      ignore(chunk);
      return;
    }
    switch (reader.feed(chunk.getBytes())) {
      case Reading.Incomplete() -> {}
      case Reading.AwaitsContinue() ->
          socket.write(CONTINUE).onFailure(fault -> log("not written", fault.toString()));
      case Reading.Complete(var request) -> ask(request);
      case Reading.Refused(var status, var reason) -> refuse(status, reason);
    }
  }

  private void ask(HttpRequest request) {
    enter(Phase.ANSWERING, reader.limits().patience());
    method = request.method();
    answerOf(request).onComplete(this::answered);
  }

  /** The one place where a page's bug becomes an answer. */
  private Future<HttpAnswer> answerOf(HttpRequest request) {
    try {
      return site.answer(request);
    } catch (RuntimeException e) {
      return Future.failedFuture(e);
    }
  }

  private void answered(AsyncResult<HttpAnswer> outcome) {
    if (phase != Phase.ANSWERING) {
      return; // too late: the client has been told to come again, or has gone
    }
    if (outcome.failed()) {
      LOG.atError().setCause(outcome.cause()).log("a page failed");
    }
    leave(outcome.otherwise(HttpAnswer.of(Status.INTERNAL_SERVER_ERROR)).result())
        .onComplete(written -> hangUp());
  }

  /**
   * The client may still be talking. Closing with its bytes unread would reset the connection, and
   * the answer would be lost: so they are read for a moment, and thrown away.
   */
  private void refuse(Status status, String reason) {
    log("refused", reason);
    leave(HttpAnswer.of(status)).onComplete(written -> linger());
  }

  private void linger() {
    if (phase == Phase.LEAVING) {
      enter(Phase.LEAVING, LINGER);
    }
  }

  private Future<Void> leave(HttpAnswer answer) {
    enter(Phase.LEAVING, reader.limits().patience());
    return socket.write(AnswerEncoder.encode(answer, method));
  }

  private void outOfTime() {
    log("out of time", phase.name());
    switch (phase) {
      case RECEIVING -> {
        if (reader.hasBegun()) {
          leave(HttpAnswer.of(Status.REQUEST_TIMEOUT)).onComplete(written -> hangUp());
        } else {
          hangUp();
        }
      }
      case ANSWERING ->
          leave(HttpAnswer.tryAgain(reader.limits().patience())).onComplete(written -> hangUp());
      case LEAVING, GONE -> hangUp();
    }
  }

  private void enter(Phase next, Duration patience) {
    phase = next;
    vertx.cancelTimer(timer);
    timer = vertx.setTimer(patience.toMillis(), id -> outOfTime());
  }

  private void ignore(Buffer chunk) {
    ignored += chunk.length();
    if (ignored > LINGER_BYTES) {
      hangUp();
    }
  }

  /** Over TLS this says close_notify first. */
  private void hangUp() {
    socket.close().onFailure(fault -> log("not closed", fault.toString()));
  }

  private void log(String event, String reason) {
    LOG.atDebug().addKeyValue("address", reader.address()).addKeyValue("reason", reason).log(event);
  }
}
