package im.monarch.notification.conversation;

import im.monarch.protocol.command.NsMessage;
import im.monarch.protocol.dialect.Dialect;
import im.monarch.protocol.dialect.NsEncoder;
import im.monarch.protocol.frame.Payload;
import im.monarch.protocol.vocabulary.Appearance;
import java.util.HashMap;
import java.util.Map;

/**
 * Encodes for all connections of one event loop. A presence line goes to many in a row: it is
 * encoded once for each dialect among them.
 */
public final class NsVoice {

  private record Line(Appearance contact, Payload bytes) {}

  private final Map<Dialect, NsEncoder> encoders = new HashMap<>();
  private final Map<Dialect, Line> lastLines = new HashMap<>();

  byte[] encode(Dialect dialect, NsMessage message) {
    return message instanceof NsMessage.Nln nln ? line(dialect, nln) : bytes(dialect, message);
  }

  @SuppressWarnings("ReferenceEquality") // the same object to everybody; equal ones are rare
  private byte[] line(Dialect dialect, NsMessage.Nln nln) {
    var last = lastLines.get(dialect);
    if (last != null && last.contact() == nln.contact()) {
      return last.bytes().shared();
    }
    var bytes = bytes(dialect, nln);
    lastLines.put(dialect, new Line(nln.contact(), Payload.wrap(bytes)));
    return bytes;
  }

  private byte[] bytes(Dialect dialect, NsMessage message) {
    return encoders.computeIfAbsent(dialect, key -> new NsEncoder(key.traits())).encode(message);
  }
}
