package im.monarch.runtime.cluster;

import com.hazelcast.map.IMap;
import im.monarch.domain.nodes.NodeId;
import im.monarch.domain.presence.Directory;
import im.monarch.domain.presence.Moment;
import im.monarch.domain.presence.Whereabouts;
import im.monarch.protocol.vocabulary.Handle;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;

/**
 * The directory of a service with several processes: soft state in the memory of all of them. An
 * answer that does not come in time fails the future; no session waits for more than two seconds.
 */
public final class HazelcastDirectory implements Directory {

  /** The map that the entries are in. */
  static final String NAME = "monarch.directory";

  private static final Duration ANSWER_WITHIN = Duration.ofSeconds(2);

  /** The same where every member looks through all that it holds. */
  private static final Duration SEARCH_WITHIN = Duration.ofSeconds(10);

  private final Vertx vertx;
  private final IMap<String, String> entries;
  private final AtomicBoolean clearing = new AtomicBoolean();
  private final AtomicBoolean listing = new AtomicBoolean();

  private HazelcastDirectory(Vertx vertx, IMap<String, String> entries) {
    this.vertx = vertx;
    this.entries = entries;
  }

  /**
   * The directory that all members of the cluster share.
   *
   * @param vertx a clustered one
   */
  public static HazelcastDirectory of(Vertx vertx) {
    return new HazelcastDirectory(vertx, Members.instance(vertx).getMap(NAME));
  }

  @Override
  public Future<Void> publish(Whereabouts whereabouts) {
    return onContext(
            entries.submitToKey(
                whereabouts.handle().address(),
                new DirectoryWork.KeepLater(DirectoryEntry.write(whereabouts))))
        .mapEmpty();
  }

  @Override
  public Future<Map<Handle, Whereabouts>> find(Collection<Handle> handles) {
    return switch (handles.size()) {
      case 0 -> Future.succeededFuture(Map.of());
      case 1 -> findOne(handles.iterator().next());
      default -> findAll(handles).map(HazelcastDirectory::known);
    };
  }

  /** Hazelcast sleeps where it is called until it knows which members keep the entries. */
  private Future<Map<String, String>> findAll(Collection<Handle> handles) {
    return vertx
        .executeBlocking(
            () -> entries.submitToKeys(addresses(handles), new DirectoryWork.Read()), false)
        .timeout(ANSWER_WITHIN.toMillis(), TimeUnit.MILLISECONDS)
        .compose(this::onContext);
  }

  private Future<Map<Handle, Whereabouts>> findOne(Handle handle) {
    return onContext(entries.getAsync(handle.address()))
        .map(line -> line == null ? Map.of() : Map.of(handle, DirectoryEntry.read(handle, line)));
  }

  private static Set<String> addresses(Collection<Handle> handles) {
    return handles.stream().map(Handle::address).collect(Collectors.toSet());
  }

  private static Map<Handle, Whereabouts> known(Map<String, String> lines) {
    var known = new HashMap<Handle, Whereabouts>();
    lines.forEach(
        (address, line) -> {
          if (line != null) {
            var handle = new Handle(address);
            known.put(handle, DirectoryEntry.read(handle, line));
          }
        });
    return known;
  }

  @Override
  public Future<Void> withdraw(Handle handle, long epoch) {
    return forget(handle, epoch).mapEmpty();
  }

  /** Withdraws; yields whether there was anything to forget. */
  Future<Boolean> forget(Handle handle, long epoch) {
    return onContext(entries.submitToKey(handle.address(), new DirectoryWork.Forget(epoch)));
  }

  /**
   * Forgets everybody who is at none of {@code nodes}; yields when each was last announced. One
   * question to each member, and each looks through all that it holds: for one node, now and then.
   * Fails while an earlier one is under way.
   */
  Future<Map<Handle, Moment>> clear(Set<NodeId> nodes) {
    var words = nodes.stream().map(NodeId::text).collect(Collectors.toSet());
    return search(
        clearing,
        () ->
            entries.executeOnEntries(
                new DirectoryWork.Clear(words), new DirectoryWork.Elsewhere(words)));
  }

  /**
   * Everybody who is at {@code node}, and when each was last announced. As much work as {@link
   * #clear}, and only one at a time, too.
   */
  Future<Map<Handle, Moment>> at(NodeId node) {
    return search(
        listing,
        () ->
            entries.executeOnEntries(new DirectoryWork.When(), new DirectoryWork.At(node.text())));
  }

  /**
   * While Hazelcast is unwell a search keeps its thread for minutes: there is to be one at most.
   */
  private Future<Map<Handle, Moment>> search(
      AtomicBoolean busy, Callable<Map<String, String>> search) {
    if (!busy.compareAndSet(false, true)) {
      return Future.failedFuture(new TimeoutException("the last search has not come back yet"));
    }
    return vertx
        .executeBlocking(search, false)
        .onComplete(over -> busy.set(false))
        .timeout(SEARCH_WITHIN.toMillis(), TimeUnit.MILLISECONDS)
        .map(HazelcastDirectory::moments);
  }

  private static Map<Handle, Moment> moments(Map<String, String> lines) {
    var moments = new HashMap<Handle, Moment>();
    lines.forEach(
        (address, line) -> {
          if (line != null) {
            moments.put(new Handle(address), DirectoryEntry.moment(line));
          }
        });
    return moments;
  }

  /**
   * Hazelcast calls back on threads of its own. The context is handed to it as the executor: its
   * default, the common pool, has next to no threads on small machines.
   */
  private <T> Future<T> onContext(CompletionStage<T> stage) {
    var context = vertx.getOrCreateContext();
    var promise = Promise.<T>promise();
    long timer =
        vertx.setTimer(
            ANSWER_WITHIN.toMillis(),
            late -> promise.tryFail(new TimeoutException("no answer from the directory")));
    stage.whenCompleteAsync(
        (answer, fault) -> {
          vertx.cancelTimer(timer);
          if (fault == null) {
            promise.tryComplete(answer);
          } else {
            promise.tryFail(fault);
          }
        },
        work -> context.runOnContext(now -> work.run()));
    return promise.future();
  }
}
