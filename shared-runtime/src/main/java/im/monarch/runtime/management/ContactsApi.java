package im.monarch.runtime.management;

import im.monarch.domain.roster.EditRefusal;
import im.monarch.domain.roster.RosterEdit.Arrange;
import im.monarch.domain.roster.Rosters.Edited;
import im.monarch.protocol.vocabulary.ContactList;
import im.monarch.protocol.vocabulary.FriendlyName;
import im.monarch.protocol.vocabulary.GroupName;
import im.monarch.protocol.vocabulary.Handle;
import io.vertx.ext.web.RoutingContext;
import java.util.Set;

/**
 * {@code /api/accounts/{handle}/contacts/{contact}}: what an administrator says about a contact.
 */
final class ContactsApi {

  private static final String LISTS = "a list of some of FL, AL, BL";
  private static final String GROUPS = "a list of names, none of them empty";

  private final Administration administration;

  ContactsApi(Administration administration) {
    this.administration = administration;
  }

  void put(RoutingContext context) {
    var fields = new Fields(context);
    var owner = fields.inPath(context, "handle", Handle::new);
    var contact = fields.inPath(context, "contact", Handle::new);
    var lists = fields.list("lists", LISTS, ContactsApi::list);
    var groups = fields.list("groups", GROUPS, GroupName::ofPlain);
    var nickname =
        fields.optional(
            "nickname",
            "a text of 1 to " + FriendlyName.MAX_BYTES + " escaped bytes",
            FriendlyName::ofPlain);
    if (!fields.areUsable()) {
      Answers.refuse(context, fields);
      return;
    }
    var edit = new Arrange(contact.orElseThrow(), Set.copyOf(lists), groups, nickname);
    arrange(context, owner.orElseThrow(), edit);
  }

  private static ContactList list(String word) {
    var list = ContactList.valueOf(word);
    if (list == ContactList.RL) {
      throw new IllegalArgumentException("RL follows from what others do");
    }
    return list;
  }

  private void arrange(RoutingContext context, Handle owner, Arrange edit) {
    administration
        .addressBook()
        .editFromOutside(owner, edit)
        .onSuccess(
            edited -> {
              switch (edited) {
                case Edited.Stored stored ->
                    Answers.send(context, 200, AccountJson.contact(stored.after(), edit.contact()));
                case Edited.Refused(var reason) -> refuse(context, owner, edit, reason);
                case Edited.Forfeited(var reason) ->
                    throw new IllegalStateException("an edit without a session: " + reason);
              }
            })
        .onFailure(fault -> Answers.away(context, fault));
  }

  private void refuse(RoutingContext context, Handle owner, Arrange edit, EditRefusal reason) {
    switch (reason) {
      case NO_SUCH_ACCOUNT -> refuseUnknown(context, owner, edit.contact());
      case LIST_FULL -> Answers.refuse(context, 409, "the forward list is full");
      case TOO_MANY_GROUPS -> Answers.refuse(context, 409, "there are as many groups as may be");
      case ON_OPPOSITE_LIST ->
          Answers.refuse(context, 409, "nobody may be on AL and BL at once; leave one out");
      case GROUP_NAME_TOO_LONG ->
          Answers.refuse(context, 400, "groups: a name is longer than it may be");
      default -> Answers.refuse(context, 409, "the rules do not allow it: " + reason);
    }
  }

  /** Says which of the two it is that does not exist. */
  private void refuseUnknown(RoutingContext context, Handle owner, Handle contact) {
    administration
        .accounts()
        .find(owner)
        .onSuccess(found -> AccountsApi.unknown(context, found.isEmpty() ? owner : contact))
        .onFailure(fault -> Answers.away(context, fault));
  }
}
