package im.monarch.notification.node;

import im.monarch.domain.presence.Directory;
import im.monarch.domain.presence.Whereabouts;
import im.monarch.protocol.vocabulary.Handle;
import io.vertx.core.Future;
import java.util.Collection;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The directory as sessions use it: soft state that may be silent for a while, as when the member
 * that keeps an entry has just been cut off. Nobody loses a session over that. What could not be
 * said or read then is mended by the round that compares sessions with the directory, which is
 * asked for.
 */
public final class SoftDirectory implements Directory {

  private static final Logger LOG = LoggerFactory.getLogger(SoftDirectory.class);

  private final Directory directory;
  private final Runnable gaps;

  /**
   * @param gaps called when sessions may have missed something, or others may miss them
   */
  public SoftDirectory(Directory directory, Runnable gaps) {
    this.directory = directory;
    this.gaps = gaps;
  }

  @Override
  public Future<Void> publish(Whereabouts whereabouts) {
    return directory.publish(whereabouts).recover(fault -> without(null, "publish", fault));
  }

  /** Nobody, when there is no answer. */
  @Override
  public Future<Map<Handle, Whereabouts>> find(Collection<Handle> handles) {
    return directory.find(handles).recover(fault -> without(Map.of(), "find", fault));
  }

  @Override
  public Future<Void> withdraw(Handle handle, long epoch) {
    return directory.withdraw(handle, epoch).recover(fault -> without(null, "withdraw", fault));
  }

  private <T> Future<T> without(T nothing, String action, Throwable fault) {
    gaps.run();
    LOG.atInfo()
        .addKeyValue("action", action)
        .addKeyValue("fault", fault)
        .log("the directory does not answer; the next round mends it");
    return Future.succeededFuture(nothing);
  }
}
