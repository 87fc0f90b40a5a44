package im.monarch.conformance.client;

import im.monarch.conformance.transcript.WireText;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.util.regex.Pattern;

/** Buys tickets without TLS and without asking the Nexus each time: many are needed. */
public final class TicketBooth {

  private static final Pattern LOGIN = Pattern.compile("DALogin=[^/,]*(/[^,]*),");
  private static final Pattern TICKET = Pattern.compile("from-PP='([^']*)'");
  private static final int PATIENCE = 10_000;

  private final InetSocketAddress passport;
  private final String path;

  /**
   * @param passport its listener without TLS
   */
  public TicketBooth(InetSocketAddress passport) {
    this.passport = passport;
    this.path = found(LOGIN, ask("/rdr/pprdr.asp", ""));
  }

  /**
   * Buys one.
   *
   * @param handle of letters, digits, dots and an at sign
   * @param password of letters and digits
   * @throws IllegalStateException when Passport refuses
   */
  public String ticket(String handle, String password, String challenge) {
    var authorization =
        "Authorization: Passport1.4 OrgVerb=GET,OrgURL=http%3A%2F%2Fmessenger%2Emsn%2Ecom,sign-in="
            + handle.replace("@", "%40")
            + ",pwd="
            + password
            + ','
            + challenge
            + "\r\n";
    return found(TICKET, ask(path, authorization));
  }

  private String ask(String target, String header) {
    var request = "GET " + target + " HTTP/1.1\r\nHost: localhost\r\n" + header + "\r\n";
    try (var socket = new Socket()) {
      socket.setSoTimeout(PATIENCE);
      socket.connect(passport, PATIENCE);
      socket.getOutputStream().write(WireText.bytes(request));
      return WireText.of(socket.getInputStream().readAllBytes());
    } catch (IOException e) {
      throw new UncheckedIOException("Passport", e);
    }
  }

  private static String found(Pattern pattern, String answer) {
    var found = pattern.matcher(answer);
    if (!found.find()) {
      throw new IllegalStateException("no " + pattern + " in " + answer);
    }
    return found.group(1);
  }
}
