package im.monarch.runtime.launch;

import im.monarch.domain.nodes.NodeId;
import im.monarch.domain.presence.Directory;
import im.monarch.domain.sessions.Courier;
import im.monarch.domain.sessions.LocalSessions;
import im.monarch.runtime.cluster.status.Vitals;
import im.monarch.runtime.config.MonarchConfig;
import im.monarch.runtime.drain.Drain;
import io.vertx.core.Vertx;
import java.util.Optional;

/**
 * What a role is built from.
 *
 * @param vertx clustered or not, as the configuration says
 * @param node this process, until it ends
 * @param sessions those of this process
 * @param directory where everybody is, as all processes of the service know it
 * @param drain takes those roles in which people stay for a while
 * @param vitals where a role says how it can be asked how it is
 * @param onePort for roles that share a port, if the configuration says so
 * @param storePorts there if any role of the process uses the store
 */
public record Wiring(
    Vertx vertx,
    MonarchConfig config,
    NodeId node,
    LocalSessions sessions,
    Directory directory,
    Drain drain,
    Vitals vitals,
    OnePort onePort,
    Optional<StorePorts> storePorts) {

  /** Carries news to sessions wherever they are. */
  public Courier courier() {
    return sessions;
  }

  /** The store, for a role that said it uses one. */
  public StorePorts store() {
    return storePorts.orElseThrow(
        () -> new IllegalStateException("no store: the role has to say that it uses one"));
  }
}
