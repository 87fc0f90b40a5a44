package im.monarch.runtime.cluster;

import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Handler;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.eventbus.Message;
import io.vertx.core.eventbus.MessageConsumer;
import io.vertx.core.shareddata.LocalMap;
import io.vertx.core.shareddata.Shareable;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;

/**
 * Listens at an address of the bus, and can register there anew: after a partition the others may
 * have lost the registration while this process believes that it is in force.
 */
public final class Standing<T> implements Shareable {

  private static final String ALL = "monarch.standing";

  private final Context home;
  private final String id = UUID.randomUUID().toString();
  private final String address;
  private final Handler<Message<T>> handler;
  private final AtomicReference<Optional<MessageConsumer<T>>> consumer =
      new AtomicReference<>(Optional.empty());

  private Standing(Context home, String address, Handler<Message<T>> handler) {
    this.home = home;
    this.address = address;
    this.handler = handler;
  }

  /** Takes a stand in the name of whoever calls. */
  public static <T> Standing<T> at(Vertx vertx, String address, Handler<Message<T>> handler) {
    var standing = new Standing<>(vertx.getOrCreateContext(), address, handler);
    standing.consumer.set(Optional.of(vertx.eventBus().consumer(address, handler)));
    all(vertx).put(standing.id, standing);
    return standing;
  }

  private static LocalMap<String, Standing<?>> all(Vertx vertx) {
    return vertx.sharedData().getLocalMap(ALL);
  }

  /** Registers everything anew that listens in this process. */
  static Future<Void> renewAll(Vertx vertx) {
    return Future.join(
            List.copyOf(all(vertx).values()).stream().map(standing -> standing.renew()).toList())
        .mapEmpty();
  }

  /** When others can reach it. */
  public Future<Void> completion() {
    return consumer.get().map(MessageConsumer::completion).orElseGet(Future::succeededFuture);
  }

  private Future<Void> renew() {
    var renewed = Promise.<Void>promise();
    home.runOnContext(turn -> registerAnew().onComplete(renewed));
    return renewed.future();
  }

  private Future<Void> registerAnew() {
    var before = consumer.getAndSet(Optional.empty());
    if (before.isEmpty()) {
      return Future.succeededFuture(); // it has ended
    }
    return before
        .get()
        .unregister()
        .transform(
            gone -> {
              MessageConsumer<T> anew = home.owner().eventBus().consumer(address, handler);
              consumer.set(Optional.of(anew));
              return anew.completion();
            });
  }

  /** Listens no more. */
  public Future<Void> end() {
    all(home.owner()).remove(id);
    return consumer
        .getAndSet(Optional.empty())
        .map(MessageConsumer::unregister)
        .orElseGet(Future::succeededFuture);
  }
}
