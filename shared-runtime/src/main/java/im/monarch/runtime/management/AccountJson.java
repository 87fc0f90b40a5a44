package im.monarch.runtime.management;

import im.monarch.domain.accounts.Account;
import im.monarch.domain.roster.Contact;
import im.monarch.domain.roster.Group;
import im.monarch.domain.roster.Roster;
import im.monarch.protocol.vocabulary.Handle;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;

/** Accounts as the admin API shows them. */
final class AccountJson {

  private AccountJson() {}

  static JsonObject of(Account account, Roster roster) {
    var contacts = new JsonArray();
    roster.contacts().values().forEach(contact -> contacts.add(contact(roster, contact)));
    var groups = new JsonArray();
    roster.groups().forEach(group -> groups.add(group(group)));
    return new JsonObject()
        .put("handle", account.handle().address())
        .put("friendlyName", roster.name().plain())
        .put("listVersion", roster.version().number())
        .put(
            "memberId",
            new JsonObject()
                .put("high", account.memberId().high())
                .put("low", account.memberId().low()))
        .put("privacy", roster.privacy().name())
        .put("prompt", roster.prompt().name())
        .put("contacts", contacts)
        .put("groups", groups);
  }

  /** One contact of {@code roster}; on no list when it is not there. */
  static JsonObject contact(Roster roster, Handle handle) {
    var contact = roster.contacts().get(handle);
    return contact == null
        ? new JsonObject()
            .put("handle", handle.address())
            .put("lists", new JsonArray())
            .put("groups", new JsonArray())
        : contact(roster, contact);
  }

  private static JsonObject contact(Roster roster, Contact contact) {
    var lists = new JsonArray();
    contact.lists().stream().sorted().forEach(list -> lists.add(list.name()));
    var groups = new JsonArray();
    roster.groups().stream()
        .filter(group -> contact.groups().contains(group.id()))
        .forEach(group -> groups.add(group.name().plain()));
    return new JsonObject()
        .put("handle", contact.handle().address())
        .put("nickname", contact.nickname().plain())
        .put("lists", lists)
        .put("groups", groups);
  }

  private static JsonObject group(Group group) {
    return new JsonObject().put("id", group.id().number()).put("name", group.name().plain());
  }
}
