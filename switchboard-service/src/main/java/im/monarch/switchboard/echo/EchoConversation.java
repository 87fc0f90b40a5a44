package im.monarch.switchboard.echo;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import im.monarch.protocol.frame.Frame;
import im.monarch.protocol.frame.Payload;
import im.monarch.protocol.payload.MimeMessage;
import im.monarch.protocol.vocabulary.Handle;
import im.monarch.runtime.connection.Dialler.Ear;
import im.monarch.runtime.connection.Dialler.Wire;
import im.monarch.switchboard.echo.EchoSession.Ring;
import io.vertx.core.Vertx;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;

/**
 * The echo's side of one conversation: types for a moment, then says what it was told. Texts and
 * nudges only; a file it was offered would have to be sent as well.
 */
final class EchoConversation implements Ear {

  private static final long TYPING = 600;

  /** Whoever writes faster than it types is not answered every time. */
  private static final int MOST_AT_ONCE = 5;

  private static final Set<String> ANSWERED = Set.of("text/plain", "text/x-msnmsgr-datacast");

  private final Vertx vertx;
  private final Handle self;
  private final Wire wire;
  private final Set<String> others = new HashSet<>();
  private int trId = 1;
  private int pending;

  EchoConversation(Vertx vertx, Handle self, Ring ring, Wire wire) {
    this.vertx = vertx;
    this.self = self;
    this.wire = wire;
    wire.say("ANS " + trId + ' ' + self + ' ' + ring.key() + ' ' + ring.session());
  }

  @Override
  public void hear(Frame frame) {
    var words = frame.words();
    switch (frame.verb()) {
      case "IRO" -> others.add(words.get(3));
      case "JOI" -> others.add(words.get(0));
      case "BYE" -> leaves(words.get(0));
      case "ANS" -> stayForOthers();
      case "MSG" -> hearMessage(frame.payload());
      default -> {} // it asks for no acknowledgement
    }
  }

  private void leaves(String other) {
    others.remove(other);
    stayForOthers();
  }

  private void stayForOthers() {
    if (others.isEmpty()) {
      wire.say("OUT");
    }
  }

  private void hearMessage(Payload message) {
    if (pending < MOST_AT_ONCE && ANSWERED.contains(contentType(message))) {
      pending++;
      say(MimeMessage.of("text/x-msmsgscontrol").header("TypingUser", self).body("\r\n"));
      vertx.setTimer(
          TYPING,
          typed -> {
            pending--;
            say(message);
          });
    }
  }

  private void say(Payload message) {
    wire.say("MSG " + ++trId + " U " + message.length(), message);
  }

  /** Without its parameters, in small letters; nothing where there is none. */
  private static String contentType(Payload message) {
    var text = new String(message.shared(), ISO_8859_1);
    int end = text.indexOf("\r\n\r\n");
    return text.substring(0, Math.max(end, 0))
        .lines()
        .map(line -> line.toLowerCase(Locale.ROOT))
        .filter(line -> line.startsWith("content-type:"))
        .map(line -> line.substring("content-type:".length()).replaceFirst(";.*", "").strip())
        .findFirst()
        .orElse("");
  }

  @Override
  public void gone() {}
}
