package im.monarch.runtime.launch;

import im.monarch.domain.nodes.NodeId;
import im.monarch.domain.presence.Directory;
import im.monarch.domain.sessions.AllSessions;
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
 * @param neighbourhood who is signed in, here and elsewhere
 * @param drain takes those roles in which people stay for a while
 * @param vitals where a role says how it can be asked how it is
 * @param onePort for roles that share a port, if the configuration says so
 * @param storePorts there if any role of the process uses the store
 */
public record Wiring(
    Vertx vertx,
    MonarchConfig config,
    NodeId node,
    Neighbourhood neighbourhood,
    Drain drain,
    Vitals vitals,
    OnePort onePort,
    Optional<StorePorts> storePorts) {

  /** The sessions of this process. */
  public LocalSessions sessions() {
    return neighbourhood.sessions();
  }

  /** The sessions of all processes of the service. */
  public AllSessions everybody() {
    return neighbourhood.everybody();
  }

  /** Where everybody is, as all processes of the service know it. */
  public Directory directory() {
    return neighbourhood.directory();
  }

  /** The store, for a role that said it uses one. */
  public StorePorts store() {
    return storePorts.orElseThrow(
        () -> new IllegalStateException("no store: the role has to say that it uses one"));
  }
}
