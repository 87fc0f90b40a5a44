package im.monarch.conformance.stage;

import im.monarch.conformance.transcript.WireText;
import java.util.Optional;

/** What came from the server next. Texts are wire text. */
sealed interface Heard {

  /** For failure messages. */
  String shown();

  /** A line, without its CRLF, and the payload it announced. */
  record Line(String text, Optional<String> payload) implements Heard {

    @Override
    public String shown() {
      return Mismatch.quoted(text);
    }
  }

  /** A line that does not end with CRLF, or a payload that is cut short. */
  record Broken(String text) implements Heard {

    @Override
    public String shown() {
      return "'" + WireText.show(text) + "', which is cut short or badly ended";
    }
  }

  /** The server hung up. */
  record Closed() implements Heard {

    @Override
    public String shown() {
      return "the server hang up";
    }
  }

  /** Nothing, for as long as anybody would wait. */
  record Silence(long millis) implements Heard {

    @Override
    public String shown() {
      return "nothing for " + millis + " ms";
    }
  }
}
