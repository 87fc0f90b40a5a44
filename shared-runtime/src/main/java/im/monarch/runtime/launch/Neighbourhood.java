package im.monarch.runtime.launch;

import im.monarch.domain.presence.Directory;
import im.monarch.domain.presence.LocalDirectory;
import im.monarch.domain.sessions.AllSessions;
import im.monarch.domain.sessions.LocalSessions;
import im.monarch.runtime.cluster.ClusterNode;
import java.util.Optional;

/**
 * Who is signed in, here and at the other processes of the service.
 *
 * @param sessions those of this process
 * @param everybody those of all processes
 * @param directory where everybody is, as all processes know it
 * @param node this process as one of several, if it is
 */
public record Neighbourhood(
    LocalSessions sessions,
    AllSessions everybody,
    Directory directory,
    Optional<ClusterNode> node) {

  static Neighbourhood alone(LocalSessions sessions) {
    return new Neighbourhood(sessions, sessions, new LocalDirectory(), Optional.empty());
  }

  static Neighbourhood of(LocalSessions sessions, ClusterNode node) {
    return new Neighbourhood(sessions, node.sessions(), node.directory(), Optional.of(node));
  }

  /** The directory did not answer: what sessions see is to be compared with it soon. */
  public void compareSoon() {
    node.ifPresent(ClusterNode::compareSoon);
  }
}
