package im.monarch.notification.conversation;

import im.monarch.domain.accounts.Accounts;
import im.monarch.domain.addressbook.AddressBook;
import im.monarch.domain.nodes.NodeId;
import im.monarch.domain.presence.Directory;
import im.monarch.domain.roster.Rosters;
import im.monarch.domain.sessions.LocalSessions;
import im.monarch.domain.sessions.SessionClaims;
import im.monarch.domain.tickets.TicketMint;
import im.monarch.runtime.config.ProfileSection;
import im.monarch.runtime.reception.Reception;
import java.time.Clock;
import java.time.Duration;

/**
 * Everything the conversations of one process share.
 *
 * @param ping what QNG tells clients to wait
 */
public record NsServices(
    NodeId node,
    Reception reception,
    Accounts accounts,
    Rosters rosters,
    AddressBook addressBook,
    SessionClaims claims,
    LocalSessions sessions,
    Directory directory,
    TicketMint tickets,
    ProfileSection profile,
    Duration ping,
    Clock clock) {}
