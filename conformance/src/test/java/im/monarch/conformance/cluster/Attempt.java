package im.monarch.conformance.cluster;

import static java.nio.charset.StandardCharsets.US_ASCII;

import im.monarch.conformance.client.Client;
import im.monarch.conformance.client.Md5;
import java.net.InetSocketAddress;

/**
 * Somebody asks one server to be let in. In MSNP7, whose sign-in spares the server an Argon2: the
 * door is to be what holds people up.
 */
final class Attempt {

  private static final String REFERRAL = "XFR 2 NS ";
  private static final String CHALLENGE = "USR 2 MD5 S ";
  private static final String TOO_BUSY = "910 ";

  private final Client client;
  private final String handle;
  private final String password;

  /** What a server may say to that; nothing at all is not among it. */
  sealed interface Outcome {}

  /** XFR. */
  record Referred(InetSocketAddress there) implements Outcome {}

  /** 910, and a hang-up behind it. */
  record Refused() implements Outcome {}

  /**
   * USR OK.
   *
   * @param nanoTime when it was heard
   */
  record Welcome(long nanoTime) implements Outcome {}

  /**
   * @param client just connected
   * @param password for MSNP7
   */
  Attempt(Client client, String handle, String password) {
    this.client = client;
    this.handle = handle;
    this.password = password;
  }

  /**
   * Makes it.
   *
   * @throws IllegalStateException when the server says anything else, or nothing
   */
  Outcome make() {
    client.say("VER 1 MSNP7 CVR0");
    client.say("USR 2 MD5 I " + handle);
    expect("VER 1 MSNP7");
    var answer = client.hear();
    if (answer.startsWith(REFERRAL)) {
      return new Referred(Regular.address(answer.split(" ", -1)[3]));
    }
    return answer.startsWith(CHALLENGE)
        ? respond(answer.substring(CHALLENGE.length()))
        : refused(answer);
  }

  private Outcome respond(String challenge) {
    client.say("USR 3 MD5 S " + md5(challenge + password));
    var answer = client.hear();
    var heard = System.nanoTime();
    if (!answer.startsWith("USR 3 OK ")) {
      return refused(answer);
    }
    expect("MSG Hotmail Hotmail ");
    return new Welcome(heard);
  }

  private Refused refused(String answer) {
    if (!answer.startsWith(TOO_BUSY)) {
      throw new IllegalStateException("instead of an answer: " + answer);
    }
    expect(Client.HANG_UP);
    return new Refused();
  }

  private void expect(String beginning) {
    var line = client.hear();
    if (!line.startsWith(beginning)) {
      throw new IllegalStateException("'" + line + "' instead of " + beginning);
    }
  }

  private static String md5(String text) {
    return Md5.hex(text.getBytes(US_ASCII));
  }
}
