package im.monarch.domain.presence;

import im.monarch.domain.nodes.NodeId;
import im.monarch.protocol.vocabulary.Appearance;
import im.monarch.protocol.vocabulary.Handle;
import java.util.Optional;

/**
 * Where the live session of an account is and how the account appears.
 *
 * @param appearance none while the user is hidden or has not said CHG yet
 */
public record Whereabouts(Handle handle, NodeId node, Moment at, Optional<Appearance> appearance) {}
