package im.monarch.protocol.dialect;

import im.monarch.protocol.command.RosterMessage;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** How MSNP7 to MSNP9 write changes of lists, groups and properties. */
final class RosterLines {

  private RosterLines() {}

  static void write(Lines out, RosterMessage message) {
    switch (message) {
      case RosterMessage.Add m ->
          out.line(words(m.group(), "ADD", m.trId(), m.list(), m.version(), m.contact(), m.name()));
      case RosterMessage.Rem m ->
          out.line(words(m.group(), "REM", m.trId(), m.list(), m.version(), m.contact()));
      case RosterMessage.Adg m -> out.line("ADG", m.trId(), m.version(), m.name(), m.id(), 0);
      case RosterMessage.Rmg m -> out.line("RMG", m.trId(), m.version(), m.id());
      case RosterMessage.Reg m -> out.line("REG", m.trId(), m.version(), m.id(), m.name(), 0);
      case RosterMessage.Rea m -> out.line("REA", m.trId(), m.version(), m.handle(), m.name());
      case RosterMessage.Prp m -> out.line(words(m.value(), "PRP", m.trId(), m.version(), m.key()));
      case RosterMessage.Bpr m ->
          out.line(words(m.value(), "BPR", m.version(), m.contact(), m.key()));
      case RosterMessage.Gtc m -> out.line("GTC", m.trId(), m.version(), m.mode());
      case RosterMessage.Blp m -> out.line("BLP", m.trId(), m.version(), m.mode());
    }
  }

  static Object[] words(Optional<?> last, Object... words) {
    var all = new ArrayList<Object>(List.of(words));
    last.ifPresent(all::add);
    return all.toArray();
  }
}
