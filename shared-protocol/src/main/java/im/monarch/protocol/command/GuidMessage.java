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

/** The answers to each {@link GuidRequest}; only for clients of MSNP10 and later. */
public sealed interface GuidMessage extends NsMessage {

  /** ADC. {@code ADC 12 AL N=erin@example.com} */
  record Judged(TrId trId, ContactList list, Handle contact) implements GuidMessage {}

  /** ADC. {@code ADC 14 FL C=1b2c3d4e-... f60efbe7-...} */
  record AddedToGroup(TrId trId, UUID contact, UUID group) implements GuidMessage {}

  /** ADC RL. {@code ADC 18 RL N=frank@example.com} */
  record Acknowledged(TrId trId, Handle contact) implements GuidMessage {}

  /** REM. {@code REM 20 FL c1f9a363-...} */
  record ContactRemoved(TrId trId, UUID contact, Optional<UUID> group) implements GuidMessage {}

  /** REM PL. {@code REM 19 PL frank@example.com} */
  record Forgotten(TrId trId, Handle contact) implements GuidMessage {}

  /** RMG. {@code RMG 32 f60efbe7-...} */
  record GroupRemoved(TrId trId, UUID group) implements GuidMessage {}

  /** REG. {@code REG 29 f60efbe7-... Office%20Work} */
  record GroupRenamed(TrId trId, UUID group, GroupName name) implements GuidMessage {}

  /** PRP MFN. {@code PRP 15 MFN Alice%20II} */
  record SelfRenamed(TrId trId, FriendlyName name) implements GuidMessage {}

  /** SBP MFN. {@code SBP 16 c1f9a363-... MFN Bob%20B} */
  record ContactRenamed(TrId trId, UUID contact, FriendlyName name) implements GuidMessage {}

  /** SBP. {@code SBP 3 c1f9a363-... PHM tel:+1555 1}: what the client said. */
  record Annotated(TrId trId, UUID contact, PropertyKey key, List<String> values)
      implements GuidMessage {}
}
