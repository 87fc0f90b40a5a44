package im.monarch.runtime.drain;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The end of one process: asked for once, whoever asks. Safe on any thread. */
public final class Drain {

  private static final Logger LOG = LoggerFactory.getLogger(Drain.class);

  private final Queue<Drainable> servers = new ConcurrentLinkedQueue<>();
  private final AtomicBoolean begun = new AtomicBoolean();
  private final Promise<Void> request = Promise.promise();

  /** A server of this process. */
  public void add(Drainable server) {
    servers.add(server);
    if (begun.get()) {
      server.close();
    }
  }

  /** An operator wants the process to end; yields whether this is the first to be heard of it. */
  public boolean request() {
    return request.tryComplete();
  }

  /** Completes when an operator wants the process to end. */
  public Future<Void> requested() {
    return request.future();
  }

  public boolean isUnderWay() {
    return begun.get();
  }

  /** Completes when everybody has left; never fails, as the process ends in any case. */
  public Future<Void> perform() {
    begun.set(true);
    servers.forEach(Drainable::close);
    return Future.join(servers.stream().map(Drainable::empty).toList())
        .onFailure(fault -> LOG.atWarn().setCause(fault).log("not everybody has left"))
        .transform(left -> Future.succeededFuture());
  }
}
