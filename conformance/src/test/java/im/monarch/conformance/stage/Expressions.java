package im.monarch.conformance.stage;

import im.monarch.conformance.client.Md5;
import im.monarch.conformance.transcript.WireText;
import java.util.List;
import java.util.Map;

/**
 * What {@code {verb argument ...}} computes. An argument that is the name of a variable stands for
 * its value, any other for itself.
 */
final class Expressions {

  private final Cast cast;
  private final World world;

  Expressions(Cast cast, World world) {
    this.cast = cast;
    this.world = world;
  }

  /**
   * @param me the connection on which the line is said or heard, if it is open
   * @throws IllegalStateException when it cannot be computed
   */
  String compute(List<String> words, Map<String, String> variables, Talk me) {
    return switch (words.getFirst()) {
      case "md5" -> md5(value(words, 1, variables) + value(words, 2, variables));
      case "digest" -> digest(words.get(1), value(words, 2, variables));
      case "mixed" -> MixedDigest.of(value(words, 1, variables));
      case "ticket" -> ticket(words.get(1), value(words, 2, variables));
      case "handle" -> cast.account(words.get(1)).handle();
      case "password" -> cast.account(words.get(1)).password();
      case "name" -> cast.escapedName(words.get(1));
      case "open" -> "{"; // brace, where a hole is not meant
      case "close" -> "}";
      case "repeat" -> words.get(1).repeat(Integer.parseInt(words.get(2)));
      case "address" -> address(words.get(1), words.get(2));
      case "my" -> mine(words, me.connection());
      default ->
          throw new IllegalStateException("cannot compute {" + String.join(" ", words) + '}');
    };
  }

  private static String value(List<String> words, int index, Map<String, String> variables) {
    return variables.getOrDefault(words.get(index), words.get(index));
  }

  /** What answers the challenge of USR MD5. */
  private String digest(String who, String challenge) {
    var account = cast.account(who);
    return account
        .legacyPassword()
        .map(legacy -> md5(challenge + legacy))
        .orElseThrow(
            () -> new IllegalStateException("no legacy password is given for " + account.handle()));
  }

  private String ticket(String who, String challenge) {
    var account = cast.account(who);
    return world.ticket(account.handle(), account.password(), challenge);
  }

  private String address(String server, String actor) {
    var address = world.address(server, actor);
    return address.getAddress().getHostAddress() + ':' + address.getPort();
  }

  /** {@code {my address}}, {@code {my port swapped}}: as the server sees this connection. */
  private static String mine(List<String> words, Connection me) {
    return switch (String.join(" ", words)) {
      case "my address" -> me.localAddress();
      case "my port swapped" -> String.valueOf(swapped(me.localPort()));
      default ->
          throw new IllegalStateException("cannot compute {" + String.join(" ", words) + '}');
    };
  }

  /** The two bytes of a port the other way round, as the profile has it (protocol notes, 3.6.1). */
  private static int swapped(int port) {
    return (port & 0xFF) << 8 | port >> 8;
  }

  private static String md5(String wire) {
    return Md5.hex(WireText.bytes(wire));
  }
}
