package im.monarch.deploy.probe;

import java.io.PrintStream;
import java.util.LinkedHashSet;
import java.util.Set;

/** What both sides say, printed as it is said. Passwords and tickets are masked. */
final class Dialogue {

  private static final String MASK = "***";

  private final PrintStream out;
  private final Set<String> secrets = new LinkedHashSet<>();

  Dialogue(PrintStream out) {
    this.out = out;
  }

  /** From here on {@code text} is not shown. */
  void keepSecret(String text) {
    if (!text.isEmpty()) {
      secrets.add(text);
    }
  }

  /** A new step, with where it leads. */
  void step(String name, String place) {
    out.println("-- " + name + " " + place);
  }

  void note(String text) {
    out.println("   (" + text + ')');
  }

  void client(String line) {
    out.println("C: " + masked(line));
  }

  void server(String line) {
    out.println("S: " + masked(line));
  }

  /** One line of a payload. */
  void payload(String line) {
    out.println("   |" + masked(line));
  }

  private String masked(String line) {
    var shown = line;
    for (var secret : secrets) {
      shown = shown.replace(secret, MASK);
    }
    return shown;
  }
}
