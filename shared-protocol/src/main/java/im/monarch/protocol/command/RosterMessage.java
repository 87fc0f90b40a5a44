package im.monarch.protocol.command;

import im.monarch.protocol.vocabulary.ContactList;
import im.monarch.protocol.vocabulary.FriendlyName;
import im.monarch.protocol.vocabulary.GroupId;
import im.monarch.protocol.vocabulary.GroupName;
import im.monarch.protocol.vocabulary.Handle;
import im.monarch.protocol.vocabulary.ListVersion;
import im.monarch.protocol.vocabulary.PrivacyMode;
import im.monarch.protocol.vocabulary.PromptMode;
import im.monarch.protocol.vocabulary.PropertyKey;
import im.monarch.protocol.vocabulary.TrId;
import java.util.Optional;
import java.util.UUID;

/**
 * What a server says about stored lists, groups and properties: in answer to the change, or with
 * {@link TrId#ASYNCHRONOUS} because somebody else made it. The version is the one after the change.
 */
public sealed interface RosterMessage extends NsMessage {

  /**
   * ADD. {@code ADD 21 FL 17 erin@example.com Erin 1}, {@code ADD 0 RL 52 alice@example.com A};
   * since MSNP10 ADC, {@code ADC 13 FL N=erin@example.com F=Erin C=1b2c3d4e-...}
   *
   * @param guid of the contact; on FL only
   */
  record Add(
      TrId trId,
      ContactList list,
      ListVersion version,
      Handle contact,
      FriendlyName name,
      Optional<GroupId> group,
      Optional<UUID> guid)
      implements RosterMessage {}

  /** REM. {@code REM 31 FL 22 erin@example.com 1}, {@code REM 0 RL 61 alice@example.com} */
  record Rem(
      TrId trId, ContactList list, ListVersion version, Handle contact, Optional<GroupId> group)
      implements RosterMessage {}

  /** ADG. {@code ADG 28 19 Work 2 0}; since MSNP10 {@code ADG 28 Work f60efbe7-...} */
  record Adg(TrId trId, ListVersion version, GroupName name, GroupId id, UUID guid)
      implements RosterMessage {}

  /** RMG. {@code RMG 32 20 2} */
  record Rmg(TrId trId, ListVersion version, GroupId id) implements RosterMessage {}

  /** REG. {@code REG 29 20 2 Office%20Work 0} */
  record Reg(TrId trId, ListVersion version, GroupId id, GroupName name) implements RosterMessage {}

  /** REA. {@code REA 10 15 bob@example.com Bob%20B} */
  record Rea(TrId trId, ListVersion version, Handle handle, FriendlyName name)
      implements RosterMessage {}

  /** PRP. {@code PRP 5 16 PHH 123}; without a value when cleared. */
  record Prp(TrId trId, ListVersion version, PropertyKey key, Optional<String> value)
      implements RosterMessage {}

  /** BPR: a property of a contact. {@code BPR 17 erin@example.com MOB N} */
  record Bpr(ListVersion version, Handle contact, PropertyKey key, Optional<String> value)
      implements RosterMessage {}

  /** GTC. {@code GTC 6 18 N} */
  record Gtc(TrId trId, ListVersion version, PromptMode mode) implements RosterMessage {}

  /** BLP. {@code BLP 49 29 BL} */
  record Blp(TrId trId, ListVersion version, PrivacyMode mode) implements RosterMessage {}
}
