package im.monarch.runtime.store;

import im.monarch.domain.accounts.StoreUnavailableException;
import im.monarch.domain.roster.Roster;
import im.monarch.protocol.vocabulary.Handle;
import io.vertx.core.AsyncResult;
import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.sqlclient.SqlConnection;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Optional;
import java.util.Queue;

/**
 * Reads address books behind the locks of their accounts: a transaction whose end nobody has heard
 * of is over then, one way or the other. One book at a time: there may be many, of a store that has
 * had enough to do. One that cannot be read, as somebody holds its account, goes behind the others.
 */
final class Settlements {

  private static final long PAUSE_MILLIS = 1_000;

  /** So many that fail in a row are not to blame themselves: the store is away. */
  private static final int ENOUGH = 10;

  /** More than that many users do not edit at the same moment. */
  private static final int MOST = 50_000;

  private final Vertx vertx;
  private final Context home;
  private final Database database;
  private final Queue<Case> waiting = new ArrayDeque<>();
  private boolean busy;
  private int inVain;

  private record Case(Handle owner, Promise<Optional<Roster>> settled) {}

  Settlements(Vertx vertx, Database database) {
    this.vertx = vertx;
    this.home = vertx.getOrCreateContext();
    this.database = database;
  }

  /** Fails only when there are too many, or when the store was closed. */
  Future<Optional<Roster>> settle(Handle owner) {
    var one = new Case(owner, Promise.promise());
    home.runOnContext(turn -> add(one));
    return one.settled().future();
  }

  private void add(Case one) {
    if (waiting.size() < MOST) {
      waiting.add(one);
      next();
    } else {
      one.settled().fail(new StoreUnavailableException("too many", new IllegalStateException()));
    }
  }

  private void next() {
    if (busy || waiting.isEmpty()) {
      return;
    }
    busy = true;
    var one = waiting.element();
    database
        .write(connection -> read(connection, one.owner()))
        .onComplete(book -> home.runOnContext(turn -> answered(one, book)));
  }

  private static Future<Optional<Roster>> read(SqlConnection connection, Handle owner) {
    var locked = AccountLocks.take(connection, List.of(owner));
    var read = RosterQuery.load(connection, owner);
    return Future.join(locked, read).map(done -> read.result());
  }

  private void answered(Case one, AsyncResult<Optional<Roster>> book) {
    waiting.remove();
    if (book.succeeded() || database.isClosed()) {
      inVain = 0;
      one.settled().complete(book.result(), book.cause());
      goOn();
      return;
    }
    waiting.add(one);
    inVain++;
    if (inVain < Math.min(waiting.size(), ENOUGH)) {
      goOn();
    } else {
      inVain = 0;
      vertx.setTimer(PAUSE_MILLIS, again -> goOn());
    }
  }

  private void goOn() {
    busy = false;
    next();
  }
}
