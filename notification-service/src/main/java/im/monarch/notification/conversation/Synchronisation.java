package im.monarch.notification.conversation;

import im.monarch.domain.roster.Contact;
import im.monarch.domain.roster.Roster;
import im.monarch.notification.conversation.NsState.SignedIn;
import im.monarch.protocol.command.NsMessage;
import im.monarch.protocol.command.NsRequest.Lsg;
import im.monarch.protocol.command.NsRequest.Lst;
import im.monarch.protocol.command.NsRequest.Syn;
import im.monarch.protocol.command.RosterListing;
import im.monarch.runtime.connection.Step;

/** SYN: everything stored, or word that nothing has changed; LST and LSG: parts of it. */
final class Synchronisation {

  private Synchronisation() {}

  /**
   * The short form only for exactly our version: every other one, higher ones too, gets the lot.
   * Our versions start at 1, so a client that has nothing (0) never gets the short form.
   */
  static Step<NsState, NsMessage> synchronise(SignedIn session, Syn syn) {
    var roster = session.roster();
    var next = session.with(session.progress().nowSynchronised());
    return syn.known().equals(roster.version())
        ? Step.to(next, new NsMessage.SynUnchanged(syn.trId(), roster.version()))
        : Step.to(next, new NsMessage.SynFull(syn.trId(), listing(roster)));
  }

  /** LST: one list as it is now. */
  static NsMessage list(SignedIn session, Lst lst) {
    return new NsMessage.OneList(lst.trId(), lst.list(), listing(session.roster()));
  }

  /** LSG: the groups as they are now. */
  static NsMessage groups(SignedIn session, Lsg lsg) {
    return new NsMessage.AllGroups(lsg.trId(), listing(session.roster()));
  }

  private static RosterListing listing(Roster roster) {
    return new RosterListing(
        roster.version(),
        roster.name(),
        roster.prompt(),
        roster.privacy(),
        roster.properties(),
        roster.groups().stream()
            .map(group -> new RosterListing.Group(group.id(), group.name(), group.guid()))
            .toList(),
        roster.contacts().values().stream().map(Synchronisation::listed).toList());
  }

  private static RosterListing.Contact listed(Contact contact) {
    return new RosterListing.Contact(
        contact.handle(),
        contact.nickname(),
        contact.guid(),
        contact.lists(),
        contact.groups(),
        contact.properties());
  }
}
