package im.monarch.conformance.chaos.crowd;

import java.net.InetSocketAddress;

/**
 * Where to dial.
 *
 * @param node the name of the process that listens there, for the history
 */
public record Destination(String node, InetSocketAddress address) {}
