package im.monarch.domain.switchboards;

import im.monarch.protocol.vocabulary.FriendlyName;
import im.monarch.protocol.vocabulary.Handle;
import im.monarch.protocol.vocabulary.HostPort;
import im.monarch.protocol.vocabulary.SwitchboardId;

/**
 * An invitation on its way to somebody's client.
 *
 * @param address where the client should connect to
 * @param key what it should say there, good for {@code callee}
 */
public record Invitation(
    SwitchboardId session,
    HostPort address,
    Key key,
    Handle caller,
    FriendlyName callerName,
    Handle callee) {}
