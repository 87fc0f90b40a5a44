package im.monarch.protocol.dialect;

import im.monarch.protocol.command.RosterMessage;
import im.monarch.protocol.dialect.Traits.ContactProperties;
import im.monarch.protocol.dialect.Traits.GroupKeys;
import im.monarch.protocol.vocabulary.GroupId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** How MSNP2 to MSNP9 write changes of lists, groups and properties. */
final class RosterLines {

  private final Lines out;
  private final Traits traits;

  RosterLines(Lines out, Traits traits) {
    this.out = out;
    this.traits = traits;
  }

  void write(RosterMessage message) {
    switch (message) {
      case RosterMessage.Add m ->
          line(group(m.group()), "ADD", m.trId(), m.list(), m.version(), m.contact(), m.name());
      case RosterMessage.Rem m ->
          line(group(m.group()), "REM", m.trId(), m.list(), m.version(), m.contact());
      case RosterMessage.Adg m -> out.line("ADG", m.trId(), m.version(), m.name(), m.id(), 0);
      case RosterMessage.Rmg m -> out.line("RMG", m.trId(), m.version(), m.id());
      case RosterMessage.Reg m -> out.line("REG", m.trId(), m.version(), m.id(), m.name(), 0);
      case RosterMessage.Rea m -> out.line("REA", m.trId(), m.version(), m.handle(), m.name());
      case RosterMessage.Prp m -> line(m.value(), "PRP", m.trId(), m.version(), m.key());
      case RosterMessage.Bpr m -> contactProperty(m);
      case RosterMessage.Gtc m -> out.line("GTC", m.trId(), m.version(), m.mode());
      case RosterMessage.Blp m -> out.line("BLP", m.trId(), m.version(), m.mode());
    }
  }

  private Optional<GroupId> group(Optional<GroupId> group) {
    return traits.groupKeys() == GroupKeys.NUMBERS ? group : Optional.empty();
  }

  /** Nothing at all for a client that knows no BPR. */
  private void contactProperty(RosterMessage.Bpr m) {
    if (traits.contactProperties() == ContactProperties.TOLD) {
      line(m.value(), "BPR", m.version(), m.contact(), m.key());
    }
  }

  private void line(Optional<?> last, Object... words) {
    out.line(words(last, words));
  }

  static Object[] words(Optional<?> last, Object... words) {
    var all = new ArrayList<Object>(List.of(words));
    last.ifPresent(all::add);
    return all.toArray();
  }
}
