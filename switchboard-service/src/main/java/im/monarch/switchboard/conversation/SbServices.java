package im.monarch.switchboard.conversation;

import im.monarch.domain.limits.Rate;
import im.monarch.domain.presence.Directory;
import im.monarch.domain.switchboards.Bell;
import im.monarch.domain.switchboards.KeyRing;
import im.monarch.protocol.vocabulary.HostPort;
import im.monarch.switchboard.room.Hall;
import java.util.function.Supplier;

/**
 * Everything the conversations of one process share.
 *
 * @param address where invitations send people to; known once the server listens
 * @param failedCalls how often a member may call in vain
 */
public record SbServices(
    Hall hall,
    KeyRing keys,
    Directory directory,
    Bell bell,
    Supplier<HostPort> address,
    Rate failedCalls) {}
