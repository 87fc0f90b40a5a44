package im.monarch.passport.http;

/**
 * One line of a head.
 *
 * @param name as written; of a request compared without regard to case, in an answer sent as it is
 * @param value of a request: one character per byte, as nobody says which encoding it is
 */
public record Header(String name, String value) {

  public Header {
    if (breaksTheLine(name) || breaksTheLine(value)) {
      throw new IllegalArgumentException("header " + name.strip() + ": contains a line break");
    }
  }

  private static boolean breaksTheLine(String text) {
    return text.indexOf('\r') >= 0 || text.indexOf('\n') >= 0;
  }
}
