package im.monarch.runtime.cluster;

import im.monarch.domain.nodes.NodeId;
import im.monarch.domain.sessions.LocalSessions;

/**
 * This node, and who is signed in at it.
 *
 * @param sessions those of {@code node}
 */
record Here(NodeId node, LocalSessions sessions) {}
