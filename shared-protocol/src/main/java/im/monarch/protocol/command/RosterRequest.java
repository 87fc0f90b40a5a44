package im.monarch.protocol.command;

import im.monarch.protocol.vocabulary.ContactList;
import im.monarch.protocol.vocabulary.FriendlyName;
import im.monarch.protocol.vocabulary.GroupId;
import im.monarch.protocol.vocabulary.GroupName;
import im.monarch.protocol.vocabulary.Handle;
import im.monarch.protocol.vocabulary.PrivacyMode;
import im.monarch.protocol.vocabulary.PromptMode;
import im.monarch.protocol.vocabulary.PropertyKey;
import im.monarch.protocol.vocabulary.TrId;
import java.util.Optional;

/** What a client says to change the stored lists, groups and properties of its account. */
public sealed interface RosterRequest extends NsRequest {

  TrId trId();

  /**
   * ADD: puts somebody on a list. {@code ADD 21 FL erin@example.com Erin 1}
   *
   * @param list FL, AL or BL
   * @param group for FL only; absent means group 0
   */
  record Add(
      TrId trId, ContactList list, Handle contact, FriendlyName name, Optional<GroupId> group)
      implements RosterRequest {}

  /** REM: takes somebody off a list, or out of a group. {@code REM 31 FL erin@example.com 1} */
  record Rem(TrId trId, ContactList list, Handle contact, Optional<GroupId> group)
      implements RosterRequest {}

  /** ADG: makes a group. {@code ADG 28 Work 0} */
  record Adg(TrId trId, GroupName name) implements RosterRequest {}

  /** RMG: drops a group. {@code RMG 32 2} */
  record Rmg(TrId trId, GroupId id) implements RosterRequest {}

  /** REG: renames a group. {@code REG 29 2 Office%20Work 0} */
  record Reg(TrId trId, GroupId id, GroupName name) implements RosterRequest {}

  /** REA: renames oneself or a contact. {@code REA 10 bob@example.com Bob%20B} */
  record Rea(TrId trId, Handle handle, FriendlyName name) implements RosterRequest {}

  /** PRP: sets a telephone number or switch; without a value clears it. {@code PRP 5 PHH 123} */
  record Prp(TrId trId, PropertyKey key, Optional<String> value) implements RosterRequest {}

  /** GTC: whether the client asks about people who add its user. {@code GTC 6 N} */
  record Gtc(TrId trId, PromptMode mode) implements RosterRequest {}

  /** BLP: what happens to people on neither AL nor BL. {@code BLP 7 BL} */
  record Blp(TrId trId, PrivacyMode mode) implements RosterRequest {}
}
