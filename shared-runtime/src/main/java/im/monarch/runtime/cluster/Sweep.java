package im.monarch.runtime.cluster;

import im.monarch.domain.nodes.NodeId;
import im.monarch.domain.presence.Moment;
import im.monarch.protocol.vocabulary.Handle;
import io.vertx.core.Future;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes those entries of this node out of the directory that have no session: whoever signs in
 * later would see these people for ever. They come about when a good-bye got lost or was overtaken
 * by an announcement, and when a part of the cluster comes back with what it had not heard. Used on
 * one context only.
 */
final class Sweep {

  private static final Logger LOG = LoggerFactory.getLogger(Sweep.class);

  /**
   * The directory.
   *
   * @param at everybody who is at a node, and when each was last announced
   * @param forget forgets the session of an epoch and those before; yields whether there was one
   */
  record Entries(
      Function<NodeId, Future<Map<Handle, Moment>>> at,
      BiFunction<Handle, Long, Future<Boolean>> forget) {}

  private final Here here;
  private final Entries entries;
  private final Departures departures;
  private boolean busy;

  Sweep(Here here, Entries entries, Departures departures) {
    this.here = here;
    this.entries = entries;
    this.departures = departures;
  }

  /** Does nothing while the last one is under way. What fails is left for the next one. */
  void begin() {
    if (busy) {
      return;
    }
    busy = true;
    entries
        .at()
        .apply(here.node())
        .compose(found -> forget(ghosts(found)))
        .onFailure(fault -> LOG.atInfo().log("the directory is not swept: {}", fault.toString()))
        .onComplete(over -> busy = false);
  }

  /**
   * The sessions are counted after the entries: a session is seated before it is announced, and
   * sits down only once. So one that was announced when the entries were read and has no seat now
   * is over. The other way round somebody who came in between would be taken for a ghost.
   */
  private List<Map.Entry<Handle, Moment>> ghosts(Map<Handle, Moment> found) {
    var ghosts = new HashMap<>(found);
    here.sessions().handles().forEach(ghosts::remove);
    return List.copyOf(ghosts.entrySet());
  }

  /** Some at a time. By their epochs: whoever has signed in again meanwhile stays. */
  private Future<Void> forget(List<Map.Entry<Handle, Moment>> ghosts) {
    if (ghosts.isEmpty()) {
      return Future.succeededFuture();
    }
    int end = Math.min(Departures.CHUNK, ghosts.size());
    var forgetting = new LinkedHashMap<Map.Entry<Handle, Moment>, Future<Boolean>>();
    for (var ghost : ghosts.subList(0, end)) {
      forgetting.put(ghost, entries.forget().apply(ghost.getKey(), ghost.getValue().epoch()));
    }
    return Future.join(List.copyOf(forgetting.values()))
        .onComplete(over -> tell(forgetting))
        .compose(all -> forget(ghosts.subList(end, ghosts.size())));
  }

  private void tell(Map<Map.Entry<Handle, Moment>, Future<Boolean>> forgetting) {
    var gone = new HashMap<Handle, Moment>();
    forgetting.forEach(
        (ghost, forgotten) -> {
          if (forgotten.succeeded() && forgotten.result()) {
            gone.put(ghost.getKey(), ghost.getValue());
          }
        });
    if (!gone.isEmpty()) {
      LOG.atInfo().addKeyValue("users", gone.size()).log("cleared the directory of sessions gone");
      departures.tell(gone);
    }
  }
}
