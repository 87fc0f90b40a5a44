package im.monarch.protocol.dialect;

import im.monarch.protocol.command.SbMessage;
import im.monarch.protocol.dialect.Traits.Participants;
import im.monarch.protocol.vocabulary.Participant;
import java.util.ArrayList;
import java.util.List;

/** Writes what switchboard servers say, as the reader's dialect has it. Stateless. */
public final class SbEncoder {

  private final Traits traits;

  public SbEncoder(Traits traits) {
    this.traits = traits;
  }

  /** The bytes of {@code message}; those of a MSG are shared with everybody else who hears it. */
  public byte[] encode(SbMessage message) {
    return message instanceof SbMessage.Msg msg ? msg.line().shared() : line(message);
  }

  private byte[] line(SbMessage message) {
    var out = new Lines();
    switch (message) {
      case SbMessage.UsrOk m -> out.line("USR", m.trId(), "OK", m.self().handle(), m.self().name());
      case SbMessage.Iro m ->
          out.line(participant(m.participant(), "IRO", m.trId(), m.index(), m.count()));
      case SbMessage.AnsOk m -> out.line("ANS", m.trId(), "OK");
      case SbMessage.Ringing m -> out.line("CAL", m.trId(), "RINGING", m.session());
      case SbMessage.Joi m -> out.line(participant(m.participant(), "JOI"));
      case SbMessage.Bye m -> bye(out, m);
      case SbMessage.Msg m -> out.payload(m.line());
      case SbMessage.Ack m -> out.line("ACK", m.trId());
      case SbMessage.Nak m -> out.line("NAK", m.trId());
      case SbMessage.Refusal m -> out.line(m.code().number(), m.trId());
    }
    return out.toBytes();
  }

  /** Clients of dialects without the client id take it for a broken line and hang up. */
  private Object[] participant(Participant participant, Object... before) {
    var words = new ArrayList<Object>(List.of(before));
    words.add(participant.handle());
    words.add(participant.name());
    if (traits.participants() == Participants.WITH_CLIENT_ID) {
      words.add(participant.capabilities());
    }
    return words.toArray();
  }

  private static void bye(Lines out, SbMessage.Bye bye) {
    if (bye.idle()) {
      out.line("BYE", bye.handle(), 1);
    } else {
      out.line("BYE", bye.handle());
    }
  }
}
