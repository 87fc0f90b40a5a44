package im.monarch.notification.conversation;

import im.monarch.domain.accounts.Accounts;
import im.monarch.domain.addressbook.AddressBook;
import im.monarch.domain.nodes.NodeId;
import im.monarch.domain.presence.Directory;
import im.monarch.domain.roster.Rosters;
import im.monarch.domain.sessions.AllSessions;
import im.monarch.domain.sessions.LocalSessions;
import im.monarch.domain.sessions.SessionClaims;
import im.monarch.domain.switchboards.SwitchboardNodes;
import im.monarch.domain.tickets.TicketMint;
import im.monarch.notification.node.Gate;
import java.time.Clock;

/**
 * Everything the conversations of one process share.
 *
 * @param sessions those of this process
 * @param everybody those of all processes
 */
public record NsServices(
    NodeId node,
    NsSettings settings,
    Accounts accounts,
    Rosters rosters,
    AddressBook addressBook,
    SessionClaims claims,
    LocalSessions sessions,
    AllSessions everybody,
    Directory directory,
    TicketMint tickets,
    LegacySignIn legacySignIn,
    SwitchboardNodes switchboards,
    Gate gate,
    Clock clock) {}
