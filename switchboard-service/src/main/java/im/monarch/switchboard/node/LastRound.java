package im.monarch.switchboard.node;

import im.monarch.runtime.drain.Drainable;
import im.monarch.runtime.drain.Patience;
import im.monarch.switchboard.room.Hall;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The conversations of a switchboard node go on to their end, and no new ones begin. */
public final class LastRound implements Drainable {

  private static final Logger LOG = LoggerFactory.getLogger(LastRound.class);

  private final Vertx vertx;
  private final Reservations desk;
  private final Hall hall;
  private final Duration patience;

  /**
   * @param patience how long they may go on
   */
  public LastRound(Vertx vertx, Reservations desk, Hall hall, Duration patience) {
    this.vertx = vertx;
    this.desk = desk;
    this.hall = hall;
    this.patience = patience;
  }

  @Override
  public void close() {
    desk.close();
  }

  @Override
  public Future<Void> empty() {
    return Patience.until(this::isOver, patience, vertx)
        .onSuccess(
            over -> LOG.atInfo().addKeyValue("members", hall.members()).log("conversations over"));
  }

  private boolean isOver() {
    return hall.members() == 0 && !desk.expectsSomebody();
  }
}
