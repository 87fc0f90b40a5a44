package im.monarch.conformance.harness;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.time.Duration;
import org.awaitility.Awaitility;

/**
 * Dispatch and notification in different processes find each other within seconds of their start;
 * whoever plays transcripts waits for that.
 */
final class Acquaintance {

  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final Duration PAUSE = Duration.ofMillis(50);
  private static final String GREETING =
      """
      VER 1 MSNP9 MSNP8 CVR0\r
      CVR 2 0x0409 winnt 5.1 i386 MSNMSGR 6.0.0602 MSMSGS nobody@example.com\r
      USR 3 TWN I nobody@example.com\r
      """;

  /** What a dispatch server says that knows nobody yet. */
  private static final String TOO_BUSY = "910 3";

  private Acquaintance() {}

  /** Returns when the dispatch server sends people on, or will never do so. */
  static void await(InetSocketAddress dispatch) {
    Awaitility.await("dispatch knows a notification node")
        .atMost(PATIENCE)
        .pollDelay(Duration.ZERO)
        .pollInterval(PAUSE)
        .until(() -> !lastWord(dispatch).equals(TOO_BUSY));
  }

  private static String lastWord(InetSocketAddress dispatch) throws IOException {
    try (var socket = new Socket()) {
      socket.setSoTimeout((int) PATIENCE.toMillis());
      socket.connect(dispatch);
      socket.getOutputStream().write(GREETING.getBytes(US_ASCII));
      socket.shutdownOutput();
      var in = new BufferedReader(new InputStreamReader(socket.getInputStream(), US_ASCII));
      return in.lines().reduce("", (before, line) -> line);
    }
  }
}
