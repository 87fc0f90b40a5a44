package im.monarch.switchboard.echo;

import im.monarch.domain.clients.Products.Form;
import im.monarch.domain.tickets.Challenge;
import im.monarch.protocol.dialect.Dialect;
import im.monarch.protocol.dialect.Msnp9;
import im.monarch.protocol.frame.Frame;
import im.monarch.protocol.frame.Payload;
import im.monarch.protocol.vocabulary.HostPort;
import im.monarch.runtime.connection.Dialler.Ear;
import im.monarch.runtime.connection.Dialler.Wire;
import java.util.List;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The echo's side of its session with the notification server. */
final class EchoSession implements Ear {

  private static final Logger LOG = LoggerFactory.getLogger(EchoSession.class);

  private static final Dialect SPOKEN = Msnp9.DIALECT;

  /** An invitation, as RNG has it. */
  record Ring(String session, HostPort switchboard, String key) {}

  private final EchoSettings settings;
  private final Wire wire;
  private final Consumer<Ring> rung;
  private final Runnable over;

  /**
   * @param rung takes invitations
   * @param over runs when the session is over
   */
  EchoSession(EchoSettings settings, Wire wire, Consumer<Ring> rung, Runnable over) {
    this.settings = settings;
    this.wire = wire;
    this.rung = rung;
    this.over = over;
    wire.say("VER 1 " + SPOKEN);
  }

  @Override
  public void hear(Frame frame) {
    var words = frame.words();
    switch (frame.verb()) {
      case "VER" -> wire.say("USR 2 TWN I " + settings.handle());
      case "USR" -> signedIn(words);
      case "CHL" -> answer(words.getLast());
      case "RNG" -> rung.accept(new Ring(words.get(0), HostPort.parse(words.get(1)), words.get(3)));
      case "OUT", "910", "911", "540" ->
          LOG.atInfo().log("the echo was sent away: {}", frame.verb());
      default -> {} // lists and presence of others are none of its business
    }
  }

  /** {@code USR 2 TWN S challenge}, then {@code USR 3 OK handle name 1 0}. */
  private void signedIn(List<String> words) {
    if (words.get(1).equals("OK")) {
      wire.say("CHG 4 NLN 0");
    } else {
      Challenge.nonce(words.getLast())
          .map(nonce -> settings.tickets().issue(settings.handle(), nonce))
          .ifPresentOrElse(ticket -> wire.say("USR 3 TWN S t=" + ticket + "&p="), wire::hangUp);
    }
  }

  private void answer(String challenge) {
    var product = settings.products().keys().keySet().stream().findFirst().orElse("ECHO");
    var digest = settings.products().answer(Form.DIGEST, product, challenge);
    wire.say("QRY 5 " + product + ' ' + digest.length(), Payload.utf8(digest));
  }

  @Override
  public void gone() {
    over.run();
  }
}
