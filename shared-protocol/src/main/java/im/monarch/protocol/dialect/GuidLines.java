package im.monarch.protocol.dialect;

import im.monarch.protocol.command.GuidMessage;
import im.monarch.protocol.command.RosterMessage;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** How MSNP10 to MSNP12 write changes of lists, groups and properties: without a version. */
final class GuidLines {

  private GuidLines() {}

  static void write(Lines out, GuidMessage message) {
    switch (message) {
      case GuidMessage.Judged m -> out.line("ADC", m.trId(), m.list(), "N=" + m.contact());
      case GuidMessage.AddedToGroup m ->
          out.line("ADC", m.trId(), "FL", "C=" + m.contact(), m.group());
      case GuidMessage.Acknowledged m -> out.line("ADC", m.trId(), "RL", "N=" + m.contact());
      case GuidMessage.ContactRemoved m ->
          out.line(RosterLines.words(m.group(), "REM", m.trId(), "FL", m.contact()));
      case GuidMessage.Forgotten m -> out.line("REM", m.trId(), "PL", m.contact());
      case GuidMessage.GroupRemoved m -> out.line("RMG", m.trId(), m.group());
      case GuidMessage.GroupRenamed m -> out.line("REG", m.trId(), m.group(), m.name());
      case GuidMessage.SelfRenamed m -> out.line("PRP", m.trId(), "MFN", m.name());
      case GuidMessage.ContactRenamed m -> out.line("SBP", m.trId(), m.contact(), "MFN", m.name());
      case GuidMessage.Annotated m ->
          out.line(
              Stream.concat(Stream.of("SBP", m.trId(), m.contact(), m.key()), m.values().stream())
                  .toArray());
    }
  }

  /** What all dialects say, in the words of these. */
  static void write(Lines out, RosterMessage message) {
    switch (message) {
      case RosterMessage.Add m -> out.line(addition(m));
      case RosterMessage.Rem m -> out.line("REM", m.trId(), m.list(), m.contact());
      case RosterMessage.Adg m -> out.line("ADG", m.trId(), m.name(), m.guid());
      case RosterMessage.Rmg m -> out.line("RMG", m.trId(), m.id());
      case RosterMessage.Reg m -> out.line("REG", m.trId(), m.id(), m.name());
      case RosterMessage.Rea m -> out.line("REA", m.trId(), m.handle(), m.name());
      case RosterMessage.Prp m -> out.line(RosterLines.words(m.value(), "PRP", m.trId(), m.key()));
      case RosterMessage.Bpr m ->
          out.line(RosterLines.words(m.value(), "BPR", m.contact(), m.key()));
      case RosterMessage.Gtc m -> out.line("GTC", m.trId(), m.mode());
      case RosterMessage.Blp m -> out.line("BLP", m.trId(), m.mode());
    }
  }

  /** A name is told where it is news: of somebody new on FL, and of who has the user there. */
  private static Object[] addition(RosterMessage.Add add) {
    var words = new ArrayList<Object>(List.of("ADC", add.trId(), add.list(), "N=" + add.contact()));
    switch (add.list()) {
      case FL, RL -> words.add("F=" + add.name());
      case AL, BL -> {}
    }
    add.guid().ifPresent(guid -> words.add("C=" + guid));
    return words.toArray();
  }
}
