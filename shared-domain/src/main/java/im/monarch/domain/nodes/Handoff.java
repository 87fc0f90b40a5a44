package im.monarch.domain.nodes;

import im.monarch.protocol.vocabulary.Handle;

/**
 * A sign-in on its way from dispatch to a notification node.
 *
 * @param dialect the name agreed on with the client
 * @param clientAddress where the client connected from, without its port
 */
public record Handoff(Handle handle, String dialect, String clientAddress) {}
