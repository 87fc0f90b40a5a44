package im.monarch.protocol.command;

import im.monarch.protocol.vocabulary.ContactList;
import im.monarch.protocol.vocabulary.FriendlyName;
import im.monarch.protocol.vocabulary.GroupName;
import im.monarch.protocol.vocabulary.Handle;
import im.monarch.protocol.vocabulary.PropertyKey;
import im.monarch.protocol.vocabulary.TrId;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * What a client of MSNP10 or later says about lists and groups that older ones say in other words,
 * or cannot say: people on FL and groups go by their GUIDs.
 */
public sealed interface GuidRequest extends NsRequest {

  TrId trId();

  /**
   * ADC: on AL or BL, without a name. {@code ADC 12 AL N=erin@example.com}
   *
   * @param list AL or BL
   */
  record Judge(TrId trId, ContactList list, Handle contact) implements GuidRequest {}

  /** ADC: into a group. {@code ADC 14 FL C=1b2c3d4e-... f60efbe7-...} */
  record AddToGroup(TrId trId, UUID contact, UUID group) implements GuidRequest {}

  /**
   * ADC RL: whoever put the user on their list has had an answer. {@code ADC 18 RL
   * N=frank@example.com}
   */
  record Acknowledge(TrId trId, Handle contact) implements GuidRequest {}

  /** REM: off FL, or out of a group. {@code REM 20 FL c1f9a363-...} */
  record RemoveContact(TrId trId, UUID contact, Optional<UUID> group) implements GuidRequest {}

  /** REM PL: the same as {@link Acknowledge} said by. {@code REM 19 PL frank@example.com} */
  record Forget(TrId trId, Handle contact) implements GuidRequest {}

  /**
   * RMG: drops a group. {@code RMG 32 f60efbe7-...}
   *
   * @param group its GUID; some clients say its name instead, escaped once too often
   */
  record RemoveGroup(TrId trId, String group) implements GuidRequest {}

  /** REG: renames a group. {@code REG 29 f60efbe7-... Office%20Work} */
  record RenameGroup(TrId trId, UUID group, GroupName name) implements GuidRequest {}

  /** PRP MFN: renames the user. {@code PRP 15 MFN Alice%20II} */
  record RenameSelf(TrId trId, FriendlyName name) implements GuidRequest {}

  /** SBP MFN: renames a contact. {@code SBP 16 c1f9a363-... MFN Bob%20B} */
  record RenameContact(TrId trId, UUID contact, FriendlyName name) implements GuidRequest {}

  /**
   * SBP: what the client knows of a contact besides the name. {@code SBP 3 c1f9a363-... PHM
   * tel:+1555 1}
   *
   * @param values whatever follows the key
   */
  record Annotate(TrId trId, UUID contact, PropertyKey key, List<String> values)
      implements GuidRequest {}
}
